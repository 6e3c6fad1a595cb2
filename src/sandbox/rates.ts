import {parseDecimal, type Decimal} from '../core/decimal.js';

const MINUTE = 60_000;

/** What each is worth in USD, about, and how far it may stray from that. Invented: no market is asked. */
const PRICES = new Map<string, readonly [usd: number, swing: number]>([
  ['USD', [1, 0]],
  ['EUR', [1.09, 0.01]],
  ['BTC', [65_000, 0.03]],
  ['LTC', [84, 0.03]],
  ['XDG', [0.12, 0.03]],
  ['ETH', [3200, 0.03]],
  ['BNB', [580, 0.03]],
  ['MATIC', [0.55, 0.03]],
  ['TRX', [0.13, 0.03]],
  ...['USDT', 'USDT_TRX', 'USDT_BSC', 'USDT_MATIC', 'USDC', 'USDC_TRX', 'DAI', 'FRAX'].map(
    (code) => [code, [1, 0.002]] as const,
  ),
]);

const FIAT = new Set(['USD', 'EUR']);

/** Whether prices can be set in it. */
export const isFiat = (code: string): boolean => FIAT.has(code);

export interface RateAt {
  readonly rate: Decimal;
  /** Since when it holds, epoch ms. */
  readonly since: number;
}

/**
 * What one unit of `from` is worth in `to`: a walk that moves with every minute, the same for the same instant.
 * @returns undefined for a code that has no price.
 */
export function rateAt(from: string, to: string, time: number): RateAt | undefined {
  const since = Math.floor(time / MINUTE) * MINUTE;
  const [dividend, divisor] = [worthAt(from, since), worthAt(to, since)];
  if (dividend === undefined || divisor === undefined) return undefined;
  // So few digits that a JSON number carries them all: an amount can be worked out again from the rate.
  return {rate: parseDecimal((dividend / divisor).toPrecision(8)) ?? '0', since};
}

function worthAt(code: string, time: number): number | undefined {
  const price = PRICES.get(code);
  return price && price[0] * (1 + price[1] * walk(code, time));
}

/** Slow, middling and fast waves, by their length and their share of the whole. */
const WAVES = [
  [1440 * MINUTE, 0.5],
  [210 * MINUTE, 0.3],
  [12 * MINUTE, 0.2],
] as const;

/** From -1 to 1, without jumps. */
function walk(code: string, time: number): number {
  let sum = 0;
  for (const [length, share] of WAVES) {
    const step = Math.floor(time / length);
    const part = time / length - step;
    sum +=
      share * (noise(`${code}${length}/${step}`) * (1 - part) + noise(`${code}${length}/${step + 1}`) * part);
  }
  return sum;
}

/** From -1 to 1, by the FNV-1a hash of a text and a last stir of its bits. */
function noise(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 0x7fffffff - 1;
}
