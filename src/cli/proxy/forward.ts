import {signBody} from '../../api/sign.js';
import type {OnInvoice} from '../../proxy/index.js';
import {errorName} from '../../proxy/log.js';
import type {LogLine} from './json-log.js';

export interface ForwardTarget {
  readonly url: string;
  readonly secret: string;
}

export interface ForwardOptions extends ForwardTarget {
  readonly log: (line: LogLine) => void;
  readonly fetch?: typeof globalThis.fetch;
  /** ms that the shop has for an answer. */
  readonly timeout?: number;
}

/** The shop did not take a change. */
class ForwardError extends Error {
  override readonly name = 'ForwardError';
}

/**
 * Posts each change to the merchant's own server, signed as Calypso signs its webhooks. Whatever is not answered with
 * 2xx rejects: the webhook fails then, and Calypso delivers it again.
 */
export function createForward({
  url,
  secret,
  log,
  fetch = globalThis.fetch,
  timeout = 5000,
}: ForwardOptions): OnInvoice {
  async function post(body: string): Promise<number> {
    const response = await fetch(url, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', Sign: await signBody(secret, body)},
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    await response.body?.cancel();
    return response.status;
  }

  return async (invoice, event) => {
    let status: number;
    try {
      status = await post(JSON.stringify({invoice, event}));
    } catch (error) {
      log({level: 'error', event: 'forward', error: errorName(error)});
      throw error;
    }
    if (status < 200 || status > 299) {
      log({level: 'error', event: 'forward', status});
      throw new ForwardError(`answered ${status}`);
    }
  };
}
