import type {TestContext} from 'node:test';

/** Every callback that is due, and what is signed and digested in threads. */
export const turn = async (): Promise<void> => {
  await crypto.subtle.digest('SHA-256', new Uint8Array(1));
  await new Promise((resolve) => setImmediate(resolve));
};

/** Long enough for a read that was begun to end. */
export const turns = async (count = 10): Promise<void> => {
  for (let time = 0; time < count; time++) await turn();
};

/** Moves the test's own clock by so many ms. */
type Advance = (ms: number) => void;

/** Lets time go on for so many ms, a step after the other; timers must be mocked. */
export const passing =
  (t: TestContext, advance: Advance, step = 100) =>
  async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += step) {
      advance(step);
      t.mock.timers.tick(step);
      await turns();
    }
  };

/** Lets time go on until it is done; timers must be mocked. */
export async function done<T>(t: TestContext, advance: Advance, work: Promise<T>): Promise<T> {
  let isPending = true;
  const end = () => void (isPending = false);
  work.then(end, end);
  const pass = passing(t, advance);
  for (await turns(); isPending;) await pass(100);
  return work;
}
