import {CalypsoTransportError} from './errors.js';

/**
 * Runs `work` for at most `timeout` ms. The promise is raced, not only aborted: on Node 20 a stalled body can
 * outlive its signal.
 * @throws CalypsoTransportError `timeout`, or the reason of `signal` when the caller gave up.
 */
export async function withDeadline<T>(
  timeout: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  let giveUp: (reason: unknown) => void = () => undefined;
  const overdue = new Promise<never>((_, reject) => {
    giveUp = (reason) => {
      reject(reason as Error);
      controller.abort(reason);
    };
  });
  const abandon = () => giveUp(signal?.reason);
  const timer = setTimeout(
    () => giveUp(new CalypsoTransportError('timeout', `no answer from Calypso within ${timeout} ms`)),
    timeout,
  );
  signal?.addEventListener('abort', abandon);
  try {
    return await Promise.race([work(controller.signal), overdue]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abandon);
  }
}
