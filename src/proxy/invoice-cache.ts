import {LRUCache} from 'lru-cache';
import type {UpstreamInvoice} from './upstream.js';

/** ms from the start of one upstream read of an invoice to the next. */
const SPACING = 1000;
/** ms that an invoice in its last state is kept. */
const FINAL_LIFETIME = 30_000;
const MAX_INVOICES = 10_000;

/** Lets many viewers of an invoice share one upstream read. */
export interface InvoiceCache {
  /** What `read` answers, or what an earlier read of this key did that is under way or fresh. Failures are shared too. */
  get(key: string, read: () => Promise<UpstreamInvoice>): Promise<UpstreamInvoice>;
}

interface Read {
  readonly startedAt: number;
  readonly answer: Promise<UpstreamInvoice>;
  /** ms after `startedAt`. */
  lifetime: number;
}

/**
 * A cache in this process's memory.
 * @param now epoch ms
 * @param timeout ms after which a read that has not ended is shared no more: where a runtime stops a read together
 *   with the request that began it, nobody may wait for it for ever
 */
export function memoryCache(now: () => number, timeout: number): InvoiceCache {
  const reads = new LRUCache<string, Read>({max: MAX_INVOICES});

  return {
    get(key, read) {
      const known = reads.get(key);
      if (known && isFresh(known, now())) return known.answer;
      const started: Read = {startedAt: now(), answer: read(), lifetime: Math.max(timeout, SPACING)};
      reads.set(key, started);
      started.answer.then(
        ({final}) => (started.lifetime = final ? FINAL_LIFETIME : SPACING),
        () => (started.lifetime = SPACING),
      );
      return started.answer;
    },
  };
}

/** Age counts from the start: that is how old the news may be. A clock that was set back makes nothing fresh. */
const isFresh = ({startedAt, lifetime}: Read, now: number): boolean =>
  now >= startedAt && now - startedAt < lifetime;
