import {isFinal, isUnlimited, type Invoice} from './invoice.js';

/** Longest wait while somebody looks: a page that is silent for longer seems to hang. */
const SLOWEST = 15_000;
/** Where nobody looks, or somebody tells us. */
const SELDOM = 30_000;
const BACK_OFF_BASE = 1000;
const LONGEST_RETRY_AFTER = 60_000;

/** How many poll intervals a state may wait for the next read. A new state is watched as closely as payment is. */
const PACE = new Map([
  ['PENDING_INTERVENTION', 5],
  ['PENDING_COMPLIANCE_CHECK', 2],
  ['PAID', 2],
]);

export interface PollSituation {
  /** The last good answer, null before the first. */
  readonly invoice: Invoice | null;
  /** The server says that there is no such invoice, and never said otherwise. */
  readonly gone: boolean;
  /** Reads that failed since the last good one. */
  readonly failures: number;
  /** ms that the last read took; counts where it failed. */
  readonly spent: number;
  /** ms that the server asked for with its last failure, if it did. */
  readonly retryAfter?: number | undefined;
  readonly hidden: boolean;
  /** Changes are pushed to us: a read is for safety only. */
  readonly told: boolean;
  /** The element's `poll-interval`, ms. */
  readonly interval: number;
  /** From 0 to 1. */
  readonly random: number;
}

/** ms until the next read, or null when there is nothing more to learn. */
export function pollDelay(situation: PollSituation): number | null {
  const {invoice, gone, failures, spent, retryAfter = 0, hidden, told, interval, random} = situation;
  if (invoice && isFinal(invoice.state)) return null;
  if (failures > 0)
    return Math.max(
      backOff(failures, spent, random),
      retryAfter,
      gone ? SLOWEST - spent : 0,
      hidden ? SELDOM : 0,
    );
  const pace = isUnlimited(invoice?.type) ? 3 : (PACE.get(invoice?.state ?? '') ?? 1);
  const steady = Math.max(interval, Math.min(interval * pace, SLOWEST), hidden || told ? SELDOM : 0);
  // A tenth either way, so that pages that were opened together do not read together.
  return steady * (0.9 + 0.2 * random);
}

/** Full jitter: any wait up to a bound that doubles with each failure; a read that hung was a wait itself. */
const backOff = (failures: number, spent: number, random: number): number =>
  Math.max(200, random * Math.min(SLOWEST - spent, BACK_OFF_BASE * 2 ** Math.min(failures, 10)));

/**
 * `poll-interval` as it is used: 1 s to 1 h, 3 s where it is no number.
 * @param value ms
 */
export const pollInterval = (value: unknown): number =>
  typeof value === 'number' && !Number.isNaN(value) ? Math.min(Math.max(value, 1000), 3_600_000) : 3000;

/**
 * Reads `Retry-After` (RFC 9110: seconds or an HTTP date) into ms; absurd values are absent.
 * @param now epoch ms by the server's clock
 * @param longest ms that are believed at most, a minute where absent
 */
export function parseRetryAfter(
  value: string | null,
  now: number,
  longest = LONGEST_RETRY_AFTER,
): number | undefined {
  if (!value) return undefined;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now;
  return ms >= 0 ? Math.min(ms, longest) : undefined;
}
