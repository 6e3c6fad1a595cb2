import type {Subscription} from './subscription.js';

/** More errors than this, and no success, within so long: the subscription is blocked. */
const MOST_FAILURES = 100;
const FAILURE_WINDOW = 600_000;

/** A subscription after an error, blocked where it was one too many. */
export function withFailure(subscription: Subscription, now: number): Subscription {
  const recent = subscription.failures.filter((at) => now - at < FAILURE_WINDOW);
  const failures = [...recent, now];
  return {...subscription, failures, isBlocked: failures.length > MOST_FAILURES};
}

/** A subscription after a success. */
export const withSuccess = (subscription: Subscription): Subscription => ({...subscription, failures: []});

export const unblocked = (subscription: Subscription): Subscription => ({
  ...subscription,
  failures: [],
  isBlocked: false,
});
