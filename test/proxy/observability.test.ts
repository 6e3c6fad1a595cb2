import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {metrics, trace} from '@opentelemetry/api';
import type {LogRecord} from '../../src/proxy/index.js';
import {BASE, KEY, MERCHANT, setUp} from './fixture.js';
import {invoiceEvent, SECRET, setUpWebhooks} from './webhook-fixture.js';

/** What a merchant's SDK would be told. */
const measured: [string, number, object | undefined][] = [];
const spans: {name: string; attributes: object | undefined; ended: boolean; failed: boolean}[] = [];

const instrument = (name: string) => {
  const note = (value: number, attributes?: object) => void measured.push([name, value, attributes]);
  return {add: note, record: note};
};
metrics.setGlobalMeterProvider({
  getMeter: () =>
    ({
      createCounter: instrument,
      createUpDownCounter: instrument,
      createHistogram: instrument,
      createGauge: instrument,
    }) as never,
});
function startSpan(name: string, {attributes}: {attributes?: object} = {}) {
  const span = {name, attributes, ended: false, failed: false};
  spans.push(span);
  return {end: () => (span.ended = true), setStatus: () => (span.failed = true)};
}
trace.setGlobalTracerProvider({
  getTracer: () =>
    ({
      startSpan,
      startActiveSpan: (name: string, options: object, work: (span: unknown) => unknown) =>
        work(startSpan(name, options)),
    }) as never,
});

/** Of one metric, since the last call. */
const take = (name: string) => {
  const found = measured.filter(([metric]) => metric === `calypso.proxy.${name}`);
  measured.length = 0;
  return found.map(([, value, attributes]) => [value, attributes]);
};

describe('OpenTelemetry', () => {
  it('counts requests by kind and status', async () => {
    const {ask, deliver} = setUpWebhooks();
    measured.length = 0;
    await ask(`${BASE}/${KEY}`);
    await ask(`${BASE}/${KEY}`, {method: 'OPTIONS'});
    await ask(`${BASE}/health`);
    await ask(`${BASE}/7`);
    await ask('/elsewhere');
    await deliver(invoiceEvent(1));
    await (await ask(`${BASE}/${KEY}/events`)).body?.cancel();
    assert.deepEqual(
      take('requests').map(([, attributes]) => attributes),
      [
        {kind: 'read', status: 200},
        {kind: 'preflight', status: 204},
        {kind: 'health', status: 200},
        {kind: 'other', status: 404},
        {kind: 'other', status: 404},
        {kind: 'webhook', status: 200},
        {kind: 'events', status: 200},
      ],
    );
  });

  it('counts reads of Calypso, how long they take, and what the cache saved', async () => {
    const {read} = setUp();
    for (let time = 0; time < 3; time++) await read();
    const upstream = measured.filter(([name]) => name.startsWith('calypso.proxy.upstream.'));
    assert.deepEqual(upstream, [
      ['calypso.proxy.upstream.reads', 1, {outcome: 'ok'}],
      ['calypso.proxy.upstream.duration', 0, {outcome: 'ok'}],
    ]);
    assert.deepEqual(take('answers'), [
      [1, {source: 'shared'}],
      [1, {source: 'memory'}],
      [1, {source: 'memory'}],
    ]);
  });

  it('counts the streams that are open, and says where the breaker stands', async () => {
    const {ask} = setUp();
    const stream = await ask(`${BASE}/${KEY}/events`);
    await stream.body?.cancel();
    assert.deepEqual(
      take('streams').map(([value]) => value),
      [1, -1],
    );
    const down = setUp(() => Promise.reject(new TypeError('fetch failed')));
    for (let index = 0; index < 5; index++) await down.read(KEY.slice(0, -1) + String(index));
    assert.deepEqual(
      take('breaker').map(([value]) => value),
      [2],
    );
  });

  it('has a span around each upstream read, webhook and stream, which ends', async () => {
    const {ask, deliver, deliverLater, calypso} = setUpWebhooks();
    spans.length = 0;
    await (await ask(`${BASE}/${KEY}/events`)).body?.cancel();
    await deliver(invoiceEvent(1));
    calypso.fault = () => new Response('<html>');
    await deliverLater(invoiceEvent(2));
    assert.deepEqual(
      spans.map(({name, failed}) => [name, failed]),
      [
        ['calypso upstream read', false],
        ['calypso stream', false],
        ['calypso webhook', false],
        ['calypso upstream read', false],
        ['calypso webhook', true],
        ['calypso upstream read', true],
      ],
    );
    for (const {attributes, ended} of spans) {
      assert.equal(ended, true);
      assert.deepEqual(attributes, {'calypso.invoice': KEY.slice(0, 8)});
    }
  });
});

describe('the log', () => {
  it('has what happened, and nothing secret', async () => {
    const records: LogRecord[] = [];
    const log = (record: LogRecord) => void records.push(record);
    const {read, ask, deliver, deliverLater, calypso, change} = setUpWebhooks({
      log,
      onInvoice: () => assert.fail(`CANARY ${MERCHANT.secret}`),
    });
    await read();
    await (await ask(`${BASE}/${KEY}/events`)).body?.cancel();
    change('PAID', '10.234');
    await deliver(invoiceEvent(1, 'INVOICE_PAID', {message: 'CANARY'}));
    calypso.fault = () => Promise.reject(new Error(`CANARY ${MERCHANT.key}`));
    await deliverLater(invoiceEvent(2));
    await ask(`${BASE}/CANARY?CANARY=${KEY}`);
    const text = JSON.stringify(records);
    for (const secret of [KEY, SECRET, 'CANARY', ...Object.values(MERCHANT)])
      assert.equal(text.includes(secret), false, secret);
    assert.deepEqual(
      records.map(({event, what, status, invoice}) => [event, what ?? '', status ?? 0, invoice ?? '']),
      [
        ['request', 'read', 200, '1be6a518'],
        ['stream', 'opened', 0, '1be6a518'],
        ['request', 'events', 200, '1be6a518'],
        ['stream', 'closed', 0, '1be6a518'],
        ['onInvoice', 'failed', 0, '1be6a518'],
        ['request', 'webhook', 500, ''],
        ['upstream', '', 0, '1be6a518'],
        ['request', 'webhook', 502, ''],
        ['request', 'other', 404, ''],
      ],
    );
    for (const {time, level} of records) {
      assert.match(time, /^2025-07-05T12:00:0[01]\.000Z$/);
      assert.match(level, /^(info|warn|error)$/);
    }
  });

  it('that fails keeps nobody from paying', async () => {
    const {read} = setUp(undefined, {log: () => assert.fail('CANARY')});
    assert.equal((await read()).status, 200);
  });
});

describe('health', () => {
  const BROKEN = {
    ...{healthy: false, get: async () => undefined, set: async () => undefined},
    ...{replace: async () => undefined, claim: async () => 'token', release: async () => true},
    ...{publish: async () => undefined, subscribe: async () => () => undefined, close: async () => undefined},
  };
  for (const [what, expected, store] of [
    ['with all at hand', {status: 'ok', upstream: 'ok', store: 'ok'}, undefined],
    ['without its store', {status: 'degraded', upstream: 'ok', store: 'failing'}, BROKEN],
  ] as const)
    it(`${what} is 200, and costs Calypso nothing`, async () => {
      const {ask, reads} = setUp(undefined, store && {store});
      for (let time = 0; time < 3; time++) {
        const response = await ask(`${BASE}/health`);
        assert.equal(response.status, 200);
        assert.deepEqual(await response.json(), expected);
      }
      assert.deepEqual(reads, []);
    });
});
