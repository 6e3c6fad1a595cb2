import {CalypsoTransportError} from './errors.js';
import {parseRetryAfter} from '../core/poll-policy.js';

/** ms before the first repeat; it doubles with each, and any part of it is waited. */
const BASE = 250;

/** What bounds the repeats of a call. */
export interface Bounds {
  readonly retries: number;
  /** Ends the waiting too. */
  readonly signal: AbortSignal;
  /** ms until the call's deadline. */
  readonly left: () => number;
  /** Epoch ms. */
  readonly now: () => number;
}

/**
 * Repeats what may be repeated without harm, up to `retries` times, where no answer came or the answer was none of
 * Calypso's: a server in front of it, or one that restarts. What Calypso itself refused is not repeated. Never
 * before `Retry-After` is over: where the call has no time for that, the error is thrown at once.
 */
export async function withRetries<T>(
  {retries, signal, left, now}: Bounds,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(failures < retries) || signal.aborted || !isPassing(error)) throw error;
      // However long: what is too long, the time of the call says.
      const asked = parseRetryAfter(error.retryAfter ?? null, now(), Infinity) ?? 0;
      // By chance some more than asked: whoever was told the same shall not come back at the same time.
      const wait = asked + Math.random() * BASE * 2 ** failures;
      if (asked && wait >= left()) throw error;
      await pause(wait, signal);
      signal.throwIfAborted();
    }
  }
}

/** A refusal of ours (4xx) will be one again; silence, 5xx and 429 may pass. */
const isPassing = (error: unknown): error is CalypsoTransportError =>
  error instanceof CalypsoTransportError &&
  (error.kind === 'network' || error.status === 429 || (error.status ?? 0) >= 500);

/** Ends with `signal`, too: a timer that is left over would keep a process from ending. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
