import {expect} from '@open-wc/testing';
import {byPage, inParts, pairsOf} from './combinations.js';
import {idsOf} from './drivers/index.js';
import {play} from './run.js';
import {warmUp} from './warm-up.js';

const SEED = 96;
const PAIRS = pairsOf(idsOf('network', 'http', 'payload', 'ordering'));

describe('two faults at a time', function () {
  this.timeout(110_000);
  before(warmUp);

  it('all pairs of network, HTTP, payload and ordering', () => expect(PAIRS.length).to.equal((56 * 55) / 2));

  for (const [page, pairs] of byPage(PAIRS))
    for (const [part, scenes] of inParts(pairs, 400).entries())
      it(`${scenes.length} pairs${page && ` with ${page}`}, part ${part + 1}`, async () =>
        expect(await play({scenes, seed: SEED + part})).to.deep.equal([]));
});
