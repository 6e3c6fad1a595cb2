import type {CalypsoDeposit, CalypsoInvoice, CalypsoPayment} from '../api/types.js';
import {multiplyDecimals, truncateDecimal, type Decimal} from '../core/decimal.js';
import {isUnlimited} from '../core/invoice.js';
import {chainOf} from './chain.js';
import {checkedAt, confirmedAt, creditedAt} from './deposit-times.js';
import {formatInstant} from './format-instant.js';
import {invoiceAt} from './invoice-status.js';
import {quoteAt} from './quote.js';
import type {DepositRecord, InvoiceRecord} from './records.js';

/** Taken from what the merchant receives, never added to what is due. */
const FEE_RATE = '0.01';

export const feeOf = (amount: Decimal, currency: string): Decimal =>
  truncateDecimal(multiplyDecimals(amount, FEE_RATE), chainOf(currency).scale);

/**
 * An invoice in the shape and order of Calypso's samples (How to create a Limited, an Unlimited Invoice via API);
 * what is not set is absent.
 * @param now epoch ms of sandbox time
 */
export function invoiceAnswer(record: InvoiceRecord, now: number): CalypsoInvoice {
  const {type, currency, expiresAt} = record;
  const {time, deposits, ...status} = invoiceAt(record, now);
  const {amount, quotedAt} = quoteAt(record, time);
  const isPaid = status.state === 'PAID' || status.state === 'COMPLETED';
  return {
    id: record.id,
    invoiceAddress: record.invoiceAddress,
    type,
    ...(amount && {amount, fee: feeOf(isPaid ? status.totalDebitAmount : amount, currency)}),
    totalDebitAmount: status.totalDebitAmount,
    currency,
    state: status.state,
    description: record.description,
    createdDate: formatInstant(record.createdAt),
    idempotencyKey: record.idempotencyKey,
    ...(expiresAt !== undefined && {expiration: formatInstant(expiresAt)}),
    ...(type === 'SINGLE_FIAT' && {fiatAmount: record.fiatAmount, fiatCurrency: record.fiatCurrency}),
    ...(quotedAt !== undefined && {lastFiatUpdated: formatInstant(quotedAt)}),
    ...(type === 'BOUND' && {lowerBound: record.lowerBound}),
    ...(status.lastDepositHash && {lastDepositHash: status.lastDepositHash}),
    ...(status.interventionType && {interventionType: status.interventionType}),
    isInterventionResolved: status.isInterventionResolved,
    subscriptionEnabled: false,
    ...record.echo,
  };
}

/** Unlike an invoice's, a deposit's instant says that it is UTC (How to create an Unlimited Invoice via API). */
export const depositAnswer = ({currency}: InvoiceRecord, deposit: DepositRecord): CalypsoDeposit => ({
  id: deposit.id,
  amount: deposit.amount,
  currency,
  transactionHash: deposit.transactionHash,
  createdDate: new Date(confirmedAt(deposit)).toISOString(),
});

/**
 * One payment for each deposit that was received. Calypso documents `IN_PROGRESS` alone; it is `COMPLETED` here once
 * the money is on the merchant's balance and `DECLINED` when compliance declined. What is archived stays in progress:
 * such money is given back by hand.
 */
export function paymentAnswer(record: InvoiceRecord, deposit: DepositRecord, now: number): CalypsoPayment {
  const {state} = invoiceAt(record, now);
  const isCredited = isUnlimited(record.type) ? now >= creditedAt(checkedAt(deposit)) : state === 'COMPLETED';
  const paymentState = isCredited ? 'COMPLETED' : state === 'DECLINED' ? 'DECLINED' : 'IN_PROGRESS';
  return {id: deposit.paymentId, state: paymentState};
}
