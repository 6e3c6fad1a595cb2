import type {Scope} from './scope.js';

/** What a section is given. */
export interface Bench {
  /** Less of everything, in a tenth of the time. */
  readonly quick: boolean;
  /** Ends, when the section is over or was interrupted, whatever was deferred to it. */
  readonly scope: Scope;
  /** One line on what is going on. */
  readonly say: (line: string) => void;
}

export interface Budget {
  readonly what: string;
  readonly limit: string;
  readonly measured: string;
  readonly holds: boolean;
}

export interface SectionResult {
  /** As on the command line. */
  readonly name: string;
  readonly title: string;
  /** Tables and the words they need. */
  readonly markdown: string;
  readonly budgets: readonly Budget[];
}

export type Section = (bench: Bench) => Promise<SectionResult>;
