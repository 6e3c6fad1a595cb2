import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {DAY, HOUR, names, SECOND, START} from './support.js';
import {start, URL} from './webhook-fixture.js';

const CREATED = 'INVOICE_CREATE_INVOICE';
/** The documents' own numbers, in seconds. */
const FIBONACCI = [
  30, 60, 90, 150, 240, 390, 630, 1020, 1650, 2670, 4320, 6990, 11310, 18300, 29610, 47910, 77520, 125430,
];

describe('delivery', () => {
  for (const [name, status] of [
    ['200', 200],
    ['204', 204],
    ['302', 302],
    ['404', 404],
    ['500', 500],
    ['silence', new Error('connection refused')],
  ] as const)
    it(`${name} is ${name === '200' ? 'a success' : 'an error, and tried again'}`, async () => {
      const {create, advance, answers, posts, deliveries} = await start({}, CREATED);
      answers.status = status;
      await create();
      await advance(0);
      const [entry, ...more] = deliveries();
      const isFine = name === '200';
      assert.deepEqual(more, []);
      assert.deepEqual(
        [entry?.status, entry?.attempt, entry?.next],
        [typeof status === 'number' ? status : null, 1, isFine ? null : '2026-01-02T03:04:35.006Z'],
      );
      await advance(29_999);
      assert.equal(posts.length, 1);
      await advance(1);
      assert.equal(posts.length, isFine ? 1 : 2);
    });

  it('an endpoint that does not answer in time has failed', async () => {
    const {create, advance, answers, deliveries, posts} = await start({webhooks: {timeout: 20}}, CREATED);
    answers.hang = true;
    await create();
    await advance(0);
    assert.equal(deliveries()[0]?.status, null);
    answers.hang = false;
    await advance(30 * SECOND);
    assert.deepEqual(
      deliveries().map(({status}) => status),
      [null, 200],
    );
    assert.equal(posts[0]?.body, posts[1]?.body);
  });

  it('repeats on the documented schedule, 19 times, and then no more until it is unblocked', async () => {
    const {create, advance, answers, deliveries, posts, unblock, hook} = await start({}, CREATED);
    answers.status = 500;
    await create();
    await advance(30 * DAY);
    const waits = deliveries().map(
      ({at}, index, all) => (Date.parse(all[index + 1]?.at ?? at) - Date.parse(at)) / 1000,
    );
    assert.deepEqual(waits, [...FIBONACCI, FIBONACCI.at(-1), 0]);
    assert.deepEqual(
      deliveries().map(({attempt}) => attempt),
      Array.from({length: 20}, (_, index) => index + 1),
    );
    assert.equal(deliveries().at(-1)?.next, null);
    assert.equal(new Set(posts.map(({body}) => body)).size, 1, 'the same bytes each time');
    answers.status = 200;
    await advance(30 * DAY);
    assert.equal(posts.length, 20);
    assert.deepEqual(await unblock({requestId: hook.requestId}), {requestId: hook.requestId});
    await advance(0);
    assert.equal(posts.length, 21);
    await advance(30 * DAY);
    assert.equal(posts.length, 21);
  });

  it('down for hours and back: everything arrives, each once', async () => {
    const {create, advance, deposit, answers, posts, client} = await start({}, CREATED);
    await client.createWebhook({url: URL, notificationServiceTypes: ['INVOICE']});
    answers.status = new Error('down');
    const accepted: string[] = [];
    for (let index = 0; index < 5; index++) {
      await deposit({address: names(await create()).address, amount: '10.234'});
      await advance(HOUR);
    }
    const downtime = posts.length;
    answers.status = 200;
    await advance(3 * DAY);
    for (const {event} of posts.slice(downtime)) accepted.push(`${event.requestId} ${event.id}`);
    assert.equal(accepted.length, 5 + 5 * 5);
    assert.equal(new Set(accepted).size, accepted.length);
  });

  it('more than 100 errors without a success in 10 minutes block; unblocking sends what was missed', async () => {
    const {create, advance, answers, posts, client, unblock, hook, deliveries} = await start({}, CREATED);
    answers.status = 503;
    for (let index = 0; index < 100; index++) await create();
    await advance(0);
    assert.deepEqual([posts.length, (await client.listWebhooks())[0]?.['state']], [100, undefined]);
    await create();
    await advance(0);
    assert.deepEqual([posts.length, (await client.listWebhooks())[0]?.['state']], [101, 'BLOCKED']);
    assert.equal(deliveries().at(-1)?.next, null);
    answers.status = 200;
    await create();
    await advance(10 * DAY);
    assert.equal(posts.length, 101, 'nothing is tried while it is blocked');
    await unblock(hook);
    await advance(0);
    assert.equal(posts.length, 203);
    assert.equal(new Set(posts.slice(101).map(({event}) => event.id)).size, 102);
    assert.equal((await client.listWebhooks())[0]?.['state'], undefined);
  });

  it('a success in between, or errors long ago, do not block', async () => {
    const {create, advance, answers, client} = await start({}, CREATED);
    for (let round = 0; round < 3; round++) {
      answers.status = 500;
      for (let index = 0; index < 60; index++) await create();
      await advance(0);
      answers.status = 200;
      await create();
      await advance(round === 1 ? 0 : 11 * 60 * SECOND);
    }
    assert.equal((await client.listWebhooks())[0]?.['state'], undefined);
  });

  it('does not wait for a merchant who asks for time inside the handler', async () => {
    const {create, advance, hooks, sandbox, posts} = await start({}, CREATED);
    let inner: Promise<unknown> | undefined;
    hooks.onPost = async () => void (inner ??= sandbox.advance(SECOND));
    await create();
    await advance(0);
    await inner;
    assert.deepEqual([posts.length, sandbox.now()], [1, START + SECOND]);
  });
});
