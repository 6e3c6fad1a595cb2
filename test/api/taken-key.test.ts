import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CalypsoClient} from '../../src/api/index.js';
import {fakeFetch} from './fake-fetch.js';

const KEY = '1be6a518-6dcd-477d-96af-dd914b1300ce';
const NEW = {currency: 'USDT_TRX', description: 'Tea', idempotencyKey: KEY};
const TAKEN = {name: 'CalypsoApiError', errorCode: '016'};

/** A Calypso where the key is taken by the invoice that `existing` answers. */
function setUp(existing: string | (() => Response | Promise<Response>)) {
  const {fetch, calls} = fakeFetch(({url}) => {
    if (url.endsWith('/create')) return Response.json({errorCode: '016', message: 'exists'}, {status: 400});
    return typeof existing === 'string' ? new Response(existing) : existing();
  });
  const client = new CalypsoClient({
    ...{baseUrl: 'https://api.calypso.example', account: '0xa', key: 'k', secret: 's'},
    ...{fetch, retries: 0},
  });
  return {client, calls};
}

const invoice = (fields: object) =>
  JSON.stringify({id: '7', idempotencyKey: KEY, state: 'PAID', currency: 'USDT_TRX', ...fields});

describe('a key that is taken by the very invoice', () => {
  const creates: [string, object, (client: CalypsoClient) => Promise<{id?: string}>][] = [
    ['SINGLE', {amount: 10.5}, (client) => client.createSingleInvoice({...NEW, amount: '10.50'})],
    [
      'SINGLE_FIAT',
      {fiatAmount: 9, fiatCurrency: 'EUR', amount: 10.1},
      (client) => client.createSingleFiatInvoice({...NEW, fiatAmount: 9, fiatCurrency: 'EUR'}),
    ],
    ['BOUND', {lowerBound: 5}, (client) => client.createBoundInvoice({...NEW, lowerBound: 5})],
    ['UNLIMITED', {}, (client) => client.createUnlimitedInvoice(NEW)],
    ['UNLIMITED_LINKED', {}, (client) => client.createUnlimitedLinkedInvoice(NEW)],
  ];
  for (const [type, fields, create] of creates)
    it(`${type}: answers that invoice`, async () => {
      const {client, calls} = setUp(invoice({type, ...fields}));
      assert.equal((await create(client)).id, '7');
      assert.deepEqual(
        calls.map(({url, body}) => [url.split('/v1/')[1], JSON.parse(body).payload.idempotencyKey]),
        [
          [`invoice/${type.toLowerCase().replace('_', '-')}/create`, KEY],
          ['invoice', KEY],
        ],
      );
    });

  it('answers it also where Calypso does not say its type', async () => {
    const {client} = setUp(invoice({amount: 10.5}));
    assert.equal((await client.createSingleInvoice({...NEW, amount: 10.5})).id, '7');
  });

  it('compares every digit', async () => {
    const amount = '1800.000000000000000001';
    const wire = (digits: string) => invoice({type: 'SINGLE'}).replace('}', `,"amount":${digits}}`);
    const create = (existing: string) => setUp(existing).client.createSingleInvoice({...NEW, amount});
    assert.equal((await create(wire(amount))).amount, amount);
    await assert.rejects(create(wire('1800.000000000000000002')), TAKEN);
  });
});

describe('a key that is taken by another invoice: 016', () => {
  for (const [what, fields] of [
    ['another amount', {type: 'SINGLE', amount: 10.6}],
    ['no amount', {type: 'SINGLE'}],
    ['another currency', {type: 'SINGLE', amount: 10.5, currency: 'USDT'}],
    ['another type', {type: 'BOUND', amount: 10.5}],
  ] as const)
    it(what, async () => {
      const {client} = setUp(invoice(fields));
      await assert.rejects(client.createSingleInvoice({...NEW, amount: '10.5'}), TAKEN);
    });

  it('another lower bound', async () => {
    const {client} = setUp(invoice({type: 'BOUND', lowerBound: 4}));
    await assert.rejects(client.createBoundInvoice({...NEW, lowerBound: '5'}), TAKEN);
  });

  it('another price in fiat money', async () => {
    for (const fields of [
      {fiatAmount: 8, fiatCurrency: 'EUR'},
      {fiatAmount: 9, fiatCurrency: 'USD'},
    ]) {
      const {client} = setUp(invoice({type: 'SINGLE_FIAT', ...fields}));
      await assert.rejects(
        client.createSingleFiatInvoice({...NEW, fiatAmount: 9, fiatCurrency: 'EUR'}),
        TAKEN,
      );
    }
  });
});

describe('a key that is taken by who knows what: 016', () => {
  for (const [what, answer] of [
    ['unknown', () => Response.json({errorCode: '004'}, {status: 400})],
    ['unreadable', () => new Response('<html>', {status: 500})],
    ['out of reach', () => Promise.reject(new TypeError('fetch failed'))],
  ] as const)
    it(what, async () => {
      await assert.rejects(setUp(answer).client.createUnlimitedInvoice(NEW), TAKEN);
    });
});

it('another refusal leads to no read', async () => {
  const {fetch, calls} = fakeFetch(() => Response.json({errorCode: '001'}));
  const client = new CalypsoClient({
    ...{baseUrl: 'https://api.calypso.example', account: '0xa', key: 'k', secret: 's'},
    fetch,
  });
  await assert.rejects(client.createUnlimitedInvoice(NEW), {errorCode: '001'});
  assert.equal(calls.length, 1);
});
