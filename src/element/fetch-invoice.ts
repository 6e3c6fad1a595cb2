import {parseInstant} from '../core/instant.js';
import {InvoiceFormatError} from '../core/invoice-format-error.js';
import {parseInvoice} from '../core/invoice-json.js';
import type {Invoice} from '../core/invoice.js';
import {parseJson} from '../core/json.js';
import {parseRetryAfter} from '../core/poll-policy.js';

/** A read that brought no answer. */
export class InvoiceRequestError extends Error {
  override readonly name = 'InvoiceRequestError';
  /** `network`: no answer came; `timeout`: not in time; `http`: a status that is no success. */
  readonly kind: 'network' | 'timeout' | 'http';
  /** HTTP status, with kind `http`. */
  readonly status: number | undefined;
  /** ms that the server asked to wait. */
  readonly retryAfter: number | undefined;

  constructor(
    kind: InvoiceRequestError['kind'],
    message: string,
    {status, retryAfter, ...options}: ErrorOptions & {status?: number; retryAfter?: number | undefined} = {},
  ) {
    super(message, options);
    this.kind = kind;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

export interface InvoiceRequest {
  /** Absolute. */
  readonly url: URL;
  readonly fetch: typeof globalThis.fetch;
  readonly credentials: RequestCredentials;
  /** Of the last answer, if there was one. */
  readonly etag: string | null;
  readonly signal: AbortSignal;
}

export interface InvoiceAnswer {
  /** null: not modified. */
  readonly invoice: Invoice | null;
  /** The body; empty where it was not modified. */
  readonly text: string;
  readonly etag: string | null;
  /** Epoch ms by the server's clock, where the answer told. */
  readonly serverTime: number | undefined;
  /** The proxy answers from memory, because Calypso fails; undefined where it was not modified. */
  readonly isStale: boolean | undefined;
  /** ms since the proxy read it. */
  readonly age: number;
}

/**
 * Reads the invoice once from the merchant's proxy.
 * @throws InvoiceRequestError or InvoiceFormatError
 */
export async function fetchInvoice({
  url,
  fetch,
  credentials,
  etag,
  signal,
}: InvoiceRequest): Promise<InvoiceAnswer> {
  // A header of our own would ask other origins for a preflight that they need not answer.
  const conditional = etag && url.origin === location.origin ? {'If-None-Match': etag} : {};
  let response: Response, text: string;
  try {
    const headers = {Accept: 'application/json', ...conditional};
    response = await fetch(url.href, {headers, credentials, signal, cache: 'no-store'});
    text = await response.text();
  } catch (cause) {
    throw new InvoiceRequestError('network', `${url.pathname} could not be read`, {cause});
  }
  const {status, headers} = response;
  const date = Date.parse(headers.get('Date') ?? '') || undefined;
  const age = ageOf(headers.get('Age'));
  if (status === 304 && etag)
    return {invoice: null, text: '', etag, serverTime: date, isStale: undefined, age};
  if (status !== 200 || isElsewhere(response, url)) {
    const retryAfter = parseRetryAfter(headers.get('Retry-After'), date ?? Date.now());
    throw new InvoiceRequestError('http', `${url.pathname} answered ${status}`, {status, retryAfter});
  }
  const {invoice, isStale} = readInvoice(text);
  const serverTime = parseInstant(invoice.serverTime) ?? date;
  return {invoice, text, etag: headers.get('ETag'), serverTime, isStale, age};
}

/** ms; what is no number of seconds counts as none. */
const ageOf = (value: string | null): number => (/^\d{1,6}$/.test(value ?? '') ? Number(value) * 1000 : 0);

/** A redirect to another origin speaks for somebody else. */
const isElsewhere = (response: Response, url: URL): boolean =>
  response.redirected && new URL(response.url).origin !== url.origin;

/** @throws InvoiceFormatError */
export function readInvoice(text: string): {readonly invoice: Invoice; readonly isStale: boolean} {
  let body: unknown;
  try {
    body = parseJson(text);
  } catch {
    throw new InvoiceFormatError('invoice', 'JSON', text);
  }
  return {invoice: parseInvoice(body), isStale: (body as {readonly stale?: unknown}).stale === true};
}
