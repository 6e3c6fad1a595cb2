import {CalypsoTransportError} from './errors.js';

/** A timer that is set to more, or to Infinity, fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Runs `work` for at most `timeout` ms. The promise is raced, not only aborted: on Node 20 a stalled body can
 * outlive its signal.
 * @param work is told what ends it, and how many ms are left when it asks
 * @throws CalypsoTransportError `timeout`, or the reason of `signal` when the caller gave up.
 */
export async function withDeadline<T>(
  timeout: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal, left: () => number) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const ms = Math.min(timeout, LONGEST_TIMER);
  const started = Date.now();
  const left = () => started + ms - Date.now();
  const controller = new AbortController();
  let giveUp: (reason: Error) => void = () => undefined;
  const overdue = new Promise<never>((_, reject) => {
    giveUp = (reason) => {
      reject(reason);
      controller.abort(reason);
    };
  });
  const abandon = () => giveUp(signal?.reason as Error);
  const timer = setTimeout(
    () => giveUp(new CalypsoTransportError('timeout', `no answer from Calypso within ${timeout} ms`)),
    ms,
  );
  signal?.addEventListener('abort', abandon);
  try {
    return await Promise.race([work(controller.signal, left), overdue]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abandon);
  }
}
