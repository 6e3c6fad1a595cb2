import {expect} from '@open-wc/testing';
import {test, TRIPLES} from './triples.js';
import {warmUp} from './warm-up.js';

describe('three faults at a time, one of them to the whole page', function () {
  this.timeout(110_000);
  before(warmUp);

  it('of 2,000 triples the others are in the file beside', () =>
    expect([...TRIPLES.values()].flat().length).to.equal(2000));

  for (const page of TRIPLES.keys()) if (page) test(page);
});
