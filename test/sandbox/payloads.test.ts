import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {credentials, setup, sign, START} from './support.js';

const KEY = '1be6a518-6dcd-477d-96af-dd914b1300ce';
const common = {currency: 'USDT_TRX', description: 'Tea'};
const reference = {idempotencyKey: KEY};
const hook = {url: 'https://shop.example/hook', notificationServiceTypes: ['INVOICE']};

/** A payload that each endpoint takes, of an invoice that waits for an intervention. */
const GOOD: Record<string, object> = {
  'invoice/single/create': {...common, amount: 1},
  'invoice/single-fiat/create': {...common, fiatAmount: 1, fiatCurrency: 'EUR'},
  'invoice/bound/create': {...common, lowerBound: 1},
  'invoice/unlimited/create': common,
  'invoice/unlimited-linked/create': common,
  invoice: reference,
  'invoice/all': {},
  'invoice/external': {externalId: 'x'},
  'invoice/archive': reference,
  'invoice/return-to-paid': reference,
  'invoice/close-intervention': reference,
  'invoice/deposit-history': reference,
  'invoice/payment-history': reference,
  rate: {fromCurrencies: ['BTC'], toCurrencies: ['EUR']},
  'subscription/webhook/create': hook,
  'subscription/webhook': {},
};
/** These need an id that only an answer tells. */
const ALSO = ['invoice/deposit', 'invoice/payment'];

async function start() {
  const world = setup();
  const {invoiceAddress = ''} = await world.create({idempotencyKey: KEY, currency: 'USDT_TRX', amount: 10});
  await world.sandbox.deposit({address: invoiceAddress, amount: 1});
  await world.sandbox.advance(5000);
  return world;
}

async function refused(path: string, payload: unknown, message: string | RegExp, code = '001') {
  const {call} = await start();
  const {status, json} = await call(path, typeof payload === 'string' ? payload : JSON.stringify(payload));
  assert.deepEqual([status, json['errorCode']], [400, code], JSON.stringify(json));
  if (typeof message === 'string') assert.equal(json['message'], message);
  else assert.match(String(json['message']), message);
}

describe('every endpoint', () => {
  for (const [path, payload] of Object.entries(GOOD)) {
    it(`${path} takes a good payload, and fields that it does not know`, async () => {
      for (const text of [
        JSON.stringify(payload),
        JSON.stringify({...payload, type: 'SINGLE', state: 'PAID', constructor: 1, unknown: [null]}),
      ])
        assert.equal((await (await start()).call(path, text)).status, 200);
    });

    it(`${path}: nulls are absent, or 001`, async () => {
      const nulls = Object.fromEntries(
        [
          'expiration',
          'externalId',
          'pageNumber',
          'pageSize',
          'sort',
          'properties',
          'stateNames',
          'typeNames',
          'requestId',
          'notificationEventTypes',
        ].map((name) => [name, null]),
      );
      const {call} = await start();
      assert.equal((await call(path, JSON.stringify({...nulls, ...payload}))).status, 200);
    });
  }

  for (const path of [...Object.keys(GOOD), ...ALSO]) {
    const payload = JSON.stringify({...GOOD[path]});
    it(`${path}: key, sign, time and account are looked at first`, async () => {
      const {post, clock} = await start();
      const body = (timestamp: number, account: string) =>
        `{"timestamp":${timestamp},"account":"${account}","payload":${payload}}`;
      const good = body(clock.time, credentials.account);
      const code = async (text: string, headers = {}) =>
        (await post(`/api/v1/${path}`, text, headers)).json['errorCode'];
      assert.equal(await code(good, {Key: 'x'}), '002');
      assert.equal(await code(good, {Sign: sign(`${good} `)}), '003');
      assert.equal(await code(body(clock.time - 180_001, credentials.account)), '011');
      assert.equal(await code(body(13292792792, credentials.account)), '011', 'the samples’ own timestamp');
      if (path !== 'rate') assert.equal(await code(body(START, `0x${'0'.repeat(40)}`)), '001');
    });

    if (path !== 'subscription/webhook')
      for (const bad of ['null', '"x"', '1', 'true', '[]'])
        it(`${path} with the payload ${bad}: 001`, () => refused(path, bad, 'payload=[Must be an object]'));
  }

  for (const path of [
    'invoice',
    'invoice/archive',
    'invoice/return-to-paid',
    'invoice/close-intervention',
    'invoice/deposit-history',
    'invoice/payment-history',
  ])
    for (const [payload, message, code] of [
      [{}, 'payload=[Must have an id or an idempotencyKey]', '001'],
      [{externalId: 'x'}, 'payload=[Must have an id or an idempotencyKey]', '001'],
      [{idempotencyKey: 'x'}, 'payload.idempotencyKey=[Must be a UUID]', '001'],
      [{id: 7}, 'payload.id=[Must be a text]', '001'],
      [{id: [KEY]}, 'payload.id=[Must be a text]', '001'],
      [{id: 'nobody'}, 'Requested object not found', '004'],
      [{id: KEY}, 'Requested object not found', '004'],
      [{idempotencyKey: crypto.randomUUID()}, 'Requested object not found', '004'],
    ] as const)
      it(`${path} ${JSON.stringify(payload).slice(0, 40)}: ${code}`, () =>
        refused(path, payload, message, code));

  for (const path of [
    'invoice/all',
    'invoice/external',
    'invoice/deposit-history',
    'invoice/payment-history',
  ])
    for (const [fields, message] of [
      [{pageNumber: 0}, 'payload.pageNumber=[Must be 1 or more]'],
      [{pageNumber: -1}, 'payload.pageNumber=[Must be 1 or more]'],
      [{pageNumber: 1.5}, 'payload.pageNumber=[Must be a whole number]'],
      [{pageNumber: '1'}, 'payload.pageNumber=[Must be a number]'],
      [{pageNumber: 1e300}, /^payload\.pageNumber=\[Must be a/],
      [{pageSize: 0}, 'payload.pageSize=[Must be 1 or more]'],
      [{pageSize: 101}, 'payload.pageSize=[Must be at most 100]'],
      [{pageSize: [1]}, 'payload.pageSize=[Must be a number]'],
      [{sort: 'asc'}, 'payload.sort=[Must be ASC or DESC]'],
      [{sort: 1}, 'payload.sort=[Must be ASC or DESC]'],
      [{properties: {}}, 'payload.properties=[Must be a text]'],
    ] as const)
      it(`${path} ${JSON.stringify(fields)}: 001`, () => refused(path, {...GOOD[path], ...fields}, message));
});

const cases: Record<string, readonly (readonly [object, string | RegExp, string?])[]> = {
  'invoice/single-fiat/create': [
    ...[0, -1, '0.00'].map(
      (fiatAmount) => [{fiatAmount}, 'payload.fiatAmount=[Must be greater than 0]'] as const,
    ),
    ...[null, '', 'ten', true, [1], '9'.repeat(81)].map(
      (fiatAmount) => [{fiatAmount}, 'payload.fiatAmount=[Must be a number]'] as const,
    ),
    [{fiatAmount: '1.001'}, 'payload.fiatAmount=[Scale incorrect. Must be less than or equal to 2]'],
    [{fiatAmount: undefined, amount: 1}, 'payload.fiatAmount=[Must not be null]'],
    [{fiatCurrency: undefined}, 'payload.fiatCurrency=[Must not be null]'],
    ...['', 'eur', 'GBP', 'BTC', '__proto__'].map(
      (fiatCurrency) => [{fiatCurrency}, 'payload.fiatCurrency=[Unknown fiat currency]'] as const,
    ),
    [{currency: 'EUR'}, 'payload.currency=[Unknown currency]'],
    [{expiration: '2026-01-05T00:00:00Z'}, 'payload.expiration=[Must be at most 1 day ahead]'],
  ],
  'invoice/bound/create': [
    [{lowerBound: '0.0000001'}, 'payload.lowerBound=[Scale incorrect. Must be less than or equal to 6]'],
    [
      {lowerBound: `${'1'.repeat(33)}.1234567`},
      'payload.lowerBound=[Scale incorrect. Must be less than or equal to 6]',
    ],
    [{lowerBound: 0}, 'payload.lowerBound=[Must be greater than 0]'],
    [{lowerBound: undefined, amount: 1}, 'payload.lowerBound=[Must not be null]'],
    [{currency: 'XXX'}, 'payload.currency=[Unknown currency]'],
    [{expiration: '2020-01-01T00:00:00Z'}, 'payload.expiration=[Must be in the future]'],
    [{idempotencyKey: 'x'}, 'payload.idempotencyKey=[Must be a UUID]'],
  ],
  ...Object.fromEntries(
    ['unlimited', 'unlimited-linked'].map((kind) => [
      `invoice/${kind}/create`,
      [
        [{currency: undefined}, 'payload.currency=[Must not be null]'],
        [{currency: 'usdt'}, 'payload.currency=[Unknown currency]'],
        [{currency: 1}, 'payload.currency=[Must be a text]'],
        [{description: ' '}, 'payload.description=[Must not be blank]'],
        [{description: undefined}, 'payload.description=[Must not be null]'],
        [{fiatAvailable: 1}, 'payload.fiatAvailable=[Must be true or false]'],
      ] as const,
    ]),
  ),
  'invoice/all': [
    [{stateNames: 'PAID'}, 'payload.stateNames=[Must be a list]'],
    [{stateNames: ['EXPIRED']}, /^payload\.stateNames\.0=\[Must be one of/],
    [{stateNames: [1]}, /^payload\.stateNames\.0=\[Must be one of/],
    [{typeNames: ['single']}, /^payload\.typeNames\.0=\[Must be one of/],
    [{typeNames: Array(101).fill('SINGLE')}, 'payload.typeNames=[Must have at most 100 items]'],
  ],
  'invoice/external': [
    [{externalId: undefined}, 'payload.externalId=[Must not be null]'],
    [{externalId: ''}, 'payload.externalId=[Must not be blank]'],
    [{externalId: 7}, 'payload.externalId=[Must be a text]'],
  ],
  'invoice/deposit': [
    [reference, 'payload.transactionId=[Must not be null]'],
    [{...reference, transactionId: 'x'}, 'payload.transactionId=[Must be a UUID]'],
    [{...reference, transactionId: KEY}, 'Requested object not found', '004'],
    [{id: 'x', transactionId: KEY}, 'Requested object not found', '004'],
    [{transactionId: KEY}, 'payload=[Must have an id or an idempotencyKey]'],
  ],
  'invoice/payment': [
    [reference, 'payload.paymentId=[Must not be null]'],
    [{...reference, paymentId: 7}, 'payload.paymentId=[Must be a text]'],
    [{...reference, paymentId: 'x'}, 'Requested object not found', '004'],
  ],
  rate: [
    [{fromCurrencies: ['XXX']}, 'payload.fromCurrencies=[Unknown currency]'],
    [{toCurrencies: ['GBP']}, 'payload.toCurrencies=[Unknown currency]'],
    [{toCurrencies: []}, 'payload.toCurrencies=[Must not be empty]'],
    [{toCurrencies: 'EUR'}, 'payload.toCurrencies=[Must be a list]'],
    [{fromCurrencies: [1]}, 'payload.fromCurrencies.0=[Must be a text]'],
    [{fromCurrencies: undefined}, 'payload.fromCurrencies=[Must not be null]'],
    [{fromCurrencies: Array(101).fill('BTC')}, 'payload.fromCurrencies=[Must have at most 100 items]'],
  ],
  'subscription/webhook/create': [
    ...[
      '',
      'shop.example',
      'ftp://shop.example',
      'javascript:alert(1)',
      'https:shop.example',
      'file:///x',
      'https://u:p@shop.example/',
      'http://',
    ].map((url) => [{url}, 'payload.url=[Must be an http(s) URL]'] as const),
    [{url: undefined}, 'payload.url=[Must not be null]'],
    [{url: 7}, 'payload.url=[Must be a text]'],
    [
      {notificationServiceTypes: undefined},
      'payload=[Must have notificationEventTypes or notificationServiceTypes]',
    ],
    [
      {notificationServiceTypes: []},
      'payload=[Must have notificationEventTypes or notificationServiceTypes]',
    ],
    [{notificationServiceTypes: ['ALL']}, /^payload\.notificationServiceTypes\.0=/],
    [{notificationEventTypes: ['INVOICE_BURNT']}, /^payload\.notificationEventTypes\.0=/],
    [{notificationEventTypes: 'INVOICE_PAID'}, 'payload.notificationEventTypes=[Must be a list]'],
    [{notificationEventTypes: ['payout_confirmed']}, /^payload\.notificationEventTypes\.0=/],
    [{requestId: 'x'}, 'payload.requestId=[Must be a UUID]'],
  ],
};

describe('a payload that cannot be used: 001 naming the field', () => {
  for (const [path, list] of Object.entries(cases))
    for (const [fields, message, code] of list)
      it(`${path} ${JSON.stringify(fields).slice(0, 60)}`, () =>
        refused(path, {...GOOD[path], ...fields}, message, code));

  it('amounts of 40 digits are kept, where the scale allows them', async () => {
    const {call} = await start();
    const amount = `${'1234567890'.repeat(3)}1234.123456`;
    const {text} = await call(
      'invoice/bound/create',
      `{"currency":"TRX","description":"x","lowerBound":${amount}}`,
    );
    assert.ok(text.includes(`"lowerBound":${amount}`), text);
  });
});

describe('webhook subscriptions over the wire', () => {
  it('DELETE answers 200 without a body, then 004; bad names 001; other methods 405', async () => {
    const {client, request, clock} = await start();
    const {requestId} = await client.createWebhook({...hook, requestId: KEY});
    assert.equal(requestId, KEY);
    const send = (payload: object, method = 'DELETE') => {
      const body = JSON.stringify({timestamp: clock.time, account: credentials.account, payload});
      return request('/api/v1/subscription/webhook', {
        method,
        body,
        headers: {Key: credentials.key, Sign: sign(body)},
      });
    };
    assert.equal((await send({})).json['message'], 'payload.requestId=[Must not be null]');
    assert.equal((await send({requestId: 'x'})).json['message'], 'payload.requestId=[Must be a UUID]');
    assert.equal((await send({requestId: crypto.randomUUID()})).json['errorCode'], '004');
    const put = await send({requestId}, 'PUT');
    assert.deepEqual([put.status, put.headers.get('Allow')], [405, 'POST, DELETE']);
    const gone = await send({requestId});
    assert.deepEqual([gone.status, gone.text], [200, '']);
    assert.equal((await send({requestId})).json['errorCode'], '004');
    await client.createWebhook({...hook, requestId: KEY});
    await assert.rejects(client.createWebhook({...hook, requestId: KEY}), {
      errorCode: '001',
      message: 'payload.requestId=[Already exists]',
    });
    await assert.rejects(client.deleteWebhook(crypto.randomUUID()), {errorCode: '004'});
  });
});
