import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {inspect} from 'node:util';
import {CalypsoClient} from '../../src/api/index.js';
import {fakeFetch} from './fake-fetch.js';

const REFERENCE = {idempotencyKey: '1be6a518-6dcd-477d-96af-dd914b1300ce'};

function clientOf(answer: string) {
  const {fetch, calls} = fakeFetch(() => new Response(answer));
  const client = new CalypsoClient({
    ...{baseUrl: 'https://api.calypso.example', account: '0xa', key: 'k', secret: 's'},
    fetch,
  });
  return {client, calls};
}

async function all(items: AsyncIterable<unknown>) {
  const read: unknown[] = [];
  for await (const item of items) read.push(item);
  return read;
}

/** Every method that reads a list: the field that holds it, and the call. */
const LISTS: Record<string, [field: string, call: (client: CalypsoClient) => Promise<unknown>]> = {
  listInvoices: ['result', (client) => client.listInvoices()],
  getInvoicesByExternalId: ['result', (client) => client.getInvoicesByExternalId('1')],
  listDeposits: ['result', (client) => client.listDeposits(REFERENCE)],
  listPayments: ['result', (client) => client.listPayments(REFERENCE)],
  eachInvoice: ['result', (client) => all(client.eachInvoice())],
  eachDeposit: ['result', (client) => all(client.eachDeposit(REFERENCE))],
  eachPayment: ['result', (client) => all(client.eachPayment(REFERENCE))],
  getRates: ['currencyRates', (client) => client.getRates(['BTC'], ['EUR'])],
  listWebhooks: ['subscriptions', (client) => client.listWebhooks()],
};

for (const [name, [field, call]] of Object.entries(LISTS))
  describe(name, () => {
    const read = (answer: string) => call(clientOf(answer).client);

    for (const [value, came] of [
      ['{}', 'an object'],
      ['"CANARY"', 'a text'],
      ['7', 'a number'],
      ['true', 'true or false'],
    ] as const)
      it(`says that the list is ${came}, and quotes nothing of it`, () =>
        assert.rejects(read(`{"${field}":${value}}`), {
          name: 'CalypsoTransportError',
          message: `Calypso answered 200 with ${field}: expected a list, got ${came}`,
          kind: 'response',
          status: 200,
        }));

    for (const [item, came] of [
      ['null', 'null'],
      ['"CANARY"', 'a text'],
      ['[]', 'a list'],
      ['7', 'a number'],
    ] as const)
      it(`says which item is ${came}`, () =>
        assert.rejects(read(`{"${field}":[{},${item}],"total":1}`), {
          name: 'CalypsoTransportError',
          message: `Calypso answered 200 with ${field}[1]: expected an object, got ${came}`,
          kind: 'response',
          status: 200,
        }));

    for (const answer of ['null', '"CANARY"', '[]', '7'])
      it(`has no list where the answer is ${answer}`, () =>
        assert.rejects(read(answer), {name: 'CalypsoTransportError', kind: 'response', status: 200}));

    it('is not asked for again: the answer was one', async () => {
      const {client, calls} = clientOf(`{"${field}":7}`);
      await assert.rejects(call(client));
      assert.equal(calls.length, 1);
    });

    it('may hold what nobody documents', async () => {
      await read(`{"${field}":[{"id":{},"rates":{},"url":7}],"total":"?","page":null,"more":[null]}`);
    });
  });

for (const [name, [field, call]] of Object.entries(LISTS)) {
  const missing = [
    ['{}', 'nothing'],
    [`{"${field}":null}`, 'null'],
  ] as const;
  for (const [answer, came] of missing)
    // Calypso does not document what it answers a merchant who has no subscription.
    if (name === 'listWebhooks')
      it(`${name} takes ${answer} for none`, async () =>
        assert.deepEqual(await call(clientOf(answer).client), []));
    else
      it(`${name} takes ${answer} for no answer: no list is no empty list`, () =>
        assert.rejects(call(clientOf(answer).client), {
          name: 'CalypsoTransportError',
          message: `Calypso answered 200 with ${field}: expected a list, got ${came}`,
        }));
}

describe('a key that is taken', () => {
  for (const type of [7, {}, [], true])
    it(`by an invoice of the type ${inspect(type)}: 016`, async () => {
      const {fetch} = fakeFetch(({url}) =>
        url.endsWith('/create')
          ? Response.json({errorCode: '016'}, {status: 400})
          : Response.json({state: 'PAID', currency: 'ETH', type}),
      );
      const client = new CalypsoClient({
        ...{baseUrl: 'https://api.calypso.example', account: '0xa', key: 'k', secret: 's'},
        fetch,
      });
      await assert.rejects(client.createUnlimitedInvoice({currency: 'ETH', description: 'Tea'}), {
        name: 'CalypsoApiError',
        errorCode: '016',
      });
    });
});
