import {Problem, retryAfter} from './problem.js';
import {recent} from './recent.js';

/** How many requests may come at once, and how many each second from then on. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Of `perAddress` and `perInvoice`, those that are not `false`. */
export interface RateLimits {
  readonly perAddress?: Rate | false;
  readonly perInvoice?: Rate | false;
}

const PER_ADDRESS: Rate = {burst: 300, perSecond: 30};
const PER_INVOICE: Rate = {burst: 2000, perSecond: 500};
/** Whoever is forgotten begins anew. */
const MAX_BUCKETS = 50_000;

/** Takes one request of this name. @throws Problem 429 */
type Take = (name: string) => void;

/**
 * The limits of one instance.
 * @param now epoch ms
 * @throws TypeError naming the limit that is none.
 */
export function createRateLimits(
  limits: RateLimits | false,
  now: () => number,
): {readonly address: Take; readonly invoice: Take} {
  const {perAddress = PER_ADDRESS, perInvoice = PER_INVOICE} = limits || {
    perAddress: false,
    perInvoice: false,
  };
  return {
    address: createLimit(perAddress, now, 'rateLimits.perAddress'),
    invoice: createLimit(perInvoice, now, 'rateLimits.perInvoice'),
  };
}

function createLimit(rate: Rate | false, now: () => number, option: string): Take {
  if (rate === false) return () => undefined;
  const {burst, perSecond} = rate ?? {};
  if (!(burst >= 1) || !(perSecond > 0))
    throw new TypeError(`${option}: expected {burst, perSecond} of at least 1 and more than 0, or false`);
  const buckets = recent<{left: number; at: number}>(MAX_BUCKETS);
  return (name) => {
    const at = now();
    const bucket = buckets.get(name) ?? {left: burst, at};
    const left = Math.min(burst, bucket.left + (Math.max(0, at - bucket.at) / 1000) * perSecond);
    const isAllowed = left >= 1;
    buckets.set(name, {left: isAllowed ? left - 1 : left, at});
    if (!isAllowed)
      throw new Problem(
        429,
        'Too many requests: wait a little.',
        retryAfter(((1 - left) / perSecond) * 1000),
      );
  };
}
