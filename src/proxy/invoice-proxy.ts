import type {InvoiceReference} from '../api/index.js';
import {parseBasePath} from './base-path.js';
import {corsHeaders, isForeign, parseOrigins} from './cors.js';
import {matchesEtag} from './etag.js';
import {invoiceKey} from './invoice-key.js';
import {memoryStore} from './invoice-store.js';
import {Problem, problemResponse} from './problem.js';
import {readInvoice, readKey, type InvoiceReader} from './upstream.js';
import {unknownInvoice} from './upstream-problem.js';
import {createWebhooks, type OnInvoice} from './webhooks.js';

const ALLOW = {Allow: 'GET, HEAD, OPTIONS'};

export interface InvoiceProxyOptions {
  /** A `CalypsoClient`, or whatever reads an invoice as it does. */
  readonly client: InvoiceReader;
  /** Path of the invoices as the browser asks for it, such as `/api/invoices`: one is at `{basePath}/{idempotencyKey}`. */
  readonly basePath: string;
  /** Origins of other sites that may read invoices, as browsers send them: `https://shop.example`. */
  readonly allowedOrigins?: readonly string[];
  /**
   * Whether this request may read this invoice, asked before Calypso is. Whatever is not `true` is a 403, an
   * exception a 500.
   * @param key the invoice's idempotencyKey in lower case
   */
  readonly authorize?: (request: Request, key: string) => boolean | Promise<boolean>;
  /** The `secretKey` of the webhook subscription, several while keys are changed: opens `POST {basePath}/webhooks`. */
  readonly webhookSecrets?: readonly string[];
  /**
   * Called when a webhook led to a change of the invoice's state or of what was received, and again where it failed.
   * Calypso delivers until this has succeeded.
   */
  readonly onInvoice?: OnInvoice;
  /** Epoch ms. */
  readonly now?: () => number;
  /** ms that Calypso has for an answer, 8 000 where absent. */
  readonly timeout?: number;
}

/** Answers every request, and never rejects. */
export type InvoiceProxy = (request: Request) => Promise<Response>;

/**
 * Makes the handler that `<calypso-invoice src>` reads from: it keeps the keys, reads the invoice from Calypso and
 * answers with the fields that a payer may see. docs/proxy.md says which answer comes when.
 * @throws TypeError naming the option that cannot be used.
 */
export function createInvoiceProxy({
  client,
  basePath,
  allowedOrigins = [],
  authorize = () => true,
  webhookSecrets,
  onInvoice = () => undefined,
  now = Date.now,
  timeout = 8000,
}: InvoiceProxyOptions): InvoiceProxy {
  if (typeof client?.getInvoice !== 'function')
    throw new TypeError(`client: expected a CalypsoClient, got ${client === null ? 'null' : typeof client}`);
  if (!(timeout > 0)) throw new TypeError(`timeout: expected more than 0 ms, got ${String(timeout)}`);
  const prefix = parseBasePath(basePath);
  const allowed = parseOrigins(allowedOrigins);
  if (typeof onInvoice !== 'function')
    throw new TypeError(`onInvoice: expected a function, got ${typeof onInvoice}`);
  const store = memoryStore(now, timeout);
  const read = (key: string) => readInvoice(client, key, timeout);
  const findKey = (reference: InvoiceReference) => readKey(client, reference, timeout);
  const webhooks =
    webhookSecrets && createWebhooks({secrets: webhookSecrets, store, read, findKey, onInvoice});

  async function answer(request: Request): Promise<Response> {
    const {method, headers, url} = request;
    const {pathname} = new URL(url);
    if (!pathname.startsWith(prefix)) throw new Problem(404, 'There is nothing here.');
    if (isForeign(request, allowed)) throw new Problem(403, 'This origin may not read invoices.');
    if (webhooks && pathname === `${prefix}webhooks`) return webhooks(request);
    if (method === 'OPTIONS') return new Response(null, {status: 204, headers: ALLOW});
    const key = invoiceKey(pathname.slice(prefix.length));
    if (!key) throw unknownInvoice();
    if (method !== 'GET' && method !== 'HEAD') throw new Problem(405, 'An invoice can only be read.', ALLOW);
    if ((await authorize(request, key)) !== true) throw new Problem(403, 'You may not read this invoice.');
    const {fields, etag} = await store.get(key, () => read(key));
    if (matchesEtag(headers.get('If-None-Match'), etag))
      return new Response(null, {status: 304, headers: {ETag: etag}});
    return Response.json({...fields, serverTime: new Date(now()).toISOString()}, {headers: {ETag: etag}});
  }

  return async (request) => {
    const response = await answer(request).catch(problemResponse);
    const headers = {
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Origin',
      Date: new Date(now()).toUTCString(),
      ...corsHeaders(request, allowed),
    };
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    return request.method === 'HEAD' ? new Response(null, response) : response;
  };
}
