import type {Delivery} from './delivery.js';

const SECOND = 1000;

/**
 * Waits between attempts: 30, 60, 90, 150, 240 … 125 430 s, each the sum of the two before. The documents count 19
 * repeats, but only 18 steps lead to their last number: it is waited twice.
 */
const RETRY_DELAYS: readonly number[] = (() => {
  const delays = [30 * SECOND, 60 * SECOND];
  while (delays.length < 18) delays.push((delays.at(-1) ?? 0) + (delays.at(-2) ?? 0));
  return [...delays, delays.at(-1) ?? 0];
})();

/** A delivery after an attempt that failed: due again, or given up. */
export function retried(delivery: Delivery, now: number): Delivery {
  const delay = RETRY_DELAYS[delivery.attempts];
  return {
    ...delivery,
    attempts: delivery.attempts + 1,
    dueAt: now + (delay ?? 0),
    isGivenUp: delay === undefined,
  };
}

/** A delivery as if it had never been tried, due at once. */
export const restarted = (delivery: Delivery, now: number): Delivery => ({
  ...delivery,
  attempts: 0,
  dueAt: now,
  isGivenUp: false,
});
