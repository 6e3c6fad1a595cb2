import {object, originOf, text} from './arguments.js';
import {kindOf} from './kind-of.js';
import type {Credentials} from './transport.js';

export interface CalypsoClientOptions extends Omit<Credentials, 'fetch' | 'now'> {
  readonly fetch?: typeof globalThis.fetch;
  /** Epoch ms; Calypso refuses a timestamp more than 3 minutes off. */
  readonly now?: () => number;
  /** ms that a call may take with all its repeats, 10 000 where absent. */
  readonly timeout?: number;
  /**
   * How often a call that can be repeated without harm is repeated when no answer came, 2 where absent. `Retry-After`
   * is waited for where `timeout` leaves the time; otherwise the error comes at once.
   */
  readonly retries?: number;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** ms, in place of the client's. */
  readonly timeout?: number;
  /** In place of the client's; what is never repeated is not by this either. */
  readonly retries?: number;
}

/** A client's options, checked and complete. */
export interface CallerOptions {
  readonly credentials: Credentials;
  readonly timeout: number;
  readonly retries: number;
}

/** @throws TypeError naming the option that cannot be used. */
export function readOptions(options: CalypsoClientOptions): CallerOptions {
  const {
    fetch = (...request) => globalThis.fetch(...request),
    now = Date.now,
    timeout = 10_000,
    retries = 2,
    ...own
  }: CalypsoClientOptions = object('options', options, 'baseUrl, account, key and secret');
  for (const name of ['account', 'key', 'secret'] as const) text(name, own[name]);
  for (const [name, value] of Object.entries({fetch, now}))
    if (typeof value !== 'function')
      throw new TypeError(`${name}: expected a function, got ${kindOf(value)}`);
  if (!(typeof timeout === 'number' && timeout > 0))
    throw new TypeError(`timeout: expected more than 0 ms, got ${shown(timeout)}`);
  if (!(typeof retries === 'number' && retries >= 0))
    throw new TypeError(`retries: expected 0 or more, got ${shown(retries)}`);
  const {account, key, secret} = own;
  const credentials = {baseUrl: originOf(own.baseUrl), account, key, secret, fetch, now};
  return {credentials, timeout, retries};
}

/** What is no number is not quoted: it may be a secret in the wrong place. */
const shown = (value: unknown): string => (typeof value === 'number' ? String(value) : kindOf(value));
