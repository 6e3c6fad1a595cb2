import {pause} from './pause.js';
import {RestProblem} from './breaker.js';
import {failureText, parseFailure} from './failure.js';
import {Problem} from './problem.js';
import {recent} from './recent.js';
import {parseSnapshot, snapshotText, supersedes, type Snapshot} from './snapshot.js';
import type {InvoiceStore} from './store.js';
import type {UpstreamInvoice} from './upstream.js';

/** ms from the start of one upstream read of an invoice to the next, whatever number of instances there is. */
const SPACING = 1000;
/** ms that an invoice in its last state is not read again. */
const FINAL_LIFETIME = 30_000;
/** ms that an answer may be old while Calypso cannot be read. */
const STALE_LIFETIME = 30_000;
/** ms that an answer is kept, if only so that no older one takes its place. */
const RETENTION = 60_000;
const FINAL_RETENTION = 3_600_000;
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
  /** Reads; whoever gets this key from now on shares it, whatever older read is still under way. @throws Problem */
  refresh(key: string): Promise<UpstreamInvoice>;
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
    // A tenth earlier by chance, so that instances that learned of it together do not ask together.
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

  /** What another instance has read, or what a read brings once no other instance reads. */
  async function learn(key: string): Promise<Snapshot> {
    const startedAt = now();
    for (let wait = FIRST_LOOK; ; wait = Math.min(wait * 2, LAST_LOOK)) {
      // Asked first: the turn of whoever read when we came is over by then, and the claim below gets it.
      const isLast = now() - startedAt >= timeout;
      const stored = await store.get(`{${key}}:invoice`);
      const shared = adoptShared(key, stored && parseSnapshot(stored, now()));
      if (shared && isFresh(shared, early(lifetimeOf(shared)), now())) return shared;
      const failure = await store.get(`{${key}}:failure`);
      const problem = failure && parseFailure(failure.text);
      if (problem) throw problem;
      const token = await store.claim(`{${key}}:read`, Math.max(timeout, SPACING));
      if (token) return (await perform(key, Promise.resolve(token))).snapshot;
      if (isLast) throw new Problem(504, 'Calypso did not answer in time.');
      await pause(wait);
    }
  }

  /** Reads, and tells the other instances what came of it. */
  async function perform(key: string, turn: Promise<string | undefined>) {
    const startedAt = now();
    let spacing = SPACING;
    const left = () => Math.max(0, spacing - (now() - startedAt));
    try {
      const upstream = await read(key);
      const {fields, etag, final} = upstream;
      return {upstream, snapshot: await settle(key, {fields, etag, final, startedAt, endedAt: now()})};
    } catch (error) {
      if (error instanceof RestProblem) spacing = 0;
      if (error instanceof Problem && left() > 0)
        await store.set(`{${key}}:failure`, failureText(error), left());
      throw error;
    } finally {
      const token = await turn;
      if (token) await store.release(`{${key}}:read`, token, left());
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
      stored = await store.replace(name, stored?.text, text, standing.final ? FINAL_RETENTION : RETENTION);
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
      const turn = store.claim(`{${key}}:read`, Math.max(timeout, SPACING));
      const work = perform(key, turn);
      await share(key, async () => (await work).snapshot);
      return (await work).upstream;
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

const lifetimeOf = ({final}: Snapshot): number => (final ? FINAL_LIFETIME : SPACING);

const early = (lifetime: number): number =>
  lifetime > SPACING ? lifetime * (1 - Math.random() / 10) : lifetime;

/** Age counts from the start: that is how old the news may be. A clock that was set back makes nothing fresh. */
const isFresh = ({startedAt}: {startedAt: number}, lifetime: number, now: number): boolean =>
  now >= startedAt && now - startedAt < lifetime;

const isKept = ({endedAt, final}: Snapshot, now: number): boolean =>
  now >= endedAt && now - endedAt < (final ? FINAL_RETENTION : RETENTION);
