import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {redisStore} from '../../src/proxy/index.js';
import {stores} from './stores.js';

const MINUTE = 60_000;
/** Real time passes between a write and a look at what Redis has left of it. */
const isAbout = (age: number | undefined, expected: number) =>
  assert.ok(
    age !== undefined && age >= expected && age < expected + 30_000,
    `${age} is not about ${expected}`,
  );

for (const [name, create] of Object.entries(stores))
  describe(name, () => {
    it('has what another instance wrote, and its age', async () => {
      const shared = await create();
      const [a, b] = [await shared.instance(), await shared.instance()];
      await a.set('name', 'text 1 {"ü": "\\n"}\n', 2 * MINUTE);
      await shared.elapse(MINUTE);
      const found = await b.get('name');
      assert.equal(found?.text, 'text 1 {"ü": "\\n"}\n');
      isAbout(found.age, MINUTE);
    });

    it('forgets what is over, and has nothing of what was never written', async () => {
      const shared = await create();
      const [a, b] = [await shared.instance(), await shared.instance()];
      await a.set('name', 'text', MINUTE);
      await shared.elapse(MINUTE);
      assert.equal(await b.get('name'), undefined);
      assert.equal(await b.get('__proto__'), undefined);
    });

    it('keeps what lives long beside what lives short', async () => {
      const store = await (await create()).instance();
      await store.set('long', 'text', 40 * 86_400_000);
      await store.set('short', 'text', MINUTE);
      assert.equal((await store.get('long'))?.text, 'text');
    });

    it('replaces nothing, or what was read', async () => {
      const shared = await create();
      const [a, b] = [await shared.instance(), await shared.instance()];
      assert.equal(await a.replace('name', undefined, 'one', MINUTE), undefined);
      assert.equal(await b.replace('name', 'one', 'two', 2 * MINUTE), undefined);
      assert.equal((await a.get('name'))?.text, 'two');
    });

    it('says what another has written meanwhile, and leaves it', async () => {
      const shared = await create();
      const [a, b] = [await shared.instance(), await shared.instance()];
      await a.replace('name', undefined, 'one', MINUTE);
      await shared.elapse(1000);
      for (const known of [undefined, 'none', 'on', 'one two']) {
        const found = await b.replace('name', known, 'other', MINUTE);
        assert.equal(found?.text, 'one');
        isAbout(found.age, 1000);
      }
      assert.equal((await a.get('name'))?.text, 'one');
    });

    it('writes over what went meanwhile', async () => {
      const shared = await create();
      const store = await shared.instance();
      await store.replace('name', undefined, 'one', 1000);
      await shared.elapse(1000);
      assert.equal(await store.replace('name', 'one', 'two', MINUTE), undefined);
      assert.equal((await store.get('name'))?.text, 'two');
    });

    it('gives a lock to one of many', async () => {
      const shared = await create();
      const instances = await Promise.all(Array.from({length: 4}, () => shared.instance()));
      const tokens = await Promise.all(
        instances.flatMap((store) => Array.from({length: 5}, () => store.claim('lock', MINUTE))),
      );
      assert.equal(tokens.filter(Boolean).length, 1);
    });

    it('gives a lock again once it is released, or its time is over', async () => {
      const shared = await create();
      const [a, b] = [await shared.instance(), await shared.instance()];
      const first = (await a.claim('lock', MINUTE)) ?? assert.fail('no lock');
      assert.equal(await a.release('lock', first, 0), true);
      assert.ok(await b.claim('lock', MINUTE));
      assert.equal(await a.claim('lock', MINUTE), undefined);
      await shared.elapse(MINUTE);
      assert.ok(await a.claim('lock', MINUTE));
    });

    it('releases later, and sooner or later than was said at first', async () => {
      const shared = await create();
      const store = await shared.instance();
      const token = (await store.claim('lock', 1000)) ?? assert.fail('no lock');
      assert.equal(await store.release('lock', token, 2 * MINUTE), true);
      await shared.elapse(MINUTE);
      assert.equal(await store.claim('lock', MINUTE), undefined);
      await shared.elapse(MINUTE);
      assert.ok(await store.claim('lock', MINUTE));
    });

    it("releases nobody else's lock", async () => {
      const shared = await create();
      const [a, b] = [await shared.instance(), await shared.instance()];
      const lost = (await a.claim('lock', 1000)) ?? assert.fail('no lock');
      await shared.elapse(1000);
      assert.ok(await b.claim('lock', MINUTE));
      assert.equal(await a.release('lock', lost, 0), false);
      assert.equal(await a.claim('lock', MINUTE), undefined);
    });

    it('carries messages to those who listen, each on its channel', async () => {
      const shared = await create();
      const [a, b] = [await shared.instance(), await shared.instance()];
      const heard: string[] = [];
      let resolve = () => undefined as void;
      const last = new Promise<void>((end) => (resolve = end));
      const leave = await b.subscribe('one', (text) => {
        heard.push(text);
        if (text === 'last') resolve();
      });
      await a.publish('two', 'other');
      await a.publish('one', 'first');
      await a.publish('one', 'last');
      await last;
      assert.deepEqual(heard, ['first', 'last']);
      leave();
      let again = () => undefined as void;
      const next = new Promise<void>((end) => (again = end));
      await b.subscribe('one', () => again());
      await a.publish('one', 'after');
      await next;
      assert.deepEqual(heard, ['first', 'last']);
    });

    it('is healthy', async () => {
      assert.equal((await (await create()).instance()).healthy, true);
    });
  });

it('redisStore keeps no process alive by its second connection', async () => {
  let isFree = false;
  const nothing = async () => undefined;
  const second = {
    on: nothing,
    connect: nothing,
    subscribe: nothing,
    unsubscribe: nothing,
    destroy: () => undefined,
    unref: () => void (isFree = true),
  };
  const client = {isReady: true, sendCommand: nothing, duplicate: () => second, on: nothing};
  await redisStore(client).subscribe('channel', () => undefined);
  assert.equal(isFree, true);
});
