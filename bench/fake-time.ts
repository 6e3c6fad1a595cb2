import {mock} from 'node:test';

/** ms; timers are due at the end of a step. */
const STEP = 20;

/** Lets all promises that can settle do so; `setImmediate` is not faked. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Runs `work` in a time that passes only when it is told to, and then as fast as the machine can. */
export async function inFakeTime<T>(work: (pass: (ms: number) => Promise<void>) => Promise<T>): Promise<T> {
  mock.timers.enable({apis: ['setTimeout', 'setInterval', 'Date'], now: 0});
  try {
    return await work(async (ms) => {
      await settle();
      for (let passed = 0; passed < ms; passed += STEP) {
        mock.timers.tick(STEP);
        await settle();
      }
    });
  } finally {
    mock.timers.reset();
  }
}
