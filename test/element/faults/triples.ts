import {expect} from '@open-wc/testing';
import {byPage, inParts, tripleOf, type Combination} from './combinations.js';
import {DRIVERS} from './drivers/index.js';
import {play} from './run.js';
import {seeded} from './seeded.js';

const SEED = 2000;

const random = seeded(SEED);
const triples = Array.from({length: 2000}, () => tripleOf(Object.keys(DRIVERS), random));

/** Triples by what happens to the whole page; '' where nothing does. */
export const TRIPLES: ReadonlyMap<string, readonly Combination[]> = byPage(triples);

/** One test for each few hundred of them. */
export function test(page: string): void {
  for (const [part, scenes] of inParts(TRIPLES.get(page) ?? [], 400).entries())
    it(`${scenes.length} triples${page && ` with ${page}`}, part ${part + 1}`, async () =>
      expect(await play({scenes, seed: SEED + part})).to.deep.equal([]));
}
