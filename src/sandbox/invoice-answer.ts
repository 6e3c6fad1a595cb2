import type {CalypsoInvoice} from '../api/types.js';
import {multiplyDecimals, truncateDecimal} from '../core/decimal.js';
import {chainOf} from './chain.js';
import {invoiceAt} from './invoice-status.js';
import type {InvoiceRecord} from './records.js';

/** Taken from what the merchant receives, never added to what is due. */
const FEE_RATE = '0.01';

/**
 * An invoice in the shape and order of Calypso's sample (How to create a Limited Invoice via API); what is not set
 * is absent.
 * @param now epoch ms of sandbox time
 */
export function invoiceAnswer(record: InvoiceRecord, now: number): CalypsoInvoice {
  const {createdAt, expiresAt, echo} = record;
  const {state, totalDebitAmount, lastDepositHash, interventionType} = invoiceAt(record, now);
  return {
    id: record.id,
    invoiceAddress: record.invoiceAddress,
    type: record.type,
    amount: record.amount,
    fee: truncateDecimal(multiplyDecimals(record.amount, FEE_RATE), chainOf(record.currency).scale),
    totalDebitAmount,
    currency: record.currency,
    state,
    description: record.description,
    createdDate: formatInstant(createdAt),
    idempotencyKey: record.idempotencyKey,
    expiration: formatInstant(expiresAt),
    ...(lastDepositHash && {lastDepositHash}),
    ...(interventionType && {interventionType}),
    isInterventionResolved: state !== 'PENDING_INTERVENTION',
    subscriptionEnabled: false,
    ...echo,
  };
}

/** As Calypso writes instants: UTC without saying so, with six digits of a second. */
const formatInstant = (time: number): string => new Date(time).toISOString().replace('Z', '000');
