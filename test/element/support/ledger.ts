import {stub} from './stub.js';

/** What the cards of a page have taken and not given back. */
export interface Ledger {
  readonly timers: number;
  readonly listeners: number;
  readonly channels: number;
  readonly locks: number;
}

/** Keeps count, from now to the end of the test, of what can only be counted as it is taken. */
export function keepLedger(): () => Promise<Ledger> {
  const timers = new Set<number>();
  const listeners = new Set<string>();
  const channels = new Set<BroadcastChannel>();
  const ids = new Map<unknown, number>();
  const {setTimeout, clearTimeout, BroadcastChannel} = globalThis;

  stub(globalThis, 'setTimeout', (run: () => void, ms: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms) as unknown as number;
    timers.add(timer);
    return timer;
  });
  stub(globalThis, 'clearTimeout', (timer: number) => {
    timers.delete(timer);
    clearTimeout(timer);
  });
  stub(
    globalThis,
    'BroadcastChannel',
    class extends BroadcastChannel {
      constructor(name: string) {
        super(name);
        channels.add(this);
      }

      override close(): void {
        channels.delete(this);
        super.close();
      }
    },
  );
  for (const target of [window, document]) {
    const {addEventListener, removeEventListener} = target;
    const nameOf = (type: string, listener: unknown): string => {
      const id = ids.get(listener) ?? ids.size;
      ids.set(listener, id);
      return `${target === document ? 'document' : 'window'} ${type} ${id}`;
    };
    stub(target, 'addEventListener', (...[type, listener, options]: Parameters<typeof addEventListener>) => {
      listeners.add(nameOf(type, listener));
      addEventListener.call(target, type, listener, options);
    });
    stub(
      target,
      'removeEventListener',
      (...[type, listener, options]: Parameters<typeof removeEventListener>) => {
        listeners.delete(nameOf(type, listener));
        removeEventListener.call(target, type, listener, options);
      },
    );
  }
  return async () => {
    const {held = [], pending = []} = (await navigator.locks?.query()) ?? {};
    const locks = [...held, ...pending].filter(({name}) => name?.startsWith('calypso-invoice'));
    return {timers: timers.size, listeners: listeners.size, channels: channels.size, locks: locks.length};
  };
}
