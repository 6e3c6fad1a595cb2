import {multiplyDecimals, type Decimal} from '../../core/decimal.js';
import {stringifyJson} from '../../core/json.js';
import {confirmedAt} from '../deposit-times.js';
import {formatInstant} from '../format-instant.js';
import {feeOf} from '../invoice-answer.js';
import {invoiceAt} from '../invoice-status.js';
import {quoteAt} from '../quote.js';
import {rateAt} from '../rates.js';
import type {DepositRecord, InvoiceRecord} from '../records.js';
import {INVOICE_EVENTS} from './event-types.js';
import type {InvoiceEvent} from './invoice-events.js';

/**
 * What is posted of an event, as JSON text. `requestId` is the subscription's: Calypso's samples have the same one in
 * several events. `id` is the event's: the same in every repeat, and to every subscriber.
 */
export const eventBody = (
  record: InvoiceRecord,
  event: InvoiceEvent,
  {requestId, id}: {readonly requestId: string; readonly id: number},
): string => {
  const {eventType, at} = event;
  const envelope = {
    requestId,
    id,
    createdDate: formatInstant(at),
    level: INVOICE_EVENTS[eventType],
    service: 'INVOICE',
    eventType,
  };
  return `${JSON.stringify(envelope).slice(0, -1)},"data":${dataText(eventData(record, event))}}`;
};

/** With `realAmount` as a JSON number, too. */
function dataText(data: object): string {
  const members = Object.entries(data).map(
    ([key, value]) =>
      `${JSON.stringify(key)}:${stringifyJson(value, key === 'realAmount' ? 'amount' : key) ?? 'null'}`,
  );
  return `{${members.join()}}`;
}

/** By Calypso's samples and tables of each event; `externalId` "is returned in all types of events". */
function eventData(record: InvoiceRecord, {eventType, at, deposit}: InvoiceEvent): object {
  const {id, idempotencyKey, currency, description, createdAt, echo} = record;
  const {totalDebitAmount, time} = invoiceAt(record, at);
  const about = {
    currency,
    description,
    message: description,
    externalId: echo.externalId ?? null,
    createdDate: formatInstant(createdAt),
    idempotencyKey,
    parentExternalId: id,
  };
  const price = () => ({
    amount: quoteAt(record, time).amount ?? deposit?.amount ?? totalDebitAmount,
    realAmount: deposit?.amount ?? totalDebitAmount,
    ...(record.type === 'SINGLE_FIAT' && {fiatAmount: record.fiatAmount, fiatCurrency: record.fiatCurrency}),
  });
  const type = eventType;
  switch (type) {
    case 'INVOICE_MEMPOOL_FOUND':
      return {type, ...price(), transactionHash: deposit?.transactionHash, ...about};
    case 'INVOICE_PAID':
      return {type, ...price(), ...about};
    case 'INVOICE_FUNDS_RECEIVED_FOR_INVOICE':
      return {type, ...(deposit && transferOf(deposit)), fiatAmount: {}, ...about};
    case 'INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED': {
      const amount = deposit?.amount ?? totalDebitAmount;
      const fiatAmount = {EUR: worth(amount, currency, 'EUR', at), USD: worth(amount, currency, 'USD', at)};
      return {type, amount, serviceFee: feeOf(amount, currency), fiatAmount, ...about};
    }
    case 'INVOICE_EXPIRED':
      return {type, expirationDate: formatInstant(record.expiresAt ?? at), ...about};
    default:
      return {type, ...about};
  }
}

/** The documents name the deposit in two ways, of two ages: a single text and a list. */
const transferOf = (deposit: DepositRecord) => ({
  amount: deposit.amount,
  transactionId: deposit.id,
  transactionIds: [deposit.id],
  transactionHash: deposit.transactionHash,
  senderAddress: deposit.senderAddress,
  paymentDate: formatInstant(confirmedAt(deposit)),
});

const worth = (amount: Decimal, currency: string, fiat: string, time: number): number =>
  Number(multiplyDecimals(amount, rateAt(currency, fiat, time)?.rate ?? '0'));
