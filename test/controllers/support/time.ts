import {mock, type TestContext} from 'node:test';

/** Lets all promises that can settle do so; `setImmediate` is not faked. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A tick runs the timers that are due at its end; small ones let a timer that a timer sets run when it should. */
const STEP = 50;

/** From now on time stands still until `pass` is called; the end of the test gives it back. */
export function stopTime(test: TestContext) {
  mock.timers.enable({apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 2, 3, 4, 5)});
  mock.method(performance, 'now', () => Date.now());
  const planned = countTimers();
  test.after(() => {
    mock.restoreAll();
    mock.timers.reset();
  });
  return {
    /** How many timers are still to run. */
    planned: () => planned.size,
    /** Time passes and timers run, each with what follows from it. */
    async pass(ms: number): Promise<void> {
      await settle();
      const end = Date.now() + ms;
      while (Date.now() < end) {
        mock.timers.tick(Math.min(end - Date.now(), STEP - (Date.now() % STEP)));
        await settle();
      }
    },
    /** Time passes and no timer runs: the page slept, or the browser held its timers back. */
    sleep: (ms: number): void => mock.timers.setTime(Date.now() + ms),
  };
}

function countTimers(): Set<unknown> {
  const planned = new Set<unknown>();
  const {setTimeout, clearTimeout} = globalThis;
  mock.method(globalThis, 'setTimeout', (run: () => void, ms: number) => {
    const timer = setTimeout(() => {
      planned.delete(timer);
      run();
    }, ms);
    planned.add(timer);
    return timer;
  });
  mock.method(globalThis, 'clearTimeout', (timer: NodeJS.Timeout) => {
    planned.delete(timer);
    clearTimeout(timer);
  });
  return planned;
}

/** The globals that each test has stubbed. */
const stubbed = new WeakMap<TestContext, Set<string>>();

/** Stands in for a global of the page until the end of the test. */
export function stubGlobal(test: TestContext, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, {value, configurable: true, writable: true});
  const names = stubbed.get(test) ?? new Set();
  stubbed.set(test, names);
  // What stood there before the first stub is what comes back.
  if (names.has(name)) return;
  names.add(name);
  test.after(() => {
    if (before) Object.defineProperty(globalThis, name, before);
    else Reflect.deleteProperty(globalThis, name);
  });
}
