import type {CalypsoInvoice, InvoiceReference} from '../api/index.js';
import {addDecimals} from '../core/decimal.js';
import {readBody} from './body.js';
import {digest} from './etag.js';
import type {Invoices} from './invoices.js';
import {invoiceKey} from './invoice-key.js';
import {errorName} from './log.js';
import {noteWebhook} from './look-interval.js';
import {Problem} from './problem.js';
import {signatureCheck} from './signature.js';
import type {InvoiceStore} from './store.js';
import type {Telemetry} from './telemetry.js';
import {createTurns} from './turns.js';
import type {UpstreamInvoice} from './upstream.js';
import {isAboutInvoice, nameOf, parseEvent, referenceOf, type WebhookEvent} from './webhook-event.js';

/** Bytes; the events that Calypso documents have less than one KB. */
const MAX_BODY = 65_536;

/**
 * Is told of a change; a promise is waited for, and a failure makes Calypso deliver again.
 * @param invoice as Calypso answered it just now: this alone is to be trusted
 * @param event what led to the read: it may be about an older change, or about several
 */
export type OnInvoice = (invoice: CalypsoInvoice, event: WebhookEvent) => unknown;

export interface WebhookOptions {
  readonly secrets: readonly string[];
  readonly store: InvoiceStore;
  readonly invoices: Pick<Invoices, 'refresh' | 'moment' | 'since'>;
  /** The key of the invoice that Calypso knows by another name. */
  readonly findKey: (reference: InvoiceReference) => Promise<string>;
  readonly onInvoice: OnInvoice;
  readonly telemetry: Pick<Telemetry, 'webhook' | 'log'>;
}

/** ms that is remembered what the merchant was told of an invoice, and which events were followed. */
const TOLD_LIFETIME = 30 * 86_400_000;
const EVENT_LIFETIME = 7 * 86_400_000;

/**
 * Makes the handler of Calypso's deliveries. An event only says where to look: the invoice is read from Calypso, and
 * what differs from what `onInvoice` was told last is told. So a replay of old events can bring nothing about.
 * Whatever is not answered with 200 Calypso delivers again.
 */
export function createWebhooks({secrets, store, invoices, findKey, onInvoice, telemetry}: WebhookOptions) {
  const isSigned = signatureCheck(secrets);
  const takeTurn = createTurns(store);

  async function tell(invoice: CalypsoInvoice, event: WebhookEvent, key: string): Promise<void> {
    try {
      await onInvoice(invoice, event);
      telemetry.log({level: 'info', event: 'onInvoice', what: 'told', key});
    } catch (error) {
      telemetry.log({level: 'error', event: 'onInvoice', what: 'failed', error: errorName(error), key});
      throw error;
    }
  }

  /** Rejects where Calypso or `onInvoice` failed: nothing is noted then, and the next delivery begins anew. */
  async function follow(key: string, event: WebhookEvent, came: number): Promise<void> {
    const name = nameOf(event);
    const followed = name && `{${key}}:event:${await digest(name)}`;
    if (followed && (await store.get(followed))) return;
    // Events that came while another was waiting for its read are about what that read has brought.
    const latest = invoices.since(key, came);
    if (!latest || !(await isTold(key, latest))) {
      const found = await invoices.refresh(key);
      if (!(await isTold(key, found.fields))) {
        await tell(found.invoice, event, key);
        await store.set(`{${key}}:told`, changeOf(found.fields), TOLD_LIFETIME);
      }
    }
    if (followed) await store.set(followed, 'done', EVENT_LIFETIME);
  }

  /** Calypso is asked once: an invoice keeps its names. */
  async function keyOf(reference: InvoiceReference): Promise<string> {
    const name = `key:${await digest(JSON.stringify(reference))}`;
    const known = invoiceKey((await store.get(name))?.text ?? '');
    if (known) return known;
    const key = await findKey(reference);
    await store.set(name, key, EVENT_LIFETIME);
    return key;
  }

  const isTold = async (key: string, fields: UpstreamInvoice['fields']): Promise<boolean> =>
    (await store.get(`{${key}}:told`))?.text === changeOf(fields);

  return async (request: Request): Promise<Response> => {
    if (request.method !== 'POST') throw new Problem(405, 'Events are posted.', {Allow: 'POST'});
    const came = invoices.moment();
    const body = await readBody(request, MAX_BODY);
    if (!(await isSigned(body, request.headers.get('Sign'))))
      throw new Problem(401, 'The body is not signed with a secret of this endpoint.');
    const event = parseEvent(body);
    if (isAboutInvoice(event)) {
      const reference = referenceOf(event);
      const key = 'idempotencyKey' in reference ? reference.idempotencyKey : await keyOf(reference);
      await telemetry.webhook(key, () => takeTurn(key, () => follow(key, event, came)));
      await noteWebhook(store);
    }
    return new Response(null, {status: 200});
  };
}

/** What the merchant is told of: where the invoice stands and what was received, and no rates or texts. */
function changeOf(fields: UpstreamInvoice['fields']): string {
  const {state, totalDebitAmount, interventionType, isInterventionResolved} = fields;
  const total = typeof totalDebitAmount === 'string' ? addDecimals(totalDebitAmount, '0') : null;
  return JSON.stringify([state, total, interventionType, isInterventionResolved]);
}
