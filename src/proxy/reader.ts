import {RestProblem} from './breaker.js';
import {failureText, parseFailure} from './failure.js';
import {early, isFresh, lifetimeOf, retentionOf} from './freshness.js';
import {createPace, SPACING} from './pace.js';
import {pause, sleep} from './pause.js';
import {Problem} from './problem.js';
import {MAX_INVOICES, recent} from './recent.js';
import {parseSnapshot, snapshotText, supersedes, type Snapshot} from './snapshot.js';
import type {InvoiceStore} from './store.js';
import type {UpstreamInvoice} from './upstream.js';

/** ms that a webhook's read may be ahead of its second, and so what an answer may be older before the next. */
const HASTE = SPACING;
/** ms from one look for another instance's answer to the next, at first and at last. */
const FIRST_LOOK = 20;
const LAST_LOOK = 160;
/** The channel on which all instances hear which invoice has changed, whether or not somebody looks on. */
export const NEWS = 'news';

type Fields = UpstreamInvoice['fields'];

/** Reads invoices from Calypso, in turn with all instances that share a store, and tells them what came of it. */
export interface Reader {
  /** What another instance has read, or what a read brings once no other instance reads. @throws Problem */
  learn(key: string): Promise<Snapshot>;
  /** Now, in reads that this instance has begun: by their order, since a clock can be set back, and those of instances differ. */
  moment(): number;
  /** What a read that this instance began after that moment has brought. */
  since(key: string, moment: number): Fields | undefined;
  /** Reads ahead of time, or as soon as that may be. @throws Problem */
  hasten(key: string): Promise<{upstream: UpstreamInvoice; snapshot: Snapshot}>;
}

export interface ReaderOptions {
  readonly store: InvoiceStore;
  /** @throws Problem */
  readonly read: (key: string) => Promise<UpstreamInvoice>;
  /** Epoch ms. */
  readonly now: () => number;
  /** ms after which the others wait no more for whoever reads. */
  readonly timeout: number;
  /** Hears of every answer that stands in the store, before it is there. */
  readonly adopt: (key: string, snapshot: Snapshot, isFromAnother?: boolean) => void;
}

export function createReader({store, read, now, timeout, adopt}: ReaderOptions): Reader {
  const pace = createPace(store);
  let begun = 0;
  const own = recent<{readonly order: number; readonly fields: Fields}>(MAX_INVOICES);

  /** What was read last, by whichever instance. */
  async function known(key: string): Promise<Snapshot | undefined> {
    const stored = await store.get(`{${key}}:invoice`);
    const snapshot = stored && parseSnapshot(stored, now());
    if (snapshot) adopt(key, snapshot, true);
    return snapshot;
  }

  /** Says that a read is under way, until it is unmarked or its instance is lost: the others wait for what it brings. */
  const mark = (key: string) => store.claim(`{${key}}:reader`, Math.max(timeout, SPACING));

  async function unmark(key: string, token: string | undefined): Promise<void> {
    if (token) await store.release(`{${key}}:reader`, token, 0);
  }

  async function learn(key: string): Promise<Snapshot> {
    const startedAt = now();
    let token: string | undefined;
    try {
      for (let wait = FIRST_LOOK; ; wait = Math.min(wait * 2, LAST_LOOK)) {
        // Asked first: whoever read when we came has ended by then, and the mark below is ours.
        const isLast = now() - startedAt >= timeout;
        const shared = await known(key);
        if (shared && isFresh(shared, early(lifetimeOf(shared)), now())) return shared;
        const failure = await store.get(`{${key}}:failure`);
        const problem = failure && parseFailure(failure.text);
        if (problem) throw problem;
        token ??= await mark(key);
        if (token) {
          if (!(await pace.take(key))) return (await perform(key)).snapshot;
          // A webhook has used the second of this read: what it brought is the newest that can be had.
          if (shared && isFresh(shared, lifetimeOf(shared) + HASTE, now())) return shared;
        }
        if (isLast) throw new Problem(504, 'Calypso did not answer in time.');
        await pause(wait);
      }
    } finally {
      await unmark(key, token);
    }
  }

  async function hasten(key: string) {
    const token = mark(key); // it need not be ours
    try {
      for (let waited = 0; ;) {
        // A clock that stands keeps nobody waiting for good.
        const wait = await pace.take(key, waited > HASTE ? Infinity : HASTE);
        if (!wait) return await perform(key);
        await sleep(wait);
        waited += wait;
      }
    } finally {
      await unmark(key, await token);
    }
  }

  /** Reads, and tells the other instances what came of it. */
  async function perform(key: string) {
    const startedAt = now();
    const order = ++begun;
    try {
      const upstream = await read(key);
      const {fields, etag, final} = upstream;
      const snapshot = await settle(key, {fields, etag, final, startedAt, endedAt: now()});
      if (order > (own.get(key)?.order ?? 0)) own.set(key, {order, fields});
      return {upstream, snapshot};
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
        adopt(key, rival, true);
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
    learn,
    hasten,
    moment: () => begun,
    since(key, moment) {
      const latest = own.get(key);
      return latest && latest.order > moment ? latest.fields : undefined;
    },
  };
}
