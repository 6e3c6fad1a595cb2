import {parseDecimal} from '../core/decimal.js';
import {parseJson, stringifyJson} from '../core/json.js';
import {withDeadline} from './deadline.js';
import {CalypsoApiError, CalypsoTransportError} from './errors.js';
import {signBody} from './sign.js';
import type {CalypsoInvoice, NewSingleInvoice} from './types.js';

export interface CalypsoClientOptions {
  /** Origin of the API, without `/api/v1`: `https://api.calypso.money`. */
  readonly baseUrl: string;
  /** Merchant account id, `0x` and 40 hex digits. */
  readonly account: string;
  readonly key: string;
  readonly secret: string;
  readonly fetch?: typeof globalThis.fetch;
  /** Epoch ms; Calypso refuses a timestamp more than 3 minutes off. */
  readonly now?: () => number;
  /** ms that a call may take, 10 000 where absent. */
  readonly timeout?: number;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** ms, in place of the client's. */
  readonly timeout?: number;
}

/** How an invoice is named to Calypso. */
export type InvoiceReference = {readonly idempotencyKey: string} | {readonly id: string};

/**
 * A signed client of the Calypso Invoice API for servers and edge runtimes: Web Crypto and `fetch`, nothing else.
 * It must never run in a browser: the secret would be public.
 *
 * Calls throw `CalypsoApiError` where Calypso refuses, `CalypsoTransportError` where no usable answer came, and
 * `TypeError` for arguments that name no invoice or amount.
 */
export class CalypsoClient {
  readonly #options: Required<CalypsoClientOptions>;

  constructor({
    fetch = (...request) => globalThis.fetch(...request),
    now = Date.now,
    timeout = 10_000,
    ...options
  }: CalypsoClientOptions) {
    for (const name of ['account', 'key', 'secret'] as const)
      if (typeof options[name] !== 'string' || !options[name])
        throw new TypeError(
          `${name}: expected a text, got ${options[name] === '' ? 'an empty one' : typeof options[name]}`,
        );
    if (!(typeof timeout === 'number' && timeout > 0))
      throw new TypeError(
        `timeout: expected more than 0 ms, got ${typeof timeout === 'number' ? timeout : typeof timeout}`,
      );
    this.#options = {...options, baseUrl: originOf(options.baseUrl), fetch, now, timeout};
  }

  /** Makes a single invoice: one payment of a fixed amount. Calypso answers 016 where the `idempotencyKey` is taken. */
  async createSingleInvoice(invoice: NewSingleInvoice, options?: CallOptions): Promise<CalypsoInvoice> {
    const amount = parseDecimal(invoice.amount);
    if (amount === undefined)
      throw new TypeError(`amount: expected a decimal, got ${String(invoice.amount)}`);
    const payload = {...invoice, idempotencyKey: invoice.idempotencyKey ?? crypto.randomUUID(), amount};
    return (await this.#call('invoice/single/create', payload, options)) as CalypsoInvoice;
  }

  /** Reads one invoice; Calypso answers 004 where there is none. */
  async getInvoice(reference: InvoiceReference, options?: CallOptions): Promise<CalypsoInvoice> {
    return (await this.#call('invoice', nameOf(reference), options)) as CalypsoInvoice;
  }

  #call(path: string, payload: object, {signal, timeout = this.#options.timeout}: CallOptions = {}) {
    return withDeadline(timeout, signal, (deadline) => this.#send(path, payload, deadline));
  }

  async #send(path: string, payload: object, signal: AbortSignal): Promise<Record<string, unknown>> {
    const {baseUrl, account, key, secret, fetch, now} = this.#options;
    // The very bytes that are signed are sent, with a timestamp of their own for every attempt.
    const body = stringifyJson({timestamp: now(), account, payload}) ?? '';
    const headers = {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      Key: key,
      Sign: await signBody(secret, body),
    };
    let response: Response, text: string;
    try {
      response = await fetch(`${baseUrl}/api/v1/${path}`, {
        method: 'POST',
        headers,
        body,
        signal,
        // Not followed, and so refused as no answer of Calypso's; workers do not know 'error'.
        redirect: 'manual',
      });
      text = await response.text();
    } catch (cause) {
      throw new CalypsoTransportError('network', 'Calypso could not be reached', {cause});
    }
    return readAnswer(response, text);
  }
}

/** What is no plain origin is not quoted: it may hold a password, or be the secret in the wrong place. */
function originOf(baseUrl: string): string {
  const expected = 'baseUrl: expected an http(s) origin such as https://api.calypso.money';
  if (!/^https?:/i.test(baseUrl) || !URL.canParse(baseUrl))
    throw new TypeError(`${expected}, got ${baseUrl === '' ? 'an empty text' : typeof baseUrl}`);
  const {href, origin} = new URL(baseUrl);
  if (href !== `${origin}/`) throw new TypeError(`${expected}, got ${origin} with more around it`);
  return origin;
}

/** The one name that Calypso is asked by, and nothing else that the object may hold. */
function nameOf(reference: InvoiceReference): InvoiceReference {
  const {idempotencyKey, id} = reference as {idempotencyKey?: unknown; id?: unknown};
  if (idempotencyKey && typeof idempotencyKey === 'string') return {idempotencyKey};
  if (id && typeof id === 'string') return {id};
  throw new TypeError(`idempotencyKey or id: expected a text, got ${typeof (idempotencyKey ?? id)}`);
}

/** Calypso's words of an error are for the merchant's logs; a body that is not Calypso's is never quoted. */
function readAnswer({ok, status}: Response, text: string): Record<string, unknown> {
  let body: unknown;
  try {
    body = parseJson(text);
  } catch (cause) {
    throw new CalypsoTransportError('response', `Calypso answered ${status} without JSON`, {cause, status});
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new CalypsoTransportError('response', `Calypso answered ${status} without an object`, {status});
  const fields = body as Record<string, unknown>;
  if (typeof fields['errorCode'] === 'string') {
    const {errorCode, message, traceId} = fields;
    throw new CalypsoApiError({
      errorCode,
      message: typeof message === 'string' ? message : `Calypso answered with error ${errorCode}`,
      traceId: typeof traceId === 'string' ? traceId : undefined,
      status,
    });
  }
  if (!ok)
    throw new CalypsoTransportError('response', `Calypso answered ${status} without an error code`, {status});
  return fields;
}
