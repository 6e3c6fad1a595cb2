import {CalypsoApiError, CalypsoTransportError} from '../api/index.js';
import {parseRetryAfter} from '../core/poll-policy.js';
import {Problem, retryAfter} from './problem.js';

/** Failures in a row that open it. */
const THRESHOLD = 5;
/** ms of the longest rest, at first and at last; how much of it is rested is chance. */
const FIRST_REST = 1000;
const LAST_REST = 15_000;

/** Calypso was not asked: this is one instance's caution, and says nothing to the others. */
export class RestProblem extends Problem {
  /** @param left ms */
  constructor(left: number) {
    super(503, 'Calypso does not answer at the moment.', retryAfter(left));
  }
}

export type BreakerState = 'closed' | 'open' | 'half-open';

/** Leaves Calypso alone while it does not answer: then one read at a time finds out whether it does again. */
export interface Breaker {
  readonly state: BreakerState;
  /** @throws Problem 503 without a call, or what `call` throws */
  run<T>(call: () => Promise<T>): Promise<T>;
}

export interface BreakerOptions {
  /** Epoch ms. */
  readonly now: () => number;
  /** ms after which a probe that has not ended is given up: some runtimes stop it with the request that began it. */
  readonly timeout: number;
  /** From 0 to 1. */
  readonly random?: () => number;
  readonly onChange?: (state: BreakerState) => void;
}

export function createBreaker({now, timeout, random = Math.random, onChange}: BreakerOptions): Breaker {
  let state: BreakerState = 'closed';
  let failures = 0;
  let restsUntil = 0;
  let rests = 0;

  function become(next: BreakerState): void {
    if (next === state) return;
    state = next;
    onChange?.(next);
  }

  function rest(ms: number): void {
    restsUntil = now() + ms;
    become('open');
  }

  function fail(error: unknown): void {
    failures++;
    const asked = parseRetryAfter(headerOf(error), now());
    if (asked) rest(asked);
    // Reads that began before it opened and fail one by one are one failure.
    else if (state === 'open') return;
    else if (failures >= THRESHOLD || state === 'half-open')
      rest(random() * Math.min(LAST_REST, FIRST_REST * 2 ** Math.min(rests++, 10)));
  }

  return {
    get state() {
      return state;
    },

    async run(call) {
      if (state !== 'closed') {
        const left = restsUntil - now();
        if (left > 0) throw new RestProblem(left);
        restsUntil = now() + timeout;
        become('half-open');
      }
      try {
        const answer = await call();
        succeed();
        return answer;
      } catch (error) {
        if (isOutage(error)) fail(error);
        else succeed();
        throw error;
      }
    },
  };

  function succeed(): void {
    // A read that began before the breaker opened says little: only the probe closes it.
    if (state === 'open') return;
    failures = rests = 0;
    become('closed');
  }
}

/** Calypso's own error, but for its internal one, is an answer: asking for unknown invoices shall not open it. */
const isOutage = (error: unknown): boolean =>
  !(error instanceof CalypsoApiError) ||
  (error.errorCode === '000' && error.status >= 500) ||
  headerOf(error) !== null;

/** `Retry-After` of a 429 or 503, where the client hands it on. */
export function headerOf(error: unknown): string | null {
  if (!(error instanceof CalypsoTransportError) && !(error instanceof CalypsoApiError)) return null;
  const {status, retryAfter} = error as {status?: number; retryAfter?: unknown};
  return (status === 429 || status === 503) && typeof retryAfter === 'string' ? retryAfter : null;
}
