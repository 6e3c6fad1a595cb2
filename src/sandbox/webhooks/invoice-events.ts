import {isUnlimited, type InvoiceState} from '../../core/invoice.js';
import {checkedAt, confirmedAt, creditedAt} from '../deposit-times.js';
import {invoiceAt, turningPoints} from '../invoice-status.js';
import type {DepositRecord, InvoiceRecord} from '../records.js';
import type {InvoiceEventType} from './event-types.js';

export interface InvoiceEvent {
  /** Tells it from the invoice's other events, however often they are worked out. */
  readonly key: string;
  readonly eventType: InvoiceEventType;
  /** Epoch ms of sandbox time. */
  readonly at: number;
  readonly deposit?: DepositRecord;
}

/**
 * Everything that happens to an invoice, in order, as far as its facts tell: what lies ahead, too. What has happened
 * stays in the list, whatever facts are added later.
 */
export const eventsOf = (record: InvoiceRecord): readonly InvoiceEvent[] =>
  isUnlimited(record.type) ? unlimitedEvents(record) : limitedEvents(record);

/** No state changes but the end, which no event is documented for: the deposits are all there is to tell. */
function unlimitedEvents(record: InvoiceRecord): InvoiceEvent[] {
  const {deposits} = invoiceAt(record, Infinity);
  const events = deposits.flatMap((deposit) => [
    event('INVOICE_FUNDS_RECEIVED_FOR_INVOICE', confirmedAt(deposit), deposit),
    event('INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED', creditedAt(checkedAt(deposit)), deposit),
  ]);
  return [event('INVOICE_CREATE_UNLIMITED_INVOICE', record.createdAt), ...events.sort((a, b) => a.at - b.at)];
}

function limitedEvents(record: InvoiceRecord): InvoiceEvent[] {
  const events = [event('INVOICE_CREATE_INVOICE', record.createdAt)];
  let before: InvoiceState = 'PENDING_PAYMENT';
  for (const at of turningPoints(record)) {
    const {state, time} = invoiceAt(record, at);
    // It was over before.
    if (time < at) break;
    for (const deposit of record.deposits) {
      if (deposit.seenAt === at) events.push(event('INVOICE_MEMPOOL_FOUND', at, deposit));
      if (confirmedAt(deposit) === at) events.push(event('INVOICE_FUNDS_RECEIVED_FOR_INVOICE', at, deposit));
    }
    const eventType = STATE_EVENTS[state];
    if (eventType && state !== before && !(state === 'ARCHIVED' && record.closed))
      events.push(event(eventType, at));
    before = state;
  }
  return events;
}

/** What is told when a state is reached (Calypso's "Types of events"); it has nothing for what the merchant archives. */
const STATE_EVENTS: Partial<Record<InvoiceState, InvoiceEventType>> = {
  PENDING_COMPLIANCE_CHECK: 'INVOICE_PENDING_COMPLIANCE',
  PENDING_INTERVENTION: 'INVOICE_PENDING_INTERVENTION',
  PAID: 'INVOICE_PAID',
  COMPLETED: 'INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED',
  DECLINED: 'INVOICE_COMPLIANCE_DECLINED',
  ARCHIVED: 'INVOICE_EXPIRED',
};

const event = (eventType: InvoiceEventType, at: number, deposit?: DepositRecord): InvoiceEvent => ({
  key: `${eventType} ${deposit?.id ?? at}`,
  eventType,
  at,
  ...(deposit && {deposit}),
});
