import {expect} from '@open-wc/testing';
import {CATALOGUE} from '../../faults/catalogue.js';
import {DRIVERS} from './drivers/index.js';
import {limitFields} from './drivers/payload.js';
import {play} from './run.js';
import {warmUp} from './warm-up.js';

describe('a fault', () => {
  before(warmUp);
  afterEach(() => limitFields(10_000));

  for (const {id, name, group, where} of CATALOGUE)
    if (where.includes('element'))
      it(`${group}: ${name} (${id})`, async () => {
        expect(DRIVERS).to.have.property(id);
        const problems: string[] = [];
        let seed = 0;
        for (const early of [true, false])
          for (const pushes of [true, false])
            problems.push(...(await play({scenes: [[id]], seed: ++seed, early, pushes})));
        expect(problems).to.deep.equal([]);
      });

  it('payload: one more field, of all its 10 MB', async () => {
    limitFields(10_000_000);
    expect(await play({scenes: [['field-10mb']], seed: 1, early: true, pushes: false})).to.deep.equal([]);
  });
});
