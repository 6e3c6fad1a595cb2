import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import {describe, it} from 'node:test';
import {inspect} from 'node:util';
import type {CalypsoClient, CallOptions} from '../../src/api/index.js';
import {silence} from './fake-fetch.js';
import {SECRET, setUp, turns, type Answer} from './moved-time.js';

const KEY = '1be6a518-6dcd-477d-96af-dd914b1300ce';
const REFERENCE = {idempotencyKey: KEY};
const NEW = {currency: 'ETH', description: 'Tea'};
/** For each call: an invoice, a page, rates. */
const OK = () => Response.json({state: 'PAID', result: [], currencyRates: []});
/** More than all pauses together. */
const LONG = 2000;

const failures: [string, Answer][] = [
  ['a network error', () => Promise.reject(new TypeError('fetch failed'))],
  [
    'a body that breaks off',
    () => new Response(new ReadableStream({start: (c) => c.error(new Error('reset'))})),
  ],
  ['a 500 in HTML', () => new Response('<html>', {status: 500})],
  ['a 503 with JSON', () => Response.json({}, {status: 503})],
  ['a 429', () => new Response('', {status: 429})],
];

const reads: Record<string, (client: CalypsoClient, options?: CallOptions) => Promise<unknown>> = {
  getInvoice: (client, options) => client.getInvoice(REFERENCE, options),
  getInvoicesByExternalId: (client, options) => client.getInvoicesByExternalId('1', {}, options),
  listInvoices: (client, options) => client.listInvoices({}, options),
  getDeposit: (client, options) => client.getDeposit(REFERENCE, 'd', options),
  listDeposits: (client, options) => client.listDeposits(REFERENCE, {}, options),
  getPayment: (client, options) => client.getPayment(REFERENCE, 'p', options),
  listPayments: (client, options) => client.listPayments(REFERENCE, {}, options),
  getRates: (client, options) => client.getRates(['BTC'], ['EUR'], options),
  listWebhooks: (client, options) => client.listWebhooks(options),
};

const creates: Record<string, (client: CalypsoClient, options?: CallOptions) => Promise<unknown>> = {
  createSingleInvoice: (client, options) => client.createSingleInvoice({...NEW, amount: '1'}, options),
  createSingleFiatInvoice: (client, options) =>
    client.createSingleFiatInvoice({...NEW, fiatAmount: '1', fiatCurrency: 'EUR'}, options),
  createBoundInvoice: (client, options) => client.createBoundInvoice({...NEW, lowerBound: '1'}, options),
  createUnlimitedInvoice: (client, options) => client.createUnlimitedInvoice(NEW, options),
  createUnlimitedLinkedInvoice: (client, options) => client.createUnlimitedLinkedInvoice(NEW, options),
};

const actions: Record<string, (client: CalypsoClient, options?: CallOptions) => Promise<unknown>> = {
  archiveInvoice: (client, options) => client.archiveInvoice(REFERENCE, options),
  returnToPaid: (client, options) => client.returnToPaid(REFERENCE, options),
  closeIntervention: (client, options) => client.closeIntervention(REFERENCE, options),
  createWebhook: (client, options) => client.createWebhook({url: 'https://shop.example/'}, options),
  deleteWebhook: (client, options) => client.deleteWebhook('r', options),
};

describe('what changes nothing, or once', () => {
  for (const [name, call] of Object.entries({...reads, ...creates})) {
    it(`${name} is repeated twice, and answers when Calypso does`, async (t) => {
      const {client, calls, settle} = setUp(t, (index) =>
        index < 2 ? Promise.reject(new TypeError('fetch failed')) : OK(),
      );
      await settle(call(client));
      assert.equal(calls.length, 3);
    });
  }

  for (const [what, answer] of failures)
    it(`is repeated after ${what}, three attempts in all`, async (t) => {
      const {client, calls, settle} = setUp(t, answer);
      await assert.rejects(settle(client.getInvoice(REFERENCE)), {name: 'CalypsoTransportError'});
      assert.equal(calls.length, 3);
    });

  for (const [what, answer] of [
    ['Calypso refused', () => Response.json({errorCode: '001'}, {status: 400})],
    ['Calypso refused with 500', () => Response.json({errorCode: '000'}, {status: 500})],
    ['it is unknown', () => Response.json({errorCode: '004'}, {status: 404})],
    ['the answer is HTML', () => new Response('<html>')],
    ['something in front of Calypso refused', () => new Response('<html>', {status: 403})],
    ['it is a redirect', () => Response.redirect('https://elsewhere.example/')],
  ] as [string, Answer][])
    it(`is not repeated where ${what}`, async (t) => {
      const {client, calls, settle} = setUp(t, answer);
      await assert.rejects(settle(client.getInvoice(REFERENCE)));
      assert.equal(calls.length, 1);
    });

  it('is repeated as often as the client or the call says', async (t) => {
    const down: Answer = () => Promise.reject(new TypeError('fetch failed'));
    const {client, calls, settle} = setUp(t, down, {retries: 1});
    await assert.rejects(settle(client.getInvoice(REFERENCE)));
    assert.equal(calls.splice(0).length, 2);
    await assert.rejects(settle(client.getInvoice(REFERENCE, {retries: 0})));
    assert.equal(calls.splice(0).length, 1);
    await assert.rejects(settle(client.createUnlimitedInvoice(NEW, {retries: 4})));
    assert.equal(calls.splice(0).length, 5);
    await assert.rejects(settle(client.getInvoice(REFERENCE, {retries: NaN})));
    assert.equal(calls.splice(0).length, 1);
  });

  it('waits for up to 250 ms, then up to 500 ms, a part by chance', async (t) => {
    t.mock.method(Math, 'random', () => 0.5);
    const {client, calls} = setUp(t, () => Promise.reject(new TypeError('fetch failed')));
    client.getInvoice(REFERENCE).catch(() => undefined);
    const attempts: number[] = [];
    for (let at = 0; at <= 500; at += 25) {
      await turns();
      attempts.push(calls.length);
      t.mock.timers.tick(25);
    }
    assert.deepEqual([attempts[4], attempts[5]], [1, 2]);
    assert.deepEqual([attempts[14], attempts[15]], [2, 3]);
  });

  it('is sent anew: the timestamp and the signature are its own', async (t) => {
    const {client, calls, settle} = setUp(t, (index) => (index < 2 ? new Response('', {status: 502}) : OK()));
    await settle(client.getInvoice(REFERENCE));
    const bodies = calls.map(({body}) => body);
    assert.equal(new Set(bodies.map((body) => JSON.parse(body).timestamp)).size, 3);
    for (const {body, init} of calls)
      assert.equal(
        new Headers(init.headers).get('Sign'),
        createHmac('sha512', SECRET).update(body).digest('hex'),
      );
  });
});

describe('a create that is repeated', () => {
  for (const [name, call] of Object.entries(creates))
    it(`${name} has one key for all attempts`, async (t) => {
      const {client, calls, settle} = setUp(t, (index) =>
        index < 2 ? new Response('', {status: 502}) : OK(),
      );
      await settle(call(client));
      const keys = new Set(calls.map(({body}) => JSON.parse(body).payload.idempotencyKey as string));
      assert.equal(calls.length, 3);
      assert.equal(keys.size, 1);
      assert.match([...keys][0] ?? '', /^[\da-f-]{36}$/);
    });
});

describe('what moves money, or ends something', () => {
  for (const [name, call] of Object.entries(actions))
    it(`${name} is made once, whatever happens and whatever the options say`, async (t) => {
      for (const [, answer] of failures) {
        const {client, calls, settle} = setUp(t, answer, {retries: 5});
        await assert.rejects(settle(call(client, {retries: 5})), {name: 'CalypsoTransportError'});
        assert.equal(calls.length, 1);
        t.mock.timers.reset();
      }
    });
});

describe('the deadline', () => {
  const TIMED_OUT = {name: 'CalypsoTransportError', kind: 'timeout'};

  it('is for all attempts together, and what is late is not repeated', async (t) => {
    const {client, calls} = setUp(t, (index) => (index ? silence() : new Response('', {status: 503})));
    t.mock.method(Math, 'random', () => 0.4);
    let ended = false;
    const call = client.getInvoice(REFERENCE);
    call.catch(() => (ended = true));
    await turns();
    t.mock.timers.tick(100);
    await turns();
    assert.equal(calls.length, 2);
    t.mock.timers.tick(9899);
    await turns();
    assert.equal(ended, false);
    t.mock.timers.tick(1);
    await assert.rejects(call, TIMED_OUT);
    t.mock.timers.tick(LONG);
    await turns();
    assert.equal(calls.length, 2);
  });

  it('ends the waiting between two attempts', async (t) => {
    const {client, calls} = setUp(t, () => new Response('', {status: 503}), {timeout: 100});
    t.mock.method(Math, 'random', () => 0.9);
    const call = client.getInvoice(REFERENCE);
    call.catch(() => undefined);
    await turns();
    t.mock.timers.tick(100);
    await assert.rejects(call, TIMED_OUT);
    t.mock.timers.tick(LONG);
    await turns();
    assert.equal(calls.length, 1);
  });

  it('is for a create and the read after it together', async (t) => {
    const {client, calls} = setUp(t, (index) => (index ? silence() : Response.json({errorCode: '016'})));
    const call = client.createUnlimitedInvoice(NEW, {timeout: 500});
    call.catch(() => undefined);
    await turns();
    assert.equal(calls.length, 2);
    t.mock.timers.tick(499);
    await turns();
    t.mock.timers.tick(1);
    await assert.rejects(call, TIMED_OUT);
  });

  for (const headers of [{}, {'Retry-After': '1'}])
    it(`is over when the caller gives up between two attempts: ${JSON.stringify(headers)}`, async (t) => {
      const {client, calls} = setUp(t, () => new Response('', {status: 503, headers}));
      const controller = new AbortController();
      const call = client.getInvoice(REFERENCE, {signal: controller.signal});
      call.catch(() => undefined);
      await turns();
      controller.abort(new Error('page closed'));
      await assert.rejects(call, /page closed/);
      t.mock.timers.tick(LONG);
      await turns();
      assert.equal(calls.length, 1);
    });
});

for (const retries of [-1, NaN, '2', null])
  it(`retries: ${inspect(retries)} is refused by name`, (t) =>
    assert.throws(() => setUp(t, OK, {retries: retries as number}), {
      name: 'TypeError',
      message: /^retries: /,
    }));
