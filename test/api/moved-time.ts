import type {TestContext} from 'node:test';
import {CalypsoClient} from '../../src/api/index.js';
import {fakeFetch} from './fake-fetch.js';

export const SECRET = 'b823a6b9ea72408583cef9ec8d67fa52';

/** Where the clock of the process stands when a test begins. */
export const START = 1_700_000_000_000;

export type Answer = (index: number) => Response | Promise<Response>;

interface Options {
  readonly retries?: number;
  readonly timeout?: number;
  readonly now?: () => number;
}

/** A client with timers that only the test moves, and a clock that goes on with each call. */
export function setUp(t: TestContext, answer: Answer, options: Options = {}) {
  t.mock.timers.enable({apis: ['setTimeout', 'Date'], now: START});
  const {fetch, calls} = fakeFetch((_, index) => answer(index));
  let time = START;
  const client = new CalypsoClient({
    ...{baseUrl: 'https://api.calypso.example', account: '0xa', key: 'k', secret: SECRET},
    ...{fetch, now: () => time++},
    ...options,
  });
  /** Moves the timers, a little at a time, until the call has ended. */
  const settle = async <T>(call: Promise<T>, step = 50): Promise<T> => {
    let ended = false;
    call.catch(() => undefined).finally(() => (ended = true));
    for (let moved = 0; !ended && moved < 20_000; moved += step) {
      await turns();
      t.mock.timers.tick(step);
    }
    return call;
  };
  return {client, calls, settle};
}

/** Every callback that is due, but no timer: signing is done by other threads, which are kept in step here. */
export const turns = async () => {
  for (let turn = 0; turn < 6; turn++) {
    await Promise.all(Array.from({length: 4}, () => crypto.subtle.digest('SHA-512', new Uint8Array(4096))));
    await new Promise((resolve) => setImmediate(resolve));
  }
};
