import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CalypsoApiError, CalypsoTransportError} from '../../src/api/index.js';
import {createBreaker, type BreakerState} from '../../src/proxy/breaker.js';
import {assertProblem, calypsoError, invoiceText, KEY, NOW, OTHER_KEY, setUp} from './fixture.js';
import {invoiceEvent, setUpWebhooks} from './webhook-fixture.js';

const outage = () => Promise.reject(new CalypsoTransportError('network', 'down'));
const refusal = (errorCode: string, status: number, retryAfter?: string) => () =>
  Promise.reject(new CalypsoApiError({errorCode, message: 'refused', status, retryAfter}));

function breaking(random = () => 0.5) {
  let time = NOW;
  const states: BreakerState[] = [];
  const breaker = createBreaker({
    now: () => time,
    timeout: 8000,
    random,
    onChange: (state) => states.push(state),
  });
  let calls = 0;
  const run = async (call: () => Promise<unknown> = outage) => {
    try {
      return await breaker.run(() => (calls++, call()));
    } catch (error) {
      return (error as {status?: number}).status;
    }
  };
  const fail = async (times: number) => {
    for (let time = 0; time < times; time++) await run();
  };
  return {breaker, states, run, fail, calls: () => calls, advance: (ms: number) => (time += ms)};
}

describe('the breaker', () => {
  it('opens after 5 failures in a row, and calls nobody then', async () => {
    const {breaker, fail, run, calls} = breaking();
    await fail(4);
    await run(async () => 'ok');
    await fail(4);
    assert.equal(breaker.state, 'closed');
    await fail(1);
    assert.equal(breaker.state, 'open');
    assert.equal(await run(async () => 'ok'), 503);
    assert.equal(calls(), 10);
  });

  for (const status of [200, 400, 404, 500])
    it(`takes an error of Calypso for an answer, with the status ${status}`, async () => {
      const {breaker, run} = breaking();
      for (let time = 0; time < 20; time++) await run(refusal('004', status));
      assert.equal(breaker.state, 'closed');
    });

  it('takes an internal error of Calypso (000) for none', async () => {
    const {breaker, run} = breaking();
    for (let time = 0; time < 5; time++) await run(refusal('000', 500));
    assert.equal(breaker.state, 'open');
  });

  for (const status of [429, 503])
    it(`rests for as long as an error of Calypso asks, with the status ${status}`, async () => {
      const {run, advance} = breaking();
      await run(refusal('001', status, '7'));
      advance(6999);
      assert.equal(await run(async () => 'ok'), 503);
      advance(1);
      assert.equal(await run(async () => 'ok'), 'ok');
    });

  it('lets one call find out, and closes where it succeeds', async () => {
    const {states, fail, run, advance, calls} = breaking();
    await fail(5);
    advance(500);
    let release: (value: string) => void = () => undefined;
    const probe = run(() => new Promise((resolve) => (release = resolve)));
    assert.equal(await run(async () => 'ok'), 503);
    release('ok');
    assert.equal(await probe, 'ok');
    assert.equal(await run(async () => 'ok'), 'ok');
    assert.equal(calls(), 7);
    assert.deepEqual(states, ['open', 'half-open', 'closed']);
  });

  it('rests for twice as long each time the call fails, up to 15 s, and any part of that', async () => {
    for (const random of [0.25, 1]) {
      const {breaker, fail, run, advance} = breaking(() => random);
      await fail(5);
      for (const longest of [1000, 2000, 4000, 8000, 15_000, 15_000]) {
        advance(longest * random - 1);
        assert.equal(await run(), 503, `${longest}`);
        advance(1);
        await run();
        assert.equal(breaker.state, 'open');
      }
    }
  });

  it('counts failures of calls that began before it opened as one', async () => {
    const {breaker, run, advance} = breaking(() => 1);
    const fails: (() => void)[] = [];
    const slow = Array.from({length: 50}, () =>
      run(() => new Promise((_, reject) => fails.push(() => reject(new TypeError('down'))))),
    );
    for (const fail of fails) fail();
    await Promise.all(slow);
    advance(1000);
    assert.equal(await run(async () => 'ok'), 'ok');
    assert.equal(breaker.state, 'closed');
  });

  it('does not wait for ever for the one that finds out', async () => {
    const {fail, run, advance} = breaking();
    await fail(5);
    advance(500);
    void run(() => new Promise(() => undefined));
    advance(8000);
    assert.equal(await run(async () => 'ok'), 'ok');
  });

  for (const [what, retryAfter, rest] of [
    ['seconds', '7', 7000],
    ['a date', new Date(NOW + 9000).toUTCString(), 9000],
    ['an absurd time', '1000000000', 60_000],
  ] as const)
    it(`rests for as long as Calypso asks: ${what}`, async () => {
      const {run, advance} = breaking();
      const asks = Object.assign(new CalypsoTransportError('response', 'busy', {status: 429}), {retryAfter});
      await run(() => Promise.reject(asks));
      advance(rest - 1);
      assert.equal(await run(async () => 'ok'), 503);
      advance(1);
      assert.equal(await run(async () => 'ok'), 'ok');
    });

  for (const retryAfter of ['-1', 'NaN', 'soon', '', '0', undefined, 7])
    it(`does not rest for ${String(retryAfter)}`, async () => {
      const {breaker, run} = breaking();
      await run(() =>
        Promise.reject(
          Object.assign(new CalypsoTransportError('response', 'busy', {status: 503}), {retryAfter}),
        ),
      );
      assert.equal(breaker.state, 'closed');
    });
});

describe('a proxy whose Calypso is down', () => {
  const down = () => Promise.reject(new TypeError('fetch failed'));
  const keyOf = (index: number) => KEY.slice(0, -2) + String(10 + index);

  it('answers 503 with Retry-After without asking, and 200 once it is back', async () => {
    let isDown = true;
    const {read, reads, advance, ask} = setUp((key) => (isDown ? down() : new Response(invoiceText(key))));
    for (let index = 0; index < 5; index++) await assertProblem(await read(keyOf(index)), 502);
    const refused = await read(OTHER_KEY);
    assert.match(refused.headers.get('Retry-After') ?? '', /^1$/);
    await assertProblem(refused, 503);
    assert.equal(reads.length, 5);
    assert.equal((await ask('/api/invoices/health')).status, 503);
    isDown = false;
    advance(1000);
    assert.equal((await read(OTHER_KEY)).status, 200);
    assert.equal((await ask('/api/invoices/health')).status, 200);
  });

  it('answers with what it knew for 30 s, flagged and with its age', async () => {
    const {read, calypso, advance} = setUpWebhooks();
    const first = await read();
    const tag = first.headers.get('ETag') ?? '';
    const known = (await first.json()) as object;
    calypso.fault = down;
    for (const age of [1, 2, 29, 30]) {
      advance(age * 1000 - (age === 1 ? 0 : age === 2 ? 1000 : age === 29 ? 2000 : 29_000));
      const stale = await read(KEY, {'If-None-Match': tag});
      assert.equal(stale.status, 200, `after ${age} s`);
      assert.equal(stale.headers.get('Age'), String(age));
      const {serverTime, ...fields} = (await stale.json()) as {serverTime: string};
      const {serverTime: before, ...expected} = known as {serverTime: string};
      assert.deepEqual(fields, {...expected, stale: true});
      assert.equal(Date.parse(serverTime) - Date.parse(before), age * 1000);
      const again = await read(KEY, {'If-None-Match': stale.headers.get('ETag') ?? ''});
      assert.deepEqual([again.status, again.headers.get('Age')], [304, String(age)]);
    }
    advance(1000);
    assert.ok([502, 503].includes((await read()).status));
    calypso.fault = undefined;
    advance(15_000);
    const fresh = await read();
    assert.equal(fresh.headers.has('Age'), false);
    assert.equal('stale' in ((await fresh.json()) as object), false);
  });

  it('does not take "there is none" for an outage', async () => {
    const {read, calypso, advance} = setUpWebhooks();
    await read();
    calypso.fault = () => calypsoError('004');
    advance(1000);
    await assertProblem(await read(), 404);
  });

  it('has events delivered again, and follows them once Calypso is back', async () => {
    const {deliver, deliverLater, calypso, advance, told, change} = setUpWebhooks();
    change('PAID', '10.234');
    calypso.fault = down;
    for (let id = 0; id < 5; id++) assert.equal((await deliverLater(invoiceEvent(id))).status, 502);
    await assertProblem(await deliver(invoiceEvent(6)), 503);
    calypso.fault = undefined;
    advance(1000);
    assert.equal((await deliver(invoiceEvent(6))).status, 200);
    assert.equal(told.length, 1);
  });

  it('passes on how long Calypso asks to be left alone', async () => {
    const error = Object.assign(new CalypsoTransportError('response', 'busy', {status: 429}), {
      retryAfter: '9',
    });
    let calls = 0;
    const {read} = setUp(undefined, {client: {getInvoice: () => (calls++, Promise.reject(error))}});
    for (const key of [KEY, OTHER_KEY]) {
      const response = await read(key);
      assert.equal(response.headers.get('Retry-After'), '9');
      await assertProblem(response, 503);
    }
    assert.equal(calls, 1);
  });
});
