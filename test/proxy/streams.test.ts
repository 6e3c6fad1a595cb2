import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {memoryStore, type InvoiceProxyOptions, type InvoiceStore} from '../../src/proxy/index.js';
import {readEvents} from './event-reader.js';
import {assertProblem, BASE, calypsoError, KEY, OTHER_KEY, setUp, SHOP} from './fixture.js';
import {passing, turns} from './passing-time.js';
import {invoiceEvent, setUpWebhooks} from './webhook-fixture.js';

const EVENTS = `${BASE}/${KEY}/events`;
const timers = (t: TestContext) => t.mock.timers.enable({apis: ['setTimeout', 'setInterval']});

/** A proxy without webhooks, over an invoice that the test moves; time is the test's. */
function follow(options: Partial<InvoiceProxyOptions> = {}) {
  return setUpWebhooks({webhookSecrets: undefined as never, onInvoice: undefined as never, ...options});
}

describe('a stream', () => {
  it('is where the read says, and begins with the same JSON', async () => {
    const {ask, read} = setUp();
    const {eventsUrl, ...fields} = (await (await read()).json()) as {eventsUrl: string};
    assert.equal(eventsUrl, EVENTS);
    const {nextEvent, cancel} = readEvents(await ask(eventsUrl));
    const {id, event, data} = await nextEvent();
    assert.match(id ?? '', /^[\w+/=]{20,}$/);
    assert.equal(event, 'invoice');
    assert.deepEqual(JSON.parse(data ?? ''), {...fields, eventsUrl});
    await cancel();
  });

  it('has the headers that keep it from being held back', async () => {
    const response = await setUp().ask(EVENTS);
    assert.equal(response.status, 200);
    for (const [name, value] of Object.entries({
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Origin',
    }))
      assert.equal(response.headers.get(name), value);
    await response.body?.cancel();
  });

  it('says when to come back, not the same to all', async () => {
    const waits = new Set<number>();
    for (let time = 0; time < 20; time++) {
      const {next, cancel} = readEvents(await setUp().ask(EVENTS));
      const wait = Number((await next())?.retry);
      assert.ok(wait >= 1000 && wait <= 2000);
      waits.add(wait);
      await cancel();
    }
    assert.ok(waits.size > 10);
  });

  it('brings every change that a webhook leads to, once, to all who look on', async () => {
    const {ask, deliverLater, change, reads} = setUpWebhooks();
    const viewers = await Promise.all(Array.from({length: 20}, async () => readEvents(await ask(EVENTS))));
    const states = () => Promise.all(viewers.map(({nextState}) => nextState()));
    assert.deepEqual(new Set(await states()), new Set(['PENDING_PAYMENT']));
    for (const [id, state] of ['MEM_POOL_FOUND', 'PAID'].entries()) {
      change(state, '10.234');
      await deliverLater(invoiceEvent(2 * id));
      await deliverLater(invoiceEvent(2 * id + 1));
      assert.deepEqual(new Set(await states()), new Set([state]));
    }
    assert.equal(reads.length, 5);
    for (const {cancel} of viewers) await cancel();
  });

  it('ends after the last state', async () => {
    const {ask, deliver, change} = setUpWebhooks();
    const {nextState, next} = readEvents(await ask(EVENTS));
    assert.equal(await nextState(), 'PENDING_PAYMENT');
    change('COMPLETED', '10.234');
    await deliver(invoiceEvent(1));
    assert.equal(await nextState(), 'COMPLETED');
    assert.equal(await next(), undefined);
    const again = readEvents(await ask(EVENTS));
    assert.equal(await again.nextState(), 'COMPLETED');
    assert.equal(await again.next(), undefined);
  });

  it('says once that Calypso fails, and once that it does no more, though the invoice is the same', async () => {
    const {proxy, ask, read, calypso, change, deliver, advance} = setUpWebhooks();
    const streams = [readEvents(await ask(EVENTS))];
    const readIn = async (ms: number) => {
      advance(ms);
      await (await read()).text();
    };
    calypso.fault = () => calypsoError('000', 500);
    await readIn(1000);
    await readIn(1000);
    streams.push(readEvents(await ask(EVENTS)));
    calypso.fault = undefined;
    await readIn(1000);
    await readIn(1000);
    change('PAID', '10.234');
    await deliver(invoiceEvent(1));
    await proxy.close();
    for (const [index, {next}] of streams.entries()) {
      const told: unknown[] = [];
      for (let block = await next(); block; block = await next())
        if (block.data) told.push((({state, stale}) => [state, stale])(JSON.parse(block.data)));
      const expected = [
        ['PENDING_PAYMENT', undefined],
        ['PENDING_PAYMENT', true],
        ['PENDING_PAYMENT', undefined],
        ['PAID', undefined],
      ];
      assert.deepEqual(told, expected.slice(index));
    }
  });

  it('follows Calypso at most once a second where there are no webhooks', async (t) => {
    timers(t);
    const {ask, reads, advance, change} = follow();
    const viewers = await Promise.all(Array.from({length: 50}, async () => readEvents(await ask(EVENTS))));
    const pass = passing(t, advance);
    await pass(10_000);
    assert.ok(reads.length >= 3 && reads.length <= 11, `${reads.length} reads in 10 s`);
    change('PAID', '10.234');
    await pass(3000);
    for (const {nextState, cancel} of viewers) {
      assert.equal(await nextState(), 'PENDING_PAYMENT');
      assert.equal(await nextState(), 'PAID');
      await cancel();
    }
  });

  it('brings a change within 3 s where webhooks are expected, and none comes', async (t) => {
    timers(t);
    const {ask, reads, advance, change} = setUpWebhooks();
    const {nextState, cancel} = readEvents(await ask(EVENTS));
    assert.equal(await nextState(), 'PENDING_PAYMENT');
    const pass = passing(t, advance);
    await pass(30_000);
    assert.ok(reads.length >= 10 && reads.length <= 16, `${reads.length} reads in 30 s`);
    change('PAID', '10.234');
    const before = reads.length;
    await pass(3000);
    assert.equal(await Promise.race([nextState(), turns().then(() => 'not told')]), 'PAID');
    assert.ok(reads.length > before);
    await cancel();
  });

  it('asks as if webhooks came no more ten minutes after the last of them', async (t) => {
    timers(t);
    const {ask, deliver, reads, advance} = setUpWebhooks({push: {maxDuration: 3_600_000}});
    await deliver(invoiceEvent(1, 'INVOICE_PAID', {idempotencyKey: OTHER_KEY}));
    const {cancel} = readEvents(await ask(EVENTS));
    const pass = passing(t, advance, 1000);
    const readsIn = async (ms: number) => {
      const before = reads.length;
      await pass(ms);
      return reads.length - before;
    };
    const seldom = await readsIn(60_000);
    assert.ok(seldom >= 3 && seldom <= 5, `${seldom} reads in a minute`);
    await pass(560_000);
    const often = await readsIn(60_000);
    assert.ok(often >= 18 && often <= 30, `${often} reads in a minute`);
    await cancel();
  });

  it('asks seldom where webhooks tell, and never once nobody looks on', async (t) => {
    timers(t);
    const {ask, deliver, reads, advance} = setUpWebhooks({push: {maxDuration: 3_600_000}});
    await deliver(invoiceEvent(1));
    const {cancel} = readEvents(await ask(EVENTS));
    const pass = passing(t, advance, 1000);
    await pass(60_000);
    assert.ok(reads.length >= 4 && reads.length <= 6, `${reads.length} reads in 60 s`);
    await cancel();
    await turns();
    const before = reads.length;
    await pass(60_000);
    assert.equal(reads.length, before);
  });

  it('is not silent for more than 15 s, and ends before its time is over', async (t) => {
    timers(t);
    const {ask} = setUpWebhooks({push: {maxDuration: 60_000}});
    const {next, nextState} = readEvents(await ask(EVENTS));
    assert.equal(await nextState(), 'PENDING_PAYMENT');
    for (let beats = 0; beats < 3; beats++) {
      t.mock.timers.tick(15_000);
      assert.deepEqual(await next(), {comment: ''});
    }
    t.mock.timers.tick(15_000);
    assert.equal(await next(), undefined);
  });

  it('skips what a slow reader has missed, but not the last', async () => {
    const {ask, deliverLater, change} = setUpWebhooks();
    const response = await ask(EVENTS);
    for (let id = 1; id <= 50; id++) {
      change('PENDING_PAYMENT', String(id));
      await deliverLater(invoiceEvent(id));
    }
    change('COMPLETED', '50');
    await deliverLater(invoiceEvent(51));
    const {nextEvent, next} = readEvents(response);
    const totals: string[] = [];
    for (let state = ''; state !== 'COMPLETED';) {
      const invoice = JSON.parse((await nextEvent()).data ?? '') as {state: string; totalDebitAmount: string};
      totals.push(invoice.totalDebitAmount);
      state = invoice.state;
    }
    assert.ok(totals.length < 15, `${totals.length} events were kept`);
    assert.equal(await next(), undefined);
  });
});

describe('a stream is refused', () => {
  it('as a read is', async () => {
    await assertProblem(await setUp(() => calypsoError('004')).ask(EVENTS), 404);
    await assertProblem(await setUp(() => calypsoError('002')).ask(EVENTS), 502);
    await assertProblem(await setUp(undefined, {authorize: () => false}).ask(EVENTS), 403);
    await assertProblem(await setUp().ask(EVENTS, {headers: {Origin: 'https://evil.example'}}), 403);
    for (const path of [`${BASE}/7/events`, `${EVENTS}/`, `${EVENTS}x`, `${BASE}/events`])
      await assertProblem(await setUp().ask(path), 404);
  });

  it('to other methods', async () => {
    for (const method of ['POST', 'HEAD', 'DELETE']) {
      const response = await setUp().ask(EVENTS, {method});
      assert.equal(response.status, 405);
      assert.equal(response.headers.get('Allow'), 'GET, OPTIONS');
    }
  });

  it('where push is switched off, and the read names none', async () => {
    const {ask, read} = setUp(undefined, {push: false});
    assert.equal('eventsUrl' in ((await (await read()).json()) as object), false);
    await assertProblem(await ask(EVENTS), 404);
  });

  it('where an invoice or an address has too many, until one ends', async () => {
    const {ask, proxy} = setUp(undefined, {
      push: {perInvoice: 3, perAddress: 2},
      clientAddress: (request) => request.headers.get('X-Test') ?? undefined,
    });
    const from = (address: string, key = KEY) =>
      proxy(new Request(`${SHOP}${BASE}/${key}/events`, {headers: {'X-Test': address}}));
    const first = await from('a');
    await from('a');
    const refused = await from('a');
    assert.equal(refused.headers.get('Retry-After'), '15');
    await assertProblem(refused, 429);
    await assertProblem(await from('a', OTHER_KEY), 429);
    assert.equal((await from('b')).status, 200);
    await assertProblem(await from('b'), 429);
    await assertProblem(await ask(EVENTS), 429);
    await first.body?.cancel();
    assert.equal((await from('a')).status, 200);
    await proxy.close();
  });

  for (const [option, push] of [
    ['maxDuration', {maxDuration: 0}],
    ['perInvoice', {perInvoice: -1}],
    ['perAddress', {perAddress: NaN}],
  ] as const)
    it(`never where push.${option} is no limit`, () => {
      assert.throws(() => setUp(undefined, {push}), {
        name: 'TypeError',
        message: new RegExp(`^push.${option}:`),
      });
    });
});

describe('a stream that is dropped', () => {
  it('ends though nobody else holds the Request any more: on Node 20 that would lose its signal', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const abort = new AbortController();
    const {nextState, next} = readEvents(await setUp().ask(EVENTS, {signal: abort.signal}));
    assert.equal(await nextState(), 'PENDING_PAYMENT');
    await turns();
    collect();
    abort.abort();
    assert.equal(await Promise.race([next(), turns().then(() => 'open')]), undefined);
  });

  it('frees everything: 1,000 of them leave nothing', async (t) => {
    let running = 0;
    for (const [set, clear] of [
      ['setTimeout', 'clearTimeout'],
      ['setInterval', 'clearInterval'],
    ] as const) {
      const [start, stop] = [globalThis[set], globalThis[clear]];
      const own = new Set<unknown>();
      t.mock.method(globalThis, set, ((work: () => void, ms: number) => {
        const timer = start(() => {
          if (set === 'setTimeout' && own.delete(timer)) running--;
          work();
        }, ms);
        own.add(timer);
        running++;
        return timer;
      }) as never);
      t.mock.method(globalThis, clear, ((timer: never) => {
        if (own.delete(timer)) running--;
        stop(timer);
      }) as never);
    }
    const shared = memoryStore();
    let subscriptions = 0;
    const store: InvoiceStore = {
      ...shared,
      async subscribe(channel, listener) {
        const leave = await shared.subscribe(channel, listener);
        subscriptions++;
        return () => {
          subscriptions--;
          leave();
        };
      },
    };
    const {proxy} = setUp(undefined, {store, push: {perInvoice: 250}});
    await turns();
    // The proxy hears of what other instances are told, whether or not there are streams.
    const own = subscriptions;
    const aborts = Array.from({length: 1000}, () => new AbortController());
    const streams = await Promise.all(
      aborts.map(({signal}, index) => {
        const key = KEY.slice(0, -1) + String(index % 4);
        return proxy(new Request(`${SHOP}${BASE}/${key}/events`, {signal}));
      }),
    );
    assert.ok(streams.every(({status}) => status === 200));
    assert.ok(running >= 2000);
    for (const [index, {body}] of streams.entries())
      if (index % 2) aborts[index]?.abort();
      else await body?.cancel();
    await turns();
    assert.deepEqual([running, subscriptions], [0, own]);
    // And there is room for as many again.
    const again = await Promise.all(
      aborts.map((_, index) => proxy(new Request(`${SHOP}${BASE}/${KEY.slice(0, -1)}${index % 4}/events`))),
    );
    assert.ok(again.every(({status}) => status === 200));
    await proxy.close();
    assert.equal(running, 0);
    await turns();
    assert.equal(subscriptions, 0);
  });
});

describe('close', () => {
  it('tells the readers of streams to come back soon, not all at once, and refuses new ones', async () => {
    const {ask, proxy, read} = setUp();
    const viewers = await Promise.all(Array.from({length: 20}, async () => readEvents(await ask(EVENTS))));
    for (const {nextState} of viewers) await nextState();
    await proxy.close();
    const waits = new Set<number>();
    for (const {next} of viewers) {
      const wait = Number((await next())?.retry);
      assert.ok(wait >= 0 && wait <= 2000);
      waits.add(wait);
      assert.equal(await next(), undefined);
    }
    assert.ok(waits.size > 10);
    const refused = await ask(EVENTS);
    assert.equal(refused.headers.get('Retry-After'), '1');
    await assertProblem(refused, 503);
    assert.equal((await read()).status, 200);
    assert.equal((await ask(`${BASE}/health`)).status, 503);
  });

  it('waits for the reads that are under way', async () => {
    const {read, reads, proxy, calypso, answer} = setUpWebhooks();
    let release = () => undefined as void;
    calypso.fault = () => new Promise<Response>((resolve) => (release = () => resolve(answer())));
    const early = read();
    while (!reads.length) await turns(1);
    let closed = false;
    const closing = proxy.close().then(() => (closed = true));
    await turns();
    assert.equal(closed, false);
    release();
    assert.equal((await early).status, 200);
    await closing;
  });
});
