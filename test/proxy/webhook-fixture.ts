import {createHmac} from 'node:crypto';
import type {CalypsoInvoice} from '../../src/api/index.js';
import type {InvoiceProxyOptions, WebhookEvent} from '../../src/proxy/index.js';
import {BASE, invoiceText, KEY, setUp, SHOP, type Upstream} from './fixture.js';

export const SECRET = 'CANARYwebhook-5f1c2f5be1c34e0db6a7f3bd0fb8a1c2';
export const ID = 'd9732536-acdd-41bd-87c3-ec40aeeb6a37';

/** Calypso's `Sign` header: hex HMAC-SHA512 of the raw body, with the secret as text. */
export const sign = (body: string | Uint8Array, secret = SECRET): string =>
  createHmac('sha512', secret).update(body).digest('hex');

/** An event in the shape of Calypso's samples (How to create a Limited Invoice via API). */
export const invoiceEvent = (id: number, type = 'INVOICE_PAID', data: object = {}) => ({
  requestId: '535b0c92-32b8-4679-9d9e-56ebda031ff7',
  id,
  createdDate: '2025-07-05T11:59:59.645795',
  level: 'SUCCESS',
  service: 'INVOICE',
  eventType: type,
  data: {type, amount: 10.234, currency: 'USDT_TRX', idempotencyKey: KEY, parentExternalId: ID, ...data},
});

export const webhookRequest = (body: BodyInit, headers: HeadersInit, method = 'POST'): Request =>
  new Request(`${SHOP}${BASE}/webhooks`, {method, body, headers, duplex: 'half'} as RequestInit);

/** A proxy that is told of events, over a Calypso where one invoice stands as the test says. */
export function setUpWebhooks(options: Partial<InvoiceProxyOptions> = {}) {
  const calypso = {
    state: 'PENDING_PAYMENT',
    total: '0',
    /** Answers in place of the invoice. */
    fault: undefined as (() => Response | Promise<Response>) | undefined,
  };
  const answer = (key = KEY) =>
    new Response(
      invoiceText(key, `"id":"${ID}","state":"${calypso.state}","totalDebitAmount":${calypso.total}`),
    );
  const upstream: Upstream = (name) => calypso.fault?.() ?? answer([ID, '42'].includes(name) ? KEY : name);
  /** What `onInvoice` was told, in its order. */
  const told: {invoice: CalypsoInvoice; event: WebhookEvent}[] = [];
  const {proxy, advance, ...rest} = setUp(upstream, {
    webhookSecrets: [SECRET],
    onInvoice: (invoice, event) => void told.push({invoice, event}),
    ...options,
  });
  const deliver = (event: object, secret = SECRET) => {
    const body = JSON.stringify(event);
    return proxy(webhookRequest(body, {Sign: sign(body, secret), Key: 'CANARYpublic'}));
  };
  return {
    ...rest,
    proxy,
    advance,
    calypso,
    told,
    answer,
    states: () => told.map(({invoice}) => invoice.state),
    change: (state: string, total = calypso.total) => Object.assign(calypso, {state, total}),
    post: (body: BodyInit, headers: HeadersInit = {}) => proxy(webhookRequest(body, headers)),
    deliver,
    /** Delivers a second after whatever was before: so far apart nothing waits. */
    deliverLater: (event: object) => {
      advance(1000);
      return deliver(event);
    },
  };
}
