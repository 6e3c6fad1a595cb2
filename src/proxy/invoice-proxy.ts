import {parseBasePath} from './base-path.js';
import {createBreaker} from './breaker.js';
import {corsHeaders, isForeign, parseOrigins} from './cors.js';
import {createFeeds} from './feeds.js';
import {healthResponse} from './health.js';
import {answerJson, answerResponse} from './invoice-answer.js';
import {createInvoices, type Answer} from './invoices.js';
import {safeLog} from './log.js';
import {lookInterval} from './look-interval.js';
import {memoryStore} from './memory-store.js';
import {checkOptions, type InvoiceProxyOptions} from './options.js';
import {Problem, problemResponse} from './problem.js';
import {createRateLimits} from './rate-limit.js';
import {parseRoute, type Route} from './route.js';
import {createStreams} from './streams.js';
import {createTelemetry} from './telemetry.js';
import {createUpstream} from './upstream.js';
import {unknownInvoice} from './upstream-problem.js';
import {createWebhooks} from './webhooks.js';

const EVENT_STREAM = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

/** Answers every request, and never rejects. */
export interface InvoiceProxy {
  (request: Request): Promise<Response>;
  /** Tells the readers of streams to come back, to another instance, and resolves once what is under way is answered. */
  close(): Promise<void>;
}

/**
 * Makes the handler that `<calypso-invoice src>` reads from: it keeps the keys, reads the invoice from Calypso and
 * answers with the fields that a payer may see. docs/proxy.md says which answer comes when.
 * @throws TypeError naming the option that cannot be used.
 */
export function createInvoiceProxy(options: InvoiceProxyOptions): InvoiceProxy {
  checkOptions(options);
  const {client, authorize = () => true, clientAddress = () => undefined, webhookSecrets} = options;
  const {now = Date.now, timeout = 8000, store = memoryStore({now})} = options;
  const {allowedOrigins = [], rateLimits = {}, push = {}, onInvoice = () => undefined} = options;
  const prefix = parseBasePath(options.basePath);
  const allowed = parseOrigins(allowedOrigins);
  const limits = createRateLimits(rateLimits, now);
  const telemetry = createTelemetry(safeLog(options.log, now), now);
  const breaker = createBreaker({now, timeout, onChange: telemetry.breaker});
  const upstream = createUpstream({client, timeout, now, breaker, telemetry});
  const invoices = createInvoices({store, read: upstream.read, now, timeout, onGet: telemetry.answer});
  const webhooks =
    webhookSecrets !== undefined &&
    createWebhooks({
      secrets: webhookSecrets,
      store,
      invoices,
      findKey: upstream.findKey,
      onInvoice,
      telemetry,
    });
  const follow = createFeeds(invoices, () => lookInterval(store, Boolean(webhooks)));
  const streams = push && createStreams({invoices, follow, push, toJson, onOpen: telemetry.stream});
  const underWay = new Set<Promise<Response>>();
  let isClosing = false;

  function toJson(key: string, answer: Answer): string {
    return answerJson(answer, now(), streams ? `${prefix}${key}/events` : undefined);
  }

  /** @returns the address, where it is known @throws Problem 403 or 429 */
  async function admit(request: Request, key: string): Promise<string | undefined> {
    const address = clientAddress(request);
    if (address !== undefined) limits.address(address);
    if ((await authorize(request, key)) !== true) throw new Problem(403, 'You may not read this invoice.');
    limits.invoice(key);
    return address;
  }

  async function answer(request: Request, {kind, key, allow}: Route): Promise<Response> {
    const {method} = request;
    if (kind === 'outside') throw new Problem(404, 'There is nothing here.');
    if (isForeign(request, allowed)) throw new Problem(403, 'This origin may not read invoices.');
    if (kind === 'webhook' && webhooks) return webhooks(request);
    if (method === 'OPTIONS') return new Response(null, {status: 204, headers: {Allow: allow}});
    if (kind === 'webhook' || kind === 'other' || (kind === 'events' && !streams)) throw unknownInvoice();
    if (!allow.split(', ').includes(method))
      throw new Problem(405, 'An invoice can only be read.', {Allow: allow});
    if (kind === 'health')
      return healthResponse({breaker: breaker.state, isStoreHealthy: store.healthy, isClosing});
    const address = await admit(request, key);
    if (kind === 'events' && streams)
      return new Response(await streams.open({key, address, request}), {
        headers: EVENT_STREAM,
      });
    const found = await invoices.get(key);
    return answerResponse(request, found, toJson(key, found));
  }

  async function handle(request: Request): Promise<Response> {
    const startedAt = now();
    const route = parseRoute(new URL(request.url).pathname, prefix);
    const response = await answer(request, route).catch(problemResponse);
    const headers = {
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Origin',
      Date: new Date(now()).toUTCString(),
      ...corsHeaders(request, allowed),
    };
    if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store');
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    const kind = request.method === 'OPTIONS' ? 'preflight' : route.kind === 'outside' ? 'other' : route.kind;
    telemetry.request(kind, response.status, startedAt, route.key);
    return request.method === 'HEAD' ? new Response(null, response) : response;
  }

  function proxy(request: Request): Promise<Response> {
    const response = handle(request).finally(() => underWay.delete(response));
    underWay.add(response);
    return response;
  }

  async function close(): Promise<void> {
    isClosing = true;
    if (streams) streams.close();
    await Promise.all(underWay);
    await invoices.close();
    await store.close();
  }

  return Object.assign(proxy, {close});
}
