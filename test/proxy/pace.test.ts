import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {createPace, SPACING} from '../../src/proxy/pace.js';
import {memoryStore} from '../../src/proxy/index.js';
import {KEY, OTHER_KEY} from './fixture.js';
import {stores} from './stores.js';

for (const [name, create] of Object.entries(stores))
  describe(`the pace of instances that share a ${name}`, () => {
    async function setUp() {
      const shared = await create();
      const [a, b] = [createPace(await shared.instance()), createPace(await shared.instance())];
      return {a, b, elapse: shared.elapse};
    }
    /** Real time passes while Redis is asked. */
    const isWait = (ms: number, expected: number) =>
      assert.ok(ms > 0 && ms <= expected && ms > expected - 500, `${ms} is not about ${expected}`);

    it('lets one of them read, and says to the others how long they wait', async () => {
      const {a, b, elapse} = await setUp();
      assert.equal(await a.take(KEY), 0);
      isWait(await b.take(KEY), SPACING);
      isWait(await a.take(KEY), SPACING);
      assert.equal(await b.take(OTHER_KEY), 0);
      await elapse(SPACING);
      assert.equal(await b.take(KEY), 0);
    });

    it('lets one more read on credit, and the next pays for it', async () => {
      const {a, b, elapse} = await setUp();
      assert.equal(await a.take(KEY), 0);
      assert.equal(await b.take(KEY, SPACING), 0);
      isWait(await a.take(KEY, SPACING), SPACING);
      isWait(await a.take(KEY), 2 * SPACING);
      await elapse(SPACING);
      isWait(await a.take(KEY), SPACING);
      assert.equal(await b.take(KEY, SPACING), 0);
    });

    it('takes no more than there is from many who ask together', async () => {
      const {a, b} = await setUp();
      const waits = await Promise.all(Array.from({length: 20}, (_, index) => (index % 2 ? a : b).take(KEY)));
      assert.equal(waits.filter((wait) => wait === 0).length, 1);
      const more = await Promise.all(Array.from({length: 20}, () => a.take(KEY, SPACING)));
      assert.equal(more.filter((wait) => wait === 0).length, 1);
    });

    it('costs nothing where nothing was read after all', async () => {
      const {a, b} = await setUp();
      assert.equal(await a.take(KEY), 0);
      await a.giveBack(KEY);
      assert.equal(await b.take(KEY), 0);
      assert.equal(await b.take(KEY, SPACING), 0);
      await b.giveBack(KEY);
      isWait(await a.take(KEY), SPACING);
      await a.giveBack(OTHER_KEY);
      assert.equal(await b.take(OTHER_KEY), 0);
      isWait(await b.take(OTHER_KEY), SPACING);
    });
  });

it('whoever asks whenever: in no time there are more reads than its seconds, and the one that may be ahead', async () => {
  const ask = fc.record({after: fc.nat(1500), isHasty: fc.boolean()});
  await fc.assert(
    fc.asyncProperty(fc.array(ask, {maxLength: 60}), async (asks) => {
      let time = 1_750_000_000_000;
      const pace = createPace(memoryStore({now: () => time}));
      const reads: number[] = [];
      for (const {after, isHasty} of asks) {
        time += after;
        const wait = await pace.take(KEY, isHasty ? SPACING : 0);
        if (wait === 0) reads.push(time);
        else assert.ok(wait <= (isHasty ? SPACING : 2 * SPACING));
        const isIdle = time - (reads.at(-2) ?? 0) > 2 * SPACING;
        if (isHasty && isIdle) assert.equal(reads.at(-1), time, 'who is in haste need not wait');
      }
      for (const [first, from] of reads.entries())
        for (const [count, until] of reads.slice(first).entries())
          assert.ok(count + 1 <= (until - from) / SPACING + 2, `${count + 1} reads in ${until - from} ms`);
    }),
  );
});
