import {constants} from 'node:os';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** Resolves with the first SIGTERM or SIGINT; a second one ends the process at once. */
export const untilSignal = (): Promise<string> =>
  new Promise((resolve) => {
    let first: string | undefined;
    for (const signal of SIGNALS)
      process.on(signal, () => {
        if (first !== undefined) process.exit(128 + constants.signals[signal]);
        first = signal;
        resolve(signal);
      });
  });
