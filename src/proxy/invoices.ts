import {early, isFresh, isKept, lifetimeOf} from './freshness.js';
import {SPACING} from './pace.js';
import {Problem} from './problem.js';
import {createReader, NEWS} from './reader.js';
import {MAX_INVOICES, recent} from './recent.js';
import {parseSnapshot, supersedes, type Snapshot} from './snapshot.js';
import type {InvoiceStore} from './store.js';
import type {UpstreamInvoice} from './upstream.js';

/** ms that an answer may be old while Calypso cannot be read. */
const STALE_LIFETIME = 30_000;

export interface Answer extends Snapshot {
  /** ms since it was read; only where Calypso cannot be read now. */
  readonly stale?: number;
}

export type AnswerListener = (answer: Answer) => void;

/** The invoices as all instances know them, each read from Calypso as seldom as may be. */
export interface Invoices {
  /** What is fresh, or what a read brings that all viewers share. Failures are shared too. @throws Problem */
  get(key: string): Promise<Answer>;
  /**
   * Reads at once, or within a second where it did so a moment ago. Whoever gets this key from now on shares it, whatever
   * older read is still under way. @throws Problem
   */
  refresh(key: string): Promise<UpstreamInvoice>;
  /** Now, for {@link since}. */
  moment(): number;
  /** What a read that this instance began after that moment has brought; undefined without one. */
  since(key: string, moment: number): UpstreamInvoice['fields'] | undefined;
  /** Hears of every change, whichever instance learned of it, and of going stale and fresh. Resolves once it does. */
  watch(key: string, listener: AnswerListener): Promise<() => void>;
  /** Hears no more of what other instances are told. */
  close(): Promise<void>;
}

export interface InvoicesOptions {
  readonly store: InvoiceStore;
  /** @throws Problem */
  readonly read: (key: string) => Promise<UpstreamInvoice>;
  /** Epoch ms. */
  readonly now: () => number;
  /** ms after which a read that has not ended is shared no more: some runtimes stop it with the request that began it. */
  readonly timeout: number;
  /** Told of every answer: whether it cost a look beyond this process. */
  readonly onGet?: (source: 'memory' | 'shared' | 'stale') => void;
}

interface Read {
  readonly startedAt: number;
  readonly answer: Promise<Snapshot>;
  /** ms after `startedAt`. */
  lifetime: number;
}

export function createInvoices({store, read, now, timeout, onGet}: InvoicesOptions): Invoices {
  const reads = recent<Read>(MAX_INVOICES);
  const known = recent<Snapshot>(MAX_INVOICES);
  /** Those whose watchers have heard that Calypso cannot be read, and nothing since. */
  const doubted = recent<Answer>(MAX_INVOICES);
  const listeners = new Map<string, Set<AnswerListener>>();
  const reader = createReader({store, read, now, timeout, adopt});

  // What another instance was told is in the store: the next to ask shall not get what was read before.
  const news = store.subscribe(NEWS, (text) => {
    const [key = '', etag] = text.split(' ');
    if (known.get(key)?.etag !== etag) reads.delete(key);
  });

  /** Takes what is newer than what is known, and tells those who watch. */
  function adopt(key: string, snapshot: Snapshot, isFromAnother = false): void {
    const before = known.get(key);
    if (before && isKept(before, now()) && !supersedes(snapshot, before)) return;
    known.set(key, snapshot);
    const lifetime = isFromAnother ? early(lifetimeOf(snapshot)) : lifetimeOf(snapshot);
    reads.set(key, {startedAt: snapshot.startedAt, answer: Promise.resolve(snapshot), lifetime});
    const isCertain = isFresh(snapshot, lifetimeOf(snapshot), now()) && doubted.delete(key);
    if (isCertain || before?.etag !== snapshot.etag) tell(key, snapshot);
  }

  function tell(key: string, answer: Answer): void {
    for (const listener of [...(listeners.get(key) ?? [])]) listener(answer);
  }

  function share(key: string, learn: () => Promise<Snapshot>): Promise<Snapshot> {
    const started: Read = {startedAt: now(), answer: learn(), lifetime: Math.max(timeout, SPACING)};
    reads.set(key, started);
    started.answer.then(
      (snapshot) => (started.lifetime = lifetimeOf(snapshot)),
      () => (started.lifetime = SPACING),
    );
    return started.answer;
  }

  return {
    async get(key) {
      const shared = reads.get(key);
      const hit = shared && isFresh(shared, shared.lifetime, now());
      try {
        const snapshot = await (hit ? shared.answer : share(key, () => reader.learn(key)));
        onGet?.(hit ? 'memory' : 'shared');
        return snapshot;
      } catch (error) {
        const last = known.get(key);
        if (!(error instanceof Problem) || error.status < 500 || !last) throw error;
        const stale = now() - last.startedAt;
        if (!(stale >= 0 && stale <= STALE_LIFETIME)) throw error;
        onGet?.('stale');
        const answer = {...last, stale};
        if (!doubted.has(key)) tell(key, answer);
        doubted.set(key, answer);
        return answer;
      }
    },

    async refresh(key) {
      const work = reader.hasten(key);
      await share(key, async () => (await work).snapshot);
      return (await work).upstream;
    },

    moment: reader.moment,
    since: reader.since,

    async watch(key, listener) {
      const set = listeners.get(key) ?? new Set();
      listeners.set(key, set.add(listener));
      const leave = await store.subscribe(`{${key}}`, (text) => {
        const snapshot = parseSnapshot({text, age: 0}, now());
        if (snapshot) adopt(key, snapshot, true);
      });
      return () => {
        leave();
        set.delete(listener);
        if (set.size === 0 && listeners.get(key) === set) listeners.delete(key);
      };
    },

    close: async () => (await news)(),
  };
}
