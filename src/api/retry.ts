import {CalypsoTransportError} from './errors.js';

/** ms before the first repeat; it doubles with each, and any part of it is waited. */
const BASE = 250;

/**
 * Repeats what may be repeated without harm, up to `retries` times, where no answer came or the answer was none of
 * Calypso's: a server in front of it, or one that restarts. What Calypso itself refused is not repeated.
 * @param signal ends the waiting too
 */
export async function withRetries<T>(
  retries: number,
  signal: AbortSignal,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(failures < retries) || signal.aborted || !isPassing(error)) throw error;
      await pause(Math.random() * BASE * 2 ** failures);
      signal.throwIfAborted();
    }
  }
}

/** A refusal of ours (4xx) will be one again; silence, 5xx and 429 may pass. */
const isPassing = (error: unknown): boolean =>
  error instanceof CalypsoTransportError &&
  (error.kind === 'network' || error.status === 429 || (error.status ?? 0) >= 500);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
