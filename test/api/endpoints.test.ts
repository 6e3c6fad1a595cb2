import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import {describe, it} from 'node:test';
import {inspect} from 'node:util';
import {CalypsoClient} from '../../src/api/index.js';
import {fakeFetch} from './fake-fetch.js';

const OPTIONS = {
  baseUrl: 'https://api.calypso.example',
  account: '0x1a5E2ab1C40EA4B6Db0AE5Bc9Ce2eA3dB65bDc37',
  key: 'c529e14832b34b74972365cf7bf02430',
  secret: 'b823a6b9ea72408583cef9ec8d67fa52',
};
const KEY = '1be6a518-6dcd-477d-96af-dd914b1300ce';
const REFERENCE = {idempotencyKey: KEY};
const UUID = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
const NEW = {currency: 'ETH', description: 'Tea', idempotencyKey: KEY};
const INVOICE = `{"id":"7","idempotencyKey":"${KEY}","state":"PENDING_PAYMENT","amount":0.10,"tomorrow":{"a":[1]}}`;
const INVOICE_READ = {
  id: '7',
  idempotencyKey: KEY,
  state: 'PENDING_PAYMENT',
  amount: '0.10',
  tomorrow: {a: [1]},
};
const page = (item: string) =>
  `{"result":[${item}],"page":1,"size":10,"total":1,"totalElements":1,"next":null}`;
const pageOf = (item: object) => ({
  result: [item],
  page: 1,
  size: 10,
  total: 1,
  totalElements: 1,
  next: null,
});
/** Calypso's sample (How to create an Unlimited Invoice via API), without the comma that makes it no JSON. */
const DEPOSIT = `{"id":"${UUID}","amount":0.01,"currency":"ETH","transactionHash":"0x10c2","createdDate":"2023-04-03T13:34:57.783Z"}`;
const DEPOSIT_READ = {...(JSON.parse(DEPOSIT) as object), amount: '0.01'};
/** Calypso's sample of a subscription, with the keys that its Webhook API documents. */
const WEBHOOK = `{"requestId":"${UUID}","notificationEventTypes":["INVOICE_PAID"],"url":"https://shop.example/hook",
  "createdDate":"2022-08-22T08:24:00.307535","publicKey":"p","secretKey":"s","status":"ACTIVE"}`;
const WEBHOOK_READ = JSON.parse(WEBHOOK) as object;
const PAGE = {pageNumber: 2, pageSize: 25, sort: 'DESC', properties: 'createdDate'} as const;

interface Endpoint {
  readonly call: (client: CalypsoClient) => Promise<unknown>;
  readonly path: string;
  readonly method?: string;
  /** As it is written: numbers are JSON numbers with all their digits. */
  readonly payload?: string;
  readonly answer: string;
  readonly read: unknown;
}

const ENDPOINTS: Record<string, Endpoint> = {
  getInvoice: {
    call: (client) => client.getInvoice(REFERENCE),
    path: 'invoice',
    payload: `{"idempotencyKey":"${KEY}"}`,
    answer: INVOICE,
    read: INVOICE_READ,
  },
  createSingleInvoice: {
    call: (client) => client.createSingleInvoice({...NEW, amount: '0.123456789012345678'}),
    path: 'invoice/single/create',
    payload: `{"currency":"ETH","description":"Tea","idempotencyKey":"${KEY}","amount":0.123456789012345678}`,
    answer: INVOICE,
    read: INVOICE_READ,
  },
  createSingleFiatInvoice: {
    call: (client) => client.createSingleFiatInvoice({...NEW, fiatAmount: '1800.10', fiatCurrency: 'EUR'}),
    path: 'invoice/single-fiat/create',
    payload: `{"currency":"ETH","description":"Tea","idempotencyKey":"${KEY}","fiatAmount":1800.10,"fiatCurrency":"EUR"}`,
    answer: INVOICE,
    read: INVOICE_READ,
  },
  createBoundInvoice: {
    call: (client) =>
      client.createBoundInvoice({...NEW, lowerBound: 1e-7, expiration: '2025-07-05T22:31:09Z'}),
    path: 'invoice/bound/create',
    payload: `{"currency":"ETH","description":"Tea","idempotencyKey":"${KEY}","lowerBound":0.0000001,"expiration":"2025-07-05T22:31:09Z"}`,
    answer: INVOICE,
    read: INVOICE_READ,
  },
  createUnlimitedInvoice: {
    call: (client) => client.createUnlimitedInvoice({...NEW, externalId: '1234', fiatAvailable: true}),
    path: 'invoice/unlimited/create',
    payload: `{"currency":"ETH","description":"Tea","idempotencyKey":"${KEY}","externalId":"1234","fiatAvailable":true}`,
    answer: INVOICE,
    read: INVOICE_READ,
  },
  createUnlimitedLinkedInvoice: {
    call: (client) => client.createUnlimitedLinkedInvoice({...NEW, returnUrl: 'https://shop.example/'}),
    path: 'invoice/unlimited-linked/create',
    payload: `{"currency":"ETH","description":"Tea","idempotencyKey":"${KEY}","returnUrl":"https://shop.example/"}`,
    answer: INVOICE,
    read: INVOICE_READ,
  },
  getInvoicesByExternalId: {
    call: (client) => client.getInvoicesByExternalId('1234', PAGE),
    path: 'invoice/external',
    payload: '{"pageNumber":2,"pageSize":25,"sort":"DESC","properties":"createdDate","externalId":"1234"}',
    answer: page(INVOICE),
    read: pageOf(INVOICE_READ),
  },
  listInvoices: {
    call: (client) =>
      client.listInvoices({stateNames: ['PAID', 'TOMORROW'], typeNames: ['UNLIMITED'], ...PAGE, sort: 'ASC'}),
    path: 'invoice/all',
    payload:
      '{"stateNames":["PAID","TOMORROW"],"typeNames":["UNLIMITED"],"pageNumber":2,"pageSize":25,"sort":"ASC","properties":"createdDate"}',
    answer: page(INVOICE),
    read: pageOf(INVOICE_READ),
  },
  'listInvoices of everything': {
    call: (client) => client.listInvoices(),
    path: 'invoice/all',
    payload: '{}',
    answer: page(INVOICE),
    read: pageOf(INVOICE_READ),
  },
  archiveInvoice: {
    call: (client) => client.archiveInvoice({id: '7'}),
    path: 'invoice/archive',
    payload: '{"id":"7"}',
    answer: INVOICE,
    read: INVOICE_READ,
  },
  getDeposit: {
    call: (client) => client.getDeposit(REFERENCE, UUID),
    path: 'invoice/deposit',
    payload: `{"idempotencyKey":"${KEY}","transactionId":"${UUID}"}`,
    answer: DEPOSIT,
    read: DEPOSIT_READ,
  },
  listDeposits: {
    call: (client) => client.listDeposits(REFERENCE, PAGE),
    path: 'invoice/deposit-history',
    payload: `{"pageNumber":2,"pageSize":25,"sort":"DESC","properties":"createdDate","idempotencyKey":"${KEY}"}`,
    answer: page(DEPOSIT),
    read: pageOf(DEPOSIT_READ),
  },
  getPayment: {
    call: (client) => client.getPayment({id: '7'}, 'p-1'),
    path: 'invoice/payment',
    payload: '{"id":"7","paymentId":"p-1"}',
    answer: '{"id":"p-1","state":"IN_PROGRESS"}',
    read: {id: 'p-1', state: 'IN_PROGRESS'},
  },
  listPayments: {
    call: (client) => client.listPayments(REFERENCE),
    path: 'invoice/payment-history',
    payload: `{"idempotencyKey":"${KEY}"}`,
    answer: page('{"id":"p-1","state":"IN_PROGRESS","tomorrow":1}'),
    read: pageOf({id: 'p-1', state: 'IN_PROGRESS', tomorrow: 1}),
  },
  returnToPaid: {
    call: (client) => client.returnToPaid(REFERENCE),
    path: 'invoice/return-to-paid',
    payload: `{"idempotencyKey":"${KEY}"}`,
    answer: INVOICE,
    read: INVOICE_READ,
  },
  closeIntervention: {
    call: (client) => client.closeIntervention(REFERENCE),
    path: 'invoice/close-intervention',
    payload: `{"idempotencyKey":"${KEY}"}`,
    answer: INVOICE,
    read: INVOICE_READ,
  },
  getRates: {
    call: (client) => client.getRates(['BTC', 'ETH'], ['EUR']),
    path: 'rate',
    payload: '{"fromCurrencies":["BTC","ETH"],"toCurrencies":["EUR"]}',
    answer: `{"currencyRates":[{"fromCurrency":"BTC","toCurrency":"EUR","rates":91234.123456789012345678,
      "ratesDate":"2025-07-05T22:31:09.255Z"},{"fromCurrency":"ETH","toCurrency":"EUR","rates":2.50,"source":"x"},
      {"fromCurrency":"USDT","toCurrency":"BTC","rates":1E-7},{"fromCurrency":"TRX","toCurrency":"EUR","rates":3}]}`,
    read: [
      {
        fromCurrency: 'BTC',
        toCurrency: 'EUR',
        rates: '91234.123456789012345678',
        ratesDate: '2025-07-05T22:31:09.255Z',
      },
      {fromCurrency: 'ETH', toCurrency: 'EUR', rates: '2.50', source: 'x'},
      {fromCurrency: 'USDT', toCurrency: 'BTC', rates: '0.0000001'},
      {fromCurrency: 'TRX', toCurrency: 'EUR', rates: '3'},
    ],
  },
  'getRates where there are none': {
    call: (client) => client.getRates([], []),
    path: 'rate',
    payload: '{"fromCurrencies":[],"toCurrencies":[]}',
    answer: '{"currencyRates":[]}',
    read: [],
  },
  createWebhook: {
    call: (client) =>
      client.createWebhook({
        requestId: UUID,
        url: 'https://shop.example/hook',
        notificationEventTypes: ['INVOICE_PAID'],
      }),
    path: 'subscription/webhook/create',
    payload: `{"requestId":"${UUID}","url":"https://shop.example/hook","notificationEventTypes":["INVOICE_PAID"]}`,
    answer: WEBHOOK,
    read: WEBHOOK_READ,
  },
  listWebhooks: {
    call: (client) => client.listWebhooks(),
    path: 'subscription/webhook',
    answer: `{"subscriptions":[${WEBHOOK}]}`,
    read: [WEBHOOK_READ],
  },
  'listWebhooks where there are none': {
    call: (client) => client.listWebhooks(),
    path: 'subscription/webhook',
    answer: '{}',
    read: [],
  },
  deleteWebhook: {
    call: (client) => client.deleteWebhook(UUID),
    path: 'subscription/webhook',
    method: 'DELETE',
    payload: `{"requestId":"${UUID}"}`,
    answer: '{}',
    read: undefined,
  },
};

/** Shared by all merchants: asked for without an account. */
const isAnonymous = (path: string) => path === 'rate';

function setUp(answer: () => Response) {
  const {fetch, calls} = fakeFetch(answer);
  return {calls, client: new CalypsoClient({...OPTIONS, fetch, now: () => 1_700_000_000_000})};
}

for (const [name, {call, path, method = 'POST', payload, answer, read}] of Object.entries(ENDPOINTS))
  it(`${name}: ${method} ${path}, with its payload and its answer`, async () => {
    const {client, calls} = setUp(() => new Response(answer));
    assert.deepEqual(await call(client), read);
    assert.equal(calls.length, 1);
    const [{url, init, body} = assert.fail()] = calls;
    assert.equal(url, `https://api.calypso.example/api/v1/${path}`);
    assert.equal(init.method, method);
    const account = isAnonymous(path) ? '' : `,"account":"${OPTIONS.account}"`;
    assert.equal(body, `{"timestamp":1700000000000${account}${payload ? `,"payload":${payload}` : ''}}`);
    const headers = new Headers(init.headers);
    assert.equal(headers.get('Key'), OPTIONS.key);
    assert.equal(headers.get('Sign'), createHmac('sha512', OPTIONS.secret).update(body).digest('hex'));
  });

it('every method of the client is tried', () => {
  const methods = Object.getOwnPropertyNames(CalypsoClient.prototype).filter(
    (name) => name !== 'constructor' && !name.startsWith('each'),
  );
  const tried = new Set(Object.keys(ENDPOINTS).map((name) => name.split(' ')[0]));
  assert.deepEqual(
    methods.filter((name) => !tried.has(name)),
    [],
  );
});

describe('every method', () => {
  for (const [name, {call}] of Object.entries(ENDPOINTS)) {
    it(`${name} throws what Calypso refuses`, async () => {
      const {client} = setUp(() => Response.json({errorCode: '006', message: 'wrong state'}, {status: 400}));
      await assert.rejects(call(client), {name: 'CalypsoApiError', errorCode: '006'});
    });

    it(`${name} throws where the answer is none`, async () => {
      const {client} = setUp(() => new Response('<html>'));
      await assert.rejects(call(client), {name: 'CalypsoTransportError', kind: 'response'});
    });
  }
});

describe('deleteWebhook', () => {
  it('takes 204 and an empty 200 for success', async () => {
    for (const answer of [() => new Response(null, {status: 204}), () => new Response('')])
      assert.equal(await setUp(answer).client.deleteWebhook(UUID), undefined);
  });

  it('takes an empty 500 for none', async () => {
    const {client} = setUp(() => new Response('', {status: 500}));
    await assert.rejects(client.deleteWebhook(UUID), {name: 'CalypsoTransportError', status: 500});
  });
});

it('a subscription without requestId gets one of its own', async () => {
  const {client, calls} = setUp(() => new Response(WEBHOOK));
  for (let time = 0; time < 2; time++)
    await client.createWebhook({url: 'https://shop.example/hook', notificationServiceTypes: ['INVOICE']});
  const [first, second] = calls.map(({body}) => JSON.parse(body).payload);
  assert.match(first.requestId, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/);
  assert.notEqual(first.requestId, second.requestId);
  assert.deepEqual(first.notificationServiceTypes, ['INVOICE']);
});

describe('a bad argument is named, and nothing is sent', () => {
  const bad: Record<string, [RegExp, (client: CalypsoClient, value: never) => Promise<unknown>]> = {
    amount: [/^amount: /, (client, amount) => client.createSingleInvoice({...NEW, amount})],
    fiatAmount: [
      /^fiatAmount: /,
      (client, fiatAmount) => client.createSingleFiatInvoice({...NEW, fiatAmount, fiatCurrency: 'EUR'}),
    ],
    lowerBound: [/^lowerBound: /, (client, lowerBound) => client.createBoundInvoice({...NEW, lowerBound})],
    externalId: [/^externalId: /, (client, id) => client.getInvoicesByExternalId(id)],
    transactionId: [/^transactionId: /, (client, id) => client.getDeposit(REFERENCE, id)],
    paymentId: [/^paymentId: /, (client, id) => client.getPayment(REFERENCE, id)],
    requestId: [/^requestId: /, (client, id) => client.deleteWebhook(id)],
    url: [/^url: /, (client, url) => client.createWebhook({url})],
    archive: [/^idempotencyKey or id: /, (client, id) => client.archiveInvoice({id})],
    returnToPaid: [/^idempotencyKey or id: /, (client, id) => client.returnToPaid({id})],
    closeIntervention: [/^idempotencyKey or id: /, (client, id) => client.closeIntervention({id})],
    listDeposits: [/^idempotencyKey or id: /, (client, id) => client.listDeposits({id})],
    listPayments: [/^idempotencyKey or id: /, (client, id) => client.listPayments({id})],
  };
  for (const [name, [message, call]] of Object.entries(bad))
    for (const value of ['', undefined, null, {}])
      it(`${name}: ${inspect(value)}`, async () => {
        const {client, calls} = setUp(() => assert.fail('sent'));
        await assert.rejects(call(client, value as never), {name: 'TypeError', message});
        assert.equal(calls.length, 0);
      });
});
