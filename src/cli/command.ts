import type {Environment} from './variables.js';

/** What a command has of the world outside. */
export interface Terminal {
  readonly env: Environment;
  /** A line on stdout. */
  print(line: string): void;
  /** Resolves with the first SIGTERM or SIGINT; a second one ends the process at once. */
  untilSignal(): Promise<string>;
}

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  readonly help: string;
  /** @returns the exit code @throws UsageError */
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}
