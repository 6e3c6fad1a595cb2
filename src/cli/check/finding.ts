export type Level = 'error' | 'warning' | 'ok';

/** What came of looking at one thing. */
export interface Finding {
  readonly level: Level;
  /** What was looked at: `Cache-Control of the invoice`. */
  readonly rule: string;
  readonly came: string;
  readonly wanted: string;
  /** Where it is written that this is wanted. */
  readonly source: string;
}

/** One thing that must be so, of a subject. */
export interface Rule<T> {
  readonly rule: string;
  /** How bad it is otherwise: an error where absent. */
  readonly level?: 'error' | 'warning';
  readonly wanted: string;
  readonly source: string;
  /** What is looked at: it is shown, so it must be no secret. */
  readonly came: (subject: T) => unknown;
  readonly holds: (subject: T) => boolean;
}

/** Holds a subject to each rule. */
export const judge = <T>(rules: readonly Rule<T>[], subject: T): Finding[] =>
  rules.map(({rule, level = 'error', wanted, source, came, holds}) => ({
    level: holds(subject) ? 'ok' : level,
    rule,
    came: shown(came(subject)),
    wanted,
    source,
  }));

/** A value in few, harmless words: what a server sends may hold anything, and is shown on a terminal. */
export function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (typeof value === 'function' || typeof value === 'symbol') return typeof value;
  const text = JSON.stringify(value).replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
