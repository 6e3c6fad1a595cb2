import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {memoryStore} from '../../src/proxy/index.js';
import {assertProblem, calypsoError, KEY, NOW} from './fixture.js';
import {done, passing, turns} from './passing-time.js';
import {invoiceEvent, setUpWebhooks} from './webhook-fixture.js';

const stateOf = async (response: Response) => ((await response.json()) as {state: string}).state;

/** A proxy whose clock and timers are the test's. */
function setUp(t: TestContext, options?: Parameters<typeof setUpWebhooks>[0]) {
  t.mock.timers.enable({apis: ['setTimeout']});
  const shop = setUpWebhooks(options);
  const {advance} = shop;
  return {
    ...shop,
    pass: passing(t, advance),
    settle: <T>(work: Promise<T>) => done(t, advance, work),
  };
}

describe('webhooks of one invoice within a second', () => {
  it('are both followed at once where there are two, and the next look pays', async (t) => {
    const {deliver, change, reads, read, pass, states} = setUp(t);
    for (const [id, state] of ['MEM_POOL_FOUND', 'PAID'].entries()) {
      change(state, '10.234');
      assert.equal((await deliver(invoiceEvent(id))).status, 200);
    }
    assert.deepEqual([reads.length, states()], [2, ['MEM_POOL_FOUND', 'PAID']]);
    await pass(1500);
    assert.equal(await stateOf(await read()), 'PAID');
    assert.equal(reads.length, 2);
    await pass(500);
    await read();
    assert.equal(reads.length, 3);
  });

  it('after a look is followed at once', async (t) => {
    const {deliver, change, read, pass, states} = setUp(t);
    await read();
    await pass(300);
    change('PAID', '10.234');
    assert.equal((await deliver(invoiceEvent(1))).status, 200);
    assert.equal(await stateOf(await read()), 'PAID');
    assert.deepEqual(states(), ['PAID']);
  });

  it('share the read of the next second, however many there are, and are told what stands', async (t) => {
    const {deliver, change, reads, pass, settle, states} = setUp(t);
    for (let id = 0; id < 2; id++) {
      change('MEM_POOL_FOUND', String(id));
      await deliver(invoiceEvent(id));
    }
    change('PAID', '10.234');
    let answered = 0;
    const answers = [...Array(20).keys()].map((id) =>
      deliver(invoiceEvent(100 + id)).finally(() => answered++),
    );
    await pass(900);
    assert.deepEqual([reads.length, answered], [2, 0]);
    assert.deepEqual(new Set((await settle(Promise.all(answers))).map(({status}) => status)), new Set([200]));
    assert.deepEqual([reads.length, states()], [3, ['MEM_POOL_FOUND', 'MEM_POOL_FOUND', 'PAID']]);
  });

  it('are never followed by a read that had begun before they came', async (t) => {
    const {deliver, calypso, answer, change, reads, settle, states} = setUp(t);
    const old = answer();
    let release: () => void = () => undefined;
    calypso.fault = () => new Promise((resolve) => (release = () => resolve(old)));
    const first = deliver(invoiceEvent(1));
    while (!reads.length) await turns(1);
    calypso.fault = undefined;
    change('PAID', '10.234');
    const second = deliver(invoiceEvent(2));
    await turns();
    release();
    assert.deepEqual(
      (await settle(Promise.all([first, second]))).map(({status}) => status),
      [200, 200],
    );
    assert.deepEqual([reads.length, states()], [2, ['PENDING_PAYMENT', 'PAID']]);
  });

  it('are told to viewers as soon as they are read, though a viewer asks while they wait', async (t) => {
    const {deliver, change, read, settle, reads} = setUp(t);
    await read();
    await deliver(invoiceEvent(1));
    change('PAID', '10.234');
    const delivery = deliver(invoiceEvent(2));
    await turns();
    assert.equal(await stateOf(await settle(read())), 'PAID');
    assert.equal((await settle(delivery)).status, 200);
    assert.equal(reads.length, 3);
  });

  it('wait for the same second whichever instances they come to', async (t) => {
    let time = NOW;
    const now = () => time;
    const store = memoryStore({now});
    t.mock.timers.enable({apis: ['setTimeout']});
    const [a, b] = [setUpWebhooks({store, now}), setUpWebhooks({store, now})];
    for (const {change} of [a, b]) change('PAID', '10.234');
    const answers = Array.from({length: 8}, (_, id) => (id % 2 ? a : b).deliver(invoiceEvent(id)));
    const statuses = await done(t, (ms) => (time += ms), Promise.all(answers));
    assert.deepEqual(new Set(statuses.map(({status}) => status)), new Set([200]));
    assert.equal(a.told.length + b.told.length, 1);
    assert.ok(a.reads.length + b.reads.length <= 2);
  });

  it('that fail at Calypso fail one by one, a second apart, and come again', async (t) => {
    const {deliver, calypso, change, reads, pass, settle, states} = setUp(t);
    change('PAID', '10.234');
    calypso.fault = () => calypsoError('000');
    const answers = [1, 2, 3].map((id) => deliver(invoiceEvent(id)));
    await turns();
    assert.equal(reads.length, 2);
    for (const answer of await settle(Promise.all(answers))) await assertProblem(answer, 502);
    assert.equal(reads.length, 3);
    calypso.fault = undefined;
    await pass(2000);
    for (const id of [1, 2, 3]) assert.equal((await settle(deliver(invoiceEvent(id)))).status, 200);
    assert.deepEqual(states(), ['PAID']);
  });

  it('wait for no clock that stands', async (t) => {
    t.mock.timers.enable({apis: ['setTimeout']});
    const {deliver, change, states} = setUpWebhooks();
    for (const [id, state] of ['MEM_POOL_FOUND', 'PAID', 'COMPLETED'].entries()) {
      change(state, '10.234');
      assert.equal((await done(t, () => undefined, deliver(invoiceEvent(id)))).status, 200);
    }
    assert.deepEqual(states(), ['MEM_POOL_FOUND', 'PAID', 'COMPLETED']);
  });
});

it('a second of webhooks for every viewer: reads are no more than one a second', async (t) => {
  const {deliver, change, read, reads, pass, settle} = setUp(t);
  const under: Promise<unknown>[] = [];
  for (let tenth = 0; tenth < 100; tenth++) {
    change('PENDING_PAYMENT', String(tenth));
    under.push(deliver(invoiceEvent(tenth)), read(), read(KEY));
    await pass(100);
  }
  await settle(Promise.all(under));
  assert.ok(reads.length >= 10 && reads.length <= 12, `${reads.length} reads in 10 s`);
});
