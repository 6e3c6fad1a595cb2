import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createInvoices} from '../../src/proxy/invoices.js';
import {memoryStore} from '../../src/proxy/index.js';
import {calypsoError, invoiceText, KEY, NOW, OTHER_KEY, setUp, type Upstream} from './fixture.js';

/** An upstream that answers only when the test says so. */
function held(answer: Upstream = (key) => new Response(invoiceText(key))) {
  const waiting: (() => void)[] = [];
  const upstream: Upstream = (key, index) =>
    new Promise((resolve) => waiting.push(() => resolve(answer(key, index))));
  const release = () => {
    for (const answerNow of waiting.splice(0)) answerNow();
  };
  /** Resolves once a read waits here. */
  const arrival = async () => {
    while (waiting.length === 0) await turn();
  };
  return {upstream, release, arrival};
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
const statuses = async (answers: Promise<Response>[]) =>
  (await Promise.all(answers)).map(({status}) => status);
const stateOf = async (response: Response) => ((await response.json()) as {state?: string}).state;

describe('viewers who arrive together', () => {
  it('200 of them cost one upstream read, and all are served', async () => {
    const {upstream, release, arrival} = held();
    const {read, reads} = setUp(upstream);
    const early = Array.from({length: 120}, () => read());
    await arrival();
    const late = Array.from({length: 80}, (_, index) => read(index % 2 ? KEY : KEY.toUpperCase()));
    await turn();
    release();
    const answers = await Promise.all([...early, ...late]);
    const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())));
    assert.deepEqual(new Set(answers.map(({status}) => status)), new Set([200]));
    assert.equal(bodies.size, 1);
    assert.deepEqual(reads, [KEY]);
  });

  it('share a failure too', async () => {
    const {upstream, release, arrival} = held(() => calypsoError('000'));
    const {read, reads} = setUp(upstream);
    const answers = Array.from({length: 50}, () => read());
    await arrival();
    release();
    assert.deepEqual(new Set(await statuses(answers)), new Set([502]));
    assert.equal(reads.length, 1);
  });

  it('wait for their own invoice and no other', async () => {
    const {upstream, release, arrival} = held();
    const {read, reads} = setUp((key, index) =>
      key === KEY ? upstream(key, index) : new Response(invoiceText(key)),
    );
    const slow = read(KEY);
    await arrival();
    assert.equal((await read(OTHER_KEY)).status, 200);
    assert.deepEqual(reads, [KEY, OTHER_KEY]);
    release();
    assert.equal((await slow).status, 200);
  });

  it('share a read that takes longer than the cache keeps its answer', async () => {
    const {upstream, release, arrival} = held();
    const {read, reads, advance} = setUp(upstream);
    const first = read();
    await arrival();
    advance(5000);
    const second = read();
    await turn();
    release();
    assert.deepEqual(await statuses([first, second]), [200, 200]);
    assert.equal(reads.length, 1);
  });

  it('do not wait for a read that outlived its deadline', async () => {
    const {upstream, release, arrival} = held();
    const {read, reads, advance} = setUp((key, index) =>
      index ? new Response(invoiceText(key)) : upstream(key, index),
    );
    const lost = read();
    await arrival();
    advance(8000);
    assert.equal((await read()).status, 200);
    assert.equal(reads.length, 2);
    release();
    await lost;
  });

  it('cost one read a second, however short its deadline', async () => {
    const {upstream, release, arrival} = held();
    const {read, reads, advance} = setUp(upstream, {timeout: 500});
    const first = read();
    await arrival();
    advance(999);
    const second = read();
    await turn();
    release();
    assert.deepEqual(await statuses([first, second]), [200, 200]);
    assert.equal(reads.length, 1);
  });
});

describe('an answer is kept', () => {
  /** When Calypso is read by a viewer who asks every 100 ms for `ms`. */
  async function readTimes(ms: number, upstream: Upstream) {
    const {read, reads, advance} = setUp(upstream);
    const times: number[] = [];
    for (let time = 0; time <= ms; time += 100, advance(100)) {
      const before = reads.length;
      await read();
      if (reads.length > before) times.push(time);
    }
    return times;
  }
  const inState = (state: string) => (key: string) => new Response(invoiceText(key, `"state":"${state}"`));

  for (const state of ['PENDING_PAYMENT', 'MEM_POOL_FOUND', 'PAID', 'PENDING_INTERVENTION', 'TOMORROW'])
    it(`1 s in state ${state}`, async () => {
      assert.deepEqual(await readTimes(3000, inState(state)), [0, 1000, 2000, 3000]);
    });

  for (const state of ['COMPLETED', 'DECLINED', 'ARCHIVED'])
    it(`30 s in the last state ${state}`, async () => {
      assert.deepEqual(await readTimes(31_000, inState(state)), [0, 30_000]);
    });

  for (const [what, upstream] of [
    ['where the invoice is unknown', () => calypsoError('004')],
    ['where Calypso is down', () => Promise.reject(new TypeError('fetch failed'))],
    ['where Calypso answers HTML', () => new Response('<html>')],
    ["where Calypso answers another's", () => new Response(invoiceText(OTHER_KEY))],
  ] as [string, Upstream][])
    it(`1 s ${what}`, async () => {
      assert.deepEqual(await readTimes(2000, upstream), [0, 1000, 2000]);
    });

  it('so that a change is seen within a second', async () => {
    const {read, advance} = setUp((key, index) => inState(index ? 'PAID' : 'PENDING_PAYMENT')(key));
    assert.equal(await stateOf(await read()), 'PENDING_PAYMENT');
    advance(999);
    assert.equal(await stateOf(await read()), 'PENDING_PAYMENT');
    advance(1);
    assert.equal(await stateOf(await read()), 'PAID');
  });

  it('so that a failure is over with the next good answer', async () => {
    const {read, advance} = setUp((key, index) =>
      index ? new Response(invoiceText(key)) : calypsoError('000'),
    );
    assert.equal((await read()).status, 502);
    advance(1000);
    assert.equal((await read()).status, 200);
  });

  it('counted from the start of the read, for that is how old the news may be', async () => {
    const {upstream, release, arrival} = held();
    const {read, reads, advance} = setUp(upstream);
    const first = read();
    await arrival();
    advance(1500);
    release();
    await first;
    const second = read();
    await arrival();
    release();
    await second;
    assert.equal(reads.length, 2);
  });

  it('not longer where the clock is set back', async () => {
    const {read, reads, advance} = setUp();
    await read();
    advance(-3_600_000);
    await read();
    assert.equal(reads.length, 2);
  });

  it('for 10 000 invoices and no more', async () => {
    let reads = 0;
    const invoices = createInvoices({
      store: memoryStore({now: () => NOW}),
      read: async () => ({
        invoice: {state: 'PAID'},
        fields: {state: 'PAID'},
        etag: String(++reads),
        final: false,
      }),
      now: () => NOW,
      timeout: 8000,
    });
    const read = (key: number) => invoices.get(String(key));
    for (let key = 0; key <= 10_000; key++) await read(key);
    await read(10_000);
    assert.equal(reads, 10_001);
    await read(0);
    assert.equal(reads, 10_002);
  });

  it('never for another invoice', async () => {
    const {read} = setUp();
    for (const key of [KEY, OTHER_KEY, KEY])
      assert.equal(((await (await read(key)).json()) as {idempotencyKey: string}).idempotencyKey, key);
  });
});
