import {withDeadline} from '../api/deadline.js';
import {pause} from './pause.js';
import type {InvoiceStore} from './store.js';

/** ms after which work that has not ended is waited for no more. */
const LONGEST_WORK = 60_000;
/** ms that a turn outlives an instance that was lost. */
const LEASE = 10_000;
/** ms from one look whether it is our turn to the next. */
const LOOK = 100;

/** Runs `work` once no other work on this key runs, here or in another instance that shares the store. */
export type TakeTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export function createTurns(store: InvoiceStore): TakeTurn {
  const running = new Map<string, Promise<unknown>>();

  async function holding<T>(key: string, isOverdue: boolean, work: () => Promise<T>): Promise<T> {
    const name = `{${key}}:turn`;
    let token = await store.claim(name, LEASE);
    for (let waited = 0; !token && !isOverdue && waited < LONGEST_WORK; waited += LOOK) {
      await pause(LOOK);
      token = await store.claim(name, LEASE);
    }
    if (!token) return work();
    const renewal = renew(store, name, token);
    try {
      return await work();
    } finally {
      renewal.stop();
      await store.release(name, token, 0);
    }
  }

  return async (key, work) => {
    const before = running.get(key);
    const turn = (async () => holding(key, before !== undefined && !(await hasEnded(before)), work))();
    running.set(key, turn);
    try {
      return await turn;
    } finally {
      if (running.get(key) === turn) running.delete(key);
    }
  };
}

/** Holds a lease for as long as work is waited for. */
function renew(store: InvoiceStore, name: string, token: string) {
  let left = LONGEST_WORK;
  let timer: ReturnType<typeof setTimeout>;
  const next = () => {
    timer = setTimeout(() => {
      left -= LEASE / 3;
      if (left > 0) void store.release(name, token, LEASE).then((isOurs) => isOurs && next());
    }, LEASE / 3);
  };
  next();
  return {
    stop: () => {
      left = 0;
      clearTimeout(timer);
    },
  };
}

/** False where `work` takes so long that it may have been stopped with the request that began it. */
const hasEnded = (work: Promise<unknown>): Promise<boolean> =>
  withDeadline(LONGEST_WORK, undefined, () => work.catch(() => undefined)).then(
    () => true,
    () => false,
  );
