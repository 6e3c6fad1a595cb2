import {LRUCache} from 'lru-cache';
import {withDeadline} from '../api/deadline.js';
import type {UpstreamInvoice} from './upstream.js';

/** ms from the start of one upstream read of an invoice to the next. */
const SPACING = 1000;
/** ms that an invoice in its last state is kept. */
const FINAL_LIFETIME = 30_000;
const MAX_INVOICES = 10_000;
/** Characters of all notes: 50,000 of them and more. */
const MAX_NOTES = 10_000_000;
/** ms after which work that has not ended is waited for no more. */
const LONGEST_WORK = 60_000;

/** What a proxy remembers. It may forget: then Calypso is read once more, or the merchant is told once more. */
export interface InvoiceStore {
  /** What `read` answers, or what an earlier read of this key did that is under way or fresh. Failures are shared too. */
  get(key: string, read: () => Promise<UpstreamInvoice>): Promise<UpstreamInvoice>;
  /** What `read` answers; whoever gets this key from now on shares it, whatever older read is still under way. */
  refresh(key: string, read: () => Promise<UpstreamInvoice>): Promise<UpstreamInvoice>;
  /** Runs `work` once no other work on this key runs. */
  alone<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** The text that was noted last under this name. */
  recall(name: string): Promise<string | undefined>;
  note(name: string, text: string): Promise<void>;
}

interface Read {
  readonly startedAt: number;
  readonly answer: Promise<UpstreamInvoice>;
  /** ms after `startedAt`. */
  lifetime: number;
}

/**
 * A store in this process's memory.
 * @param now epoch ms
 * @param timeout ms after which a read that has not ended is shared no more: where a runtime stops a read together
 *   with the request that began it, nobody may wait for it for ever
 */
export function memoryStore(now: () => number, timeout: number): InvoiceStore {
  const reads = new LRUCache<string, Read>({max: MAX_INVOICES});
  const notes = new LRUCache<string, string>({
    maxSize: MAX_NOTES,
    sizeCalculation: (text, name) => text.length + name.length,
  });
  const running = new Map<string, Promise<unknown>>();

  const refresh: InvoiceStore['refresh'] = (key, read) => {
    const started: Read = {startedAt: now(), answer: read(), lifetime: Math.max(timeout, SPACING)};
    reads.set(key, started);
    started.answer.then(
      ({final}) => (started.lifetime = final ? FINAL_LIFETIME : SPACING),
      () => (started.lifetime = SPACING),
    );
    return started.answer;
  };

  return {
    refresh,

    get(key, read) {
      const known = reads.get(key);
      return known && isFresh(known, now()) ? known.answer : refresh(key, read);
    },

    async alone(key, work) {
      const before = running.get(key);
      const turn = before ? endOf(before).then(work) : work();
      running.set(key, turn);
      try {
        return await turn;
      } finally {
        if (running.get(key) === turn) running.delete(key);
      }
    },

    recall: async (name) => notes.get(name),
    note: async (name, text) => void notes.set(name, text),
  };
}

/** Age counts from the start: that is how old the news may be. A clock that was set back makes nothing fresh. */
const isFresh = ({startedAt, lifetime}: Read, now: number): boolean =>
  now >= startedAt && now - startedAt < lifetime;

/** Resolves when `work` has ended in any way, or could have been stopped with the request that began it. */
const endOf = (work: Promise<unknown>): Promise<unknown> =>
  withDeadline(LONGEST_WORK, undefined, () => work).catch(() => undefined);
