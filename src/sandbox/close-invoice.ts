import {isFinal} from '../core/invoice.js';
import {calypsoError} from './errors.js';
import {invoiceAt} from './invoice-status.js';
import type {InvoiceRecord} from './records.js';

/**
 * An invoice after compliance declined it, or the merchant deleted it.
 * @param now epoch ms of sandbox time
 * @throws 006 where it is final.
 */
export function closeInvoice(
  record: InvoiceRecord,
  state: 'DECLINED' | 'ARCHIVED',
  now: number,
): InvoiceRecord {
  if (isFinal(invoiceAt(record, now).state)) throw calypsoError('006');
  return {...record, closed: {at: now, state}};
}
