import {EventEmitter, once} from 'node:events';
import {main} from '../../src/cli/main.js';
import type {Environment} from '../../src/cli/variables.js';

/** A command in this process, with a terminal that is read by the test. */
export function run(args: readonly string[], env: Environment = {}) {
  const lines: string[] = [];
  const warnings: string[] = [];
  const events = new EventEmitter();
  const signal = once(events, 'signal').then(([name]) => name as string);
  const code = main(args, {
    env,
    print: (line) => {
      lines.push(...line.split('\n'));
      events.emit('line');
    },
    warn: (line) => void warnings.push(line),
    untilSignal: () => signal,
  });

  /** The first line that fits, once it has come. */
  async function line(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = lines.find((it) => pattern.test(it));
      if (found !== undefined) return found;
      await Promise.race([once(events, 'line'), code.then(fail)]);
    }
    function fail() {
      throw new Error(`it ended without ${String(pattern)}: ${[...lines, ...warnings].join('\n')}`);
    }
  }

  function stop(): Promise<number> {
    events.emit('signal', 'SIGTERM');
    return code;
  }

  return {lines, warnings, code, line, stop};
}
