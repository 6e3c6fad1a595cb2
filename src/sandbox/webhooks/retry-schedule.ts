const SECOND = 1000;

/**
 * Waits between attempts: 30, 60, 90, 150, 240 … 125 430 s, each the sum of the two before. The documents count 19
 * repeats, but only 18 steps lead to their last number: it is waited twice.
 */
export const RETRY_DELAYS: readonly number[] = (() => {
  const delays = [30 * SECOND, 60 * SECOND];
  while (delays.length < 18) delays.push((delays.at(-1) ?? 0) + (delays.at(-2) ?? 0));
  return [...delays, delays.at(-1) ?? 0];
})();

/** More errors than this, and no success, within so long: the subscription is blocked. */
const MOST_FAILURES = 100;
const FAILURE_WINDOW = 600 * SECOND;

/** The errors that still count, with one more at `now`. */
export const countFailure = (failures: readonly number[], now: number): readonly number[] => [
  ...failures.filter((at) => now - at < FAILURE_WINDOW),
  now,
];

export const isTooMany = (failures: readonly number[]): boolean => failures.length > MOST_FAILURES;
