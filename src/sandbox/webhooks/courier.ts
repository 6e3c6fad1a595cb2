import {withDeadline} from '../../api/deadline.js';
import {signBody} from '../../api/sign.js';
import type {Subscription} from './subscription.js';

export interface Courier {
  readonly fetch: typeof globalThis.fetch;
  /** Ends whatever is under way. */
  readonly signal: AbortSignal;
}

/**
 * Posts a signed body once; redirects are not followed.
 * @param timeout real ms
 * @returns the HTTP status, undefined where no answer came in time.
 */
export async function post(
  {url, publicKey, secretKey}: Subscription,
  body: string,
  {fetch, signal: closing}: Courier,
  timeout: number,
): Promise<number | undefined> {
  const headers = {'Content-Type': 'application/json', Key: publicKey, Sign: await signBody(secretKey, body)};
  try {
    return await withDeadline(timeout, closing, async (signal) => {
      const response = await fetch(url, {method: 'POST', headers, body, redirect: 'manual', signal});
      // Nobody reads it: the connection is free for the next.
      await response.body?.cancel();
      return response.status;
    });
  } catch {
    return undefined;
  }
}
