import {PollingController, type PollingOptions} from '../../../src/controllers/polling-controller.js';
import {FakeHost} from './fake-host.js';

/** One call of `read`, to be answered by the test. */
export interface Read {
  readonly source: string | undefined;
  readonly signal: AbortSignal;
  answer(value: string): void;
  fail(error?: Error): void;
}

export interface Failure {
  readonly error: unknown;
  readonly retryIn: number | null;
}

/** A poller on a fake host whose reads the test answers; every callback is kept. */
export function poller(options: Partial<PollingOptions<string>> = {}) {
  const host = new FakeHost();
  const page = new EventTarget();
  const reads: Read[] = [];
  const accepted: string[] = [];
  const failures: Failure[] = [];
  const state = {source: 'a' as string | undefined, hidden: false};
  const create = () =>
    new PollingController<string>(host, {
      source: () => state.source,
      read: (signal) =>
        new Promise((resolve, reject) => {
          reads.push({
            source: state.source,
            signal,
            answer: resolve,
            fail: (error = new Error('no')) => reject(error),
          });
        }),
      accept: (value) => void accepted.push(value),
      fail: (error, retryIn) => void failures.push({error, retryIn}),
      delay: (failed) => 3000 + 1000 * failed,
      overdue: () => new Error('overdue'),
      deadline: 10_000,
      isHidden: () => state.hidden,
      wakeUps: () => WAKE_UPS.map((type) => [page, type]),
      ...options,
    });
  return {
    host,
    state,
    reads,
    accepted,
    failures,
    create,
    wake: (type = 'focus') => void page.dispatchEvent(new Event(type)),
    /** The page is shown, out of the back/forward cache or not. */
    show: (persisted: boolean) => void page.dispatchEvent(Object.assign(new Event('pageshow'), {persisted})),
    /** The read that was begun last. */
    last: (): Read => reads.at(-1)!,
    inFlight: () => reads.filter(({signal}) => !signal.aborted),
  };
}

export const WAKE_UPS = ['visibilitychange', 'focus', 'pageshow', 'online'];
