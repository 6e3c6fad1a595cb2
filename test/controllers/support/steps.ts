import fc from 'fast-check';
import {LIFE} from './shop.js';

/** What can happen to two cards of a page, the shop, and the network between them. `which` counts from the newest. */
export type Step =
  | {do: 'advance'; invoice: string}
  | {do: 'connect' | 'disconnect' | 'refresh'; card: number}
  | {do: 'source'; card: number; invoice: string | null}
  | {do: 'answer'; which: number; isLate: boolean}
  | {do: 'fail'; which: number; how: 'network' | 'status' | 'html'}
  | {do: 'deliver' | 'cut'; which: number}
  | {do: 'hide' | 'show'}
  | {do: 'wake'; type: string}
  | {do: 'pass'; ms: number};

const invoice = fc.constantFrom('a', 'b');
const card = fc.nat(1);
const which = fc.nat(3);
const is = <const T extends Step['do']>(...names: T[]) => fc.constantFrom(...names);
const anyOrNone: fc.Arbitrary<string | null> = fc.option(invoice);
const weighted = (weight: number, arbitrary: fc.Arbitrary<Step>) => ({
  weight,
  arbitrary,
});

export const step = fc.oneof(
  weighted(5, fc.record({do: is('advance'), invoice})),
  weighted(4, fc.record({do: is('connect', 'disconnect', 'refresh'), card})),
  weighted(2, fc.record({do: is('source'), card, invoice: anyOrNone})),
  weighted(9, fc.record({do: is('answer'), which, isLate: fc.boolean()})),
  weighted(
    3,
    fc.record({
      do: is('fail'),
      which,
      how: fc.constantFrom('network', 'status', 'html'),
    }),
  ),
  weighted(8, fc.record({do: is('deliver', 'deliver', 'deliver', 'cut'), which})),
  weighted(1, fc.record({do: is('hide', 'show')})),
  weighted(
    2,
    fc.record({
      do: is('wake'),
      type: fc.constantFrom('focus', 'pageshow', 'pagehide', 'online'),
    }),
  ),
  weighted(
    6,
    fc.record({
      do: is('pass'),
      ms: fc.constantFrom(1, 1000, 3500, 11_000, 36_000),
    }),
  ),
);

/** How the network comes back: what was under way arrives, breaks, or is never heard of again. */
export interface Recovery {
  readonly reads: 'answered' | 'broken' | 'silent';
  /** `none`: a shop that does not push. */
  readonly streams: 'told' | 'broken' | 'silent' | 'none';
  /** How much happened in the meantime. */
  readonly steps: number;
  readonly random: number;
}

export const recovery: fc.Arbitrary<Recovery> = fc.record({
  reads: fc.constantFrom('answered', 'broken', 'silent'),
  streams: fc.constantFrom('told', 'broken', 'silent', 'none'),
  steps: fc.nat(LIFE.length),
  random: fc.constantFrom(0, 0.5, 0.999),
});
