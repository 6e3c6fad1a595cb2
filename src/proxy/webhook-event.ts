import type {InvoiceReference} from '../api/index.js';
import {parseJson} from '../core/json.js';
import {invoiceKey} from './invoice-key.js';
import {isObject} from '../core/is-object.js';
import {Problem} from './problem.js';

/**
 * An event as Calypso posted it. It is a hint and no proof: it may be old, repeated or out of order. Decimals are
 * exact strings where the Invoice API has the same names; `fiatAmount` is an amount in some events, in others an object.
 */
export interface WebhookEvent {
  /** The same for every delivery of one event. */
  readonly id?: number | string;
  readonly service?: string;
  /** Not in every event: `data.type` is. */
  readonly eventType?: string;
  readonly createdDate?: string;
  readonly data?: {
    /** `INVOICE_PAID`, `INVOICE_MEMPOOL_FOUND` … */
    readonly type?: string;
    readonly idempotencyKey?: string;
    /** The invoice's `id`; the merchant's own id is `externalId`. */
    readonly parentExternalId?: string | number;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

/** @throws Problem 400 for what is no JSON object in UTF-8. */
export function parseEvent(body: Uint8Array): WebhookEvent {
  let event: unknown;
  try {
    event = parseJson(new TextDecoder('utf-8', {fatal: true}).decode(body));
  } catch {
    throw new Problem(400, 'The body is no JSON.');
  }
  if (!isObject(event)) throw new Problem(400, 'The body is no event.');
  return event;
}

/** Whether it may be about an invoice: other groups are PAYOUT, RECURRENT … One that says nothing of itself may. */
export function isAboutInvoice({data, eventType, service}: WebhookEvent): boolean {
  const names = [isObject(data) ? data.type : undefined, eventType, service].filter(isText);
  return names.length === 0 || names.some((name) => name.startsWith('INVOICE'));
}

/** The one name of all deliveries of an event; nothing where it has no `id`. */
export function nameOf({id, data}: WebhookEvent): string | undefined {
  if (typeof id !== 'number' && !isText(id)) return undefined;
  return JSON.stringify([id, data?.type, data?.idempotencyKey, data?.parentExternalId]);
}

/** How the event names its invoice to Calypso. @throws Problem 400 where it does not. */
export function referenceOf({data}: WebhookEvent): InvoiceReference {
  const {idempotencyKey, parentExternalId} = isObject(data) ? data : {};
  const key = isText(idempotencyKey) && invoiceKey(idempotencyKey);
  if (key) return {idempotencyKey: key};
  const id = typeof parentExternalId === 'number' ? String(parentExternalId) : parentExternalId;
  if (isText(id)) return {id};
  throw new Problem(400, 'The event names no invoice.');
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
