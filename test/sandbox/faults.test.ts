import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createSandbox, type SandboxWebhookOptions} from '../../src/sandbox/index.js';
import {credentials, DAY, names, SECOND} from './support.js';
import {start} from './webhook-fixture.js';

type World = Awaited<ReturnType<typeof start>>;

const CREATED = 'INVOICE_CREATE_INVOICE';
const WAYS = {
  method: ({sandbox}: World, options: SandboxWebhookOptions) => sandbox.webhooks(options),
  HTTP: async ({post}: World, options: SandboxWebhookOptions) => {
    const {status, json} = await post('/sandbox/webhooks', JSON.stringify(options), {Key: '', Sign: ''});
    if (status !== 200) throw Object.assign(new Error(String(json['message'])), json);
    return json;
  },
};

/** A whole payment. @returns the ids of its events in the order in which they came. */
async function pay({create, deposit, advance, posts}: World): Promise<number[]> {
  const before = posts.length;
  await deposit({address: names(await create()).address, amount: '10.234'});
  await advance(DAY);
  return posts.slice(before).map(({event}) => event.id);
}

const sorted = (ids: number[]) => ids.toSorted((a, b) => a - b);

describe('from the beginning', () => {
  it('duplicate: everything comes twice, with the same bytes', async () => {
    const {create, advance, posts} = await start({webhooks: {duplicate: true}}, CREATED);
    await create();
    await advance(DAY);
    assert.equal(posts.length, 2);
    assert.equal(posts[0]?.body, posts[1]?.body);
  });

  it('shuffle: events overtake one another within 20 s, and none is lost', async () => {
    const {create, deposit, advance, ids} = await start({webhooks: {shuffle: true}});
    await deposit({address: names(await create()).address, amount: '10.234'});
    await advance(20 * SECOND + 10 * SECOND);
    assert.deepEqual(sorted(ids()), [1, 2, 3, 4, 5]);
    assert.notDeepEqual(ids(), [1, 2, 3, 4, 5]);
  });

  it('an option that cannot be used is named', () => {
    for (const [webhooks, message] of [
      [{duplicate: 1}, 'webhooks.duplicate=[Must be true or false]'],
      [{timeout: Number.NaN}, 'webhooks.timeout=[Must be a number]'],
      [null, 'webhooks=[Must be an object]'],
    ] as const)
      assert.throws(() => createSandbox({...credentials, webhooks: webhooks as never}), {message});
  });
});

for (const [name, change] of Object.entries(WAYS))
  describe(`on demand, by ${name}`, () => {
    it('duplicate: what happens from then on comes twice, until it is switched off', async () => {
      const world = await start({}, CREATED);
      const {create, advance, ids} = world;
      await create();
      await change(world, {duplicate: true});
      await create();
      await change(world, {duplicate: false});
      await create();
      await advance(DAY);
      assert.deepEqual(ids(), [1, 2, 2, 3]);
    });

    it('shuffle: what happens from then on is in disorder, until it is switched off', async () => {
      const world = await start();
      assert.deepEqual(await pay(world), [1, 2, 3, 4, 5]);
      await change(world, {shuffle: true});
      const shuffled = await pay(world);
      assert.deepEqual(sorted(shuffled), [6, 7, 8, 9, 10]);
      assert.notDeepEqual(shuffled, sorted(shuffled));
      await change(world, {shuffle: false});
      assert.deepEqual(await pay(world), [11, 12, 13, 14, 15]);
    });

    it('timeout: whoever does not answer within it has failed', async () => {
      const world = await start({webhooks: {timeout: DAY}}, CREATED);
      const {create, advance, answers, deliveries} = world;
      await change(world, {timeout: 1});
      answers.hang = true;
      await create();
      await advance(0);
      assert.deepEqual(
        deliveries().map(({status}) => status),
        [null],
      );
    });

    it('answers what holds now; what is left out stays as it is', async () => {
      const world = await start();
      assert.deepEqual(await change(world, {}), {duplicate: false, shuffle: false, timeout: 5000});
      await change(world, {duplicate: true, timeout: 70});
      assert.deepEqual(await change(world, {shuffle: true}), {duplicate: true, shuffle: true, timeout: 70});
    });

    for (const [options, message] of [
      [{duplicate: 'yes'}, 'duplicate=[Must be true or false]'],
      [{shuffle: 1}, 'shuffle=[Must be true or false]'],
      [{timeout: '20'}, 'timeout=[Must be a number]'],
      [{timeout: 0}, 'timeout=[Must be 1 or more]'],
      [{timeout: 1.5}, 'timeout=[Must be a whole number]'],
      [{shuffle: 1, timeout: -1}, 'shuffle=[Must be true or false], timeout=[Must be 1 or more]'],
      [[], 'body=[Must be an object]'],
      [null, 'body=[Must be an object]'],
    ] as const)
      it(`refuses ${JSON.stringify(options)}, and changes nothing`, async () => {
        const world = await start();
        await change(world, {duplicate: true});
        await assert.rejects(change(world, options as never), {errorCode: '001', message});
        assert.deepEqual(await change(world, {}), {duplicate: true, shuffle: false, timeout: 5000});
      });
  });
