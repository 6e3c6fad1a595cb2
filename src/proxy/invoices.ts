import {RestProblem} from './breaker.js';
import {failureText, parseFailure} from './failure.js';
import {early, isFresh, isKept, lifetimeOf, retentionOf} from './freshness.js';
import {createPace, SPACING} from './pace.js';
import {pause, sleep} from './pause.js';
import {Problem} from './problem.js';
import {recent} from './recent.js';
import {parseSnapshot, snapshotText, supersedes, type Snapshot} from './snapshot.js';
import type {InvoiceStore} from './store.js';
import type {UpstreamInvoice} from './upstream.js';

/** ms that an answer may be old while Calypso cannot be read. */
const STALE_LIFETIME = 30_000;
/** ms that a refresh may be ahead of the second that is its own, and so what an answer may be old before the next. */
const HASTE = SPACING;
const MAX_INVOICES = 10_000;
/** ms from one look for another instance's answer to the next, at first and at last. */
const FIRST_LOOK = 20;
const LAST_LOOK = 160;
/** The channel on which all instances hear which invoice has changed, whether or not somebody looks on. */
const NEWS = 'news';

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
  /** What a read that began after `instant` (epoch ms) has brought, in whichever instance; undefined without one. */
  since(key: string, instant: number): Promise<Snapshot | undefined>;
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
  const pace = createPace(store);
  const reads = recent<Read>(MAX_INVOICES);
  const known = recent<Snapshot>(MAX_INVOICES);
  /** Those whose watchers have heard that Calypso cannot be read, and nothing since. */
  const doubted = recent<Answer>(MAX_INVOICES);
  const listeners = new Map<string, Set<AnswerListener>>();

  // What another instance was told is in the store: the next to ask shall not get what was read before.
  const news = store.subscribe(NEWS, (text) => {
    const [key = '', etag] = text.split(' ');
    if (known.get(key)?.etag !== etag) reads.delete(key);
  });

  /** Takes what is newer than what is known, and tells those who watch. */
  function adopt(key: string, snapshot: Snapshot, lifetime = lifetimeOf(snapshot)): void {
    const before = known.get(key);
    if (before && isKept(before, now()) && !supersedes(snapshot, before)) return;
    known.set(key, snapshot);
    const {startedAt} = snapshot;
    reads.set(key, {startedAt, answer: Promise.resolve(snapshot), lifetime});
    const isCertain = isFresh(snapshot, lifetimeOf(snapshot), now()) && doubted.delete(key);
    if (isCertain || before?.etag !== snapshot.etag) tell(key, snapshot);
  }

  function tell(key: string, answer: Answer): void {
    for (const listener of [...(listeners.get(key) ?? [])]) listener(answer);
  }

  function adoptShared(key: string, snapshot: Snapshot | undefined): Snapshot | undefined {
    if (snapshot) adopt(key, snapshot, early(lifetimeOf(snapshot)));
    return snapshot;
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

  /** Marks a read as under way until `work` has ended, or its instance is lost: the others wait for what it brings. */
  async function reading<T>(key: string, work: (isMarked: () => Promise<boolean>) => Promise<T>): Promise<T> {
    const name = `{${key}}:reader`;
    let mark: Promise<string | undefined> | undefined;
    try {
      return await work(async () => {
        if (!(await mark)) mark = store.claim(name, Math.max(timeout, SPACING));
        return (await mark) !== undefined;
      });
    } finally {
      const token = await mark;
      if (token) await store.release(name, token, 0);
    }
  }

  /** What another instance has read, or what a read brings once no other instance reads. */
  function learn(key: string): Promise<Snapshot> {
    const startedAt = now();
    return reading(key, async (isMarked) => {
      for (let wait = FIRST_LOOK; ; wait = Math.min(wait * 2, LAST_LOOK)) {
        // Asked first: whoever read when we came has ended by then, and the mark below is ours.
        const isLast = now() - startedAt >= timeout;
        const stored = await store.get(`{${key}}:invoice`);
        const shared = adoptShared(key, stored && parseSnapshot(stored, now()));
        if (shared && isFresh(shared, early(lifetimeOf(shared)), now())) return shared;
        const failure = await store.get(`{${key}}:failure`);
        const problem = failure && parseFailure(failure.text);
        if (problem) throw problem;
        if (await isMarked()) {
          if (!(await pace.take(key))) return (await perform(key)).snapshot;
          // A webhook has used the second of this read: what it brought is the newest that can be had.
          if (shared && isFresh(shared, lifetimeOf(shared) + HASTE, now())) return shared;
        }
        if (isLast) throw new Problem(504, 'Calypso did not answer in time.');
        await pause(wait);
      }
    });
  }

  /** Reads ahead of time, or as soon as it may: a clock that stands keeps nobody waiting for good. */
  const hasten = (key: string) =>
    reading(key, async (isMarked) => {
      void isMarked();
      for (let waited = 0; ;) {
        const wait = await pace.take(key, waited > HASTE ? Infinity : HASTE);
        if (!wait) return perform(key);
        await sleep(wait);
        waited += wait;
      }
    });

  /** Reads, and tells the other instances what came of it. */
  async function perform(key: string) {
    const startedAt = now();
    try {
      const upstream = await read(key);
      const {fields, etag, final} = upstream;
      return {upstream, snapshot: await settle(key, {fields, etag, final, startedAt, endedAt: now()})};
    } catch (error) {
      const left = SPACING - (now() - startedAt);
      if (error instanceof RestProblem) await pace.giveBack(key);
      else if (error instanceof Problem && left > 0)
        await store.set(`{${key}}:failure`, failureText(error), left);
      throw error;
    }
  }

  /** Writes an answer unless a newer one stands. @returns what its readers get */
  async function settle(key: string, snapshot: Snapshot): Promise<Snapshot> {
    const {startedAt, endedAt} = snapshot;
    const name = `{${key}}:invoice`;
    let stored = await store.get(name);
    for (;;) {
      const rival = stored && parseSnapshot(stored, now());
      const isNews = !rival || supersedes(snapshot, rival);
      if (rival && !isNews && startedAt <= rival.startedAt) {
        adoptShared(key, rival);
        // Who asked before the rival was read gets what was true then.
        return snapshot;
      }
      // What contradicts a last state only confirms that it was looked at.
      const standing = isNews ? snapshot : {...rival, startedAt, endedAt};
      const text = snapshotText(standing);
      adopt(key, standing);
      stored = await store.replace(name, stored?.text, text, retentionOf(standing));
      if (!stored) {
        if (rival?.etag !== standing.etag) {
          await store.publish(NEWS, `${key} ${standing.etag}`);
          await store.publish(`{${key}}`, text);
        }
        return standing;
      }
    }
  }

  return {
    async get(key) {
      const shared = reads.get(key);
      const hit = shared && isFresh(shared, shared.lifetime, now());
      try {
        const snapshot = await (hit ? shared.answer : share(key, () => learn(key)));
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
      const work = hasten(key);
      await share(key, async () => (await work).snapshot);
      return (await work).upstream;
    },

    async since(key, instant) {
      const stored = await store.get(`{${key}}:invoice`);
      const snapshot = adoptShared(key, stored && parseSnapshot(stored, now()));
      return snapshot && snapshot.startedAt > instant ? snapshot : undefined;
    },

    async watch(key, listener) {
      const set = listeners.get(key) ?? new Set();
      listeners.set(key, set.add(listener));
      const leave = await store.subscribe(`{${key}}`, (text) =>
        adoptShared(key, parseSnapshot({text, age: 0}, now())),
      );
      return () => {
        leave();
        set.delete(listener);
        if (set.size === 0 && listeners.get(key) === set) listeners.delete(key);
      };
    },

    close: async () => (await news)(),
  };
}
