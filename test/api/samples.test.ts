import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CalypsoClient} from '../../src/api/index.js';
import type {
  InvoiceFilter,
  NewBoundInvoice,
  NewSingleFiatInvoice,
  NewSingleInvoice,
  NewUnlimitedInvoice,
  NewWebhook,
  PageRequest,
} from '../../src/api/index.js';
import {DEPOSITS, ONE_DEPOSIT, REFERENCE, SINGLE, UNLIMITED} from '../core/calypso-samples.js';
import {fakeFetch} from './fake-fetch.js';
import {GUIDES, SUBSCRIBED, SUBSCRIBED_UNLIMITED} from './guide-samples.js';
import {REFERENCE_SAMPLES} from './reference-samples.js';

interface Name {
  readonly id: string;
  readonly idempotencyKey: string;
}

/** The method of each endpoint, called with what a sample's payload holds. */
const CALLS: Record<string, (client: CalypsoClient, payload: never) => Promise<unknown>> = {
  invoice: (client, name: Name) => client.getInvoice(name),
  'invoice/unlimited/create': (client, invoice: NewUnlimitedInvoice) =>
    client.createUnlimitedInvoice(invoice),
  'invoice/unlimited-linked/create': (client, invoice: NewUnlimitedInvoice) =>
    client.createUnlimitedLinkedInvoice(invoice),
  'invoice/single/create': (client, invoice: NewSingleInvoice) => client.createSingleInvoice(invoice),
  'invoice/single-fiat/create': (client, invoice: NewSingleFiatInvoice) =>
    client.createSingleFiatInvoice(invoice),
  'invoice/bound/create': (client, invoice: NewBoundInvoice) => client.createBoundInvoice(invoice),
  'invoice/return-to-paid': (client, name: Name) => client.returnToPaid(name),
  'invoice/close-intervention': (client, name: Name) => client.closeIntervention(name),
  'invoice/archive': (client, name: Name) => client.archiveInvoice(name),
  'invoice/payment': (client, {paymentId, ...name}: Name & {paymentId: string}) =>
    client.getPayment(name, paymentId),
  'invoice/payment-history': (client, {id, idempotencyKey, ...page}: Name & PageRequest) =>
    client.listPayments({id, idempotencyKey}, page),
  'invoice/deposit': (client, {transactionId, ...name}: Name & {transactionId: string}) =>
    client.getDeposit(name, transactionId),
  'invoice/deposit-history': (client, {id, idempotencyKey, ...page}: Name & PageRequest) =>
    client.listDeposits({id, idempotencyKey}, page),
  'invoice/external': (client, {externalId, ...page}: {externalId: string} & PageRequest) =>
    client.getInvoicesByExternalId(externalId, page),
  'invoice/all': (client, filter: InvoiceFilter) => client.listInvoices(filter),
  'subscription/webhook/create': (client, webhook: NewWebhook) => client.createWebhook(webhook),
};

/** Makes the call of a sample, and gives what was read and what was sent. */
async function call(
  path: string,
  request: {timestamp: number; account: string; payload: object},
  answer = '{"result":[]}',
) {
  const {fetch, calls} = fakeFetch(() => new Response(answer));
  const client = new CalypsoClient({
    ...{baseUrl: 'https://api.calypso.example', account: request.account, key: 'k', secret: 's', fetch},
    now: () => request.timestamp,
  });
  const read = await CALLS[path]?.(client, request.payload as never);
  const [{url, init, body} = assert.fail()] = calls;
  assert.equal(`${init.method} ${url}`, `POST https://api.calypso.example/api/v1/${path}`);
  return {read, sent: JSON.parse(body)};
}

/** The sample's numbers, as strings with every digit. */
const INVOICE_READ = {
  ...JSON.parse(REFERENCE),
  ...{amount: '1', fee: '1', totalDebitAmount: '1', fiatAmount: '1', lowerBound: '1'},
  autoconversion: {targetCurrency: 'text', amount: '1'},
};
const READ: Record<string, object> = {
  'invoice/payment': {id: 'text', state: 'IN_PROGRESS'},
  'invoice/deposit': {
    id: '123e4567-e89b-12d3-a456-426614174000',
    amount: '1',
    currency: 'text',
    transactionHash: 'text',
    createdDate: '2025-07-05T22:31:09.255Z',
  },
};
const pageOf = (item: unknown) => ({result: [item], page: 1, size: 1, total: 1, totalElements: 1});

describe('the reference', () => {
  for (const {path, payload, answer} of REFERENCE_SAMPLES)
    it(`${path}: its payload is sent, and its answer read`, async () => {
      const request = {account: 'text', timestamp: 1, payload: JSON.parse(payload)};
      const {read, sent} = await call(path, request, answer);
      // It shows both names of an invoice; one is sent, for two could be those of two invoices.
      const {id, ...rest} = request.payload;
      assert.deepEqual(sent, {...request, payload: rest});
      const item = READ[path.replace('-history', '')] ?? INVOICE_READ;
      assert.deepEqual(read, /history|external|all/.test(path) ? pageOf(item) : item);
    });

  it('has a sample of every endpoint of invoices that the client has', () =>
    assert.deepEqual(
      Object.keys(CALLS)
        .filter((path) => path.startsWith('invoice'))
        .sort(),
      REFERENCE_SAMPLES.map(({path}) => path).sort(),
    ));
});

describe('a guide', () => {
  for (const {title, path, request} of GUIDES)
    it(`${title}: its request is sent as printed`, async () => {
      // One guide sends `type`, which the endpoint's path says already and the reference does not know.
      const {type, ...payload} = JSON.parse(request).payload;
      const {sent} = await call(path, {...JSON.parse(request), payload});
      assert.deepEqual(sent, {...JSON.parse(request), payload});
    });

  for (const [what, path, answer, decimals] of [
    [
      'a single invoice',
      'invoice',
      SINGLE,
      {amount: '0.001', fee: '0.000042026017236', totalDebitAmount: '0'},
    ],
    ['an unlimited invoice', 'invoice', UNLIMITED, {totalDebitAmount: '0'}],
    ['a deposit', 'invoice/deposit', ONE_DEPOSIT, {amount: '0.01'}],
    ['a subscription', 'subscription/webhook/create', SUBSCRIBED, {}],
    ['a subscription of an unlimited invoice', 'subscription/webhook/create', SUBSCRIBED_UNLIMITED, {}],
  ] as const)
    it(`${what} is read with every digit`, async () => {
      const {request} = GUIDES.find((guide) => guide.path === path) ?? assert.fail();
      const {read} = await call(path, JSON.parse(request), answer);
      assert.deepEqual(read, {...JSON.parse(answer), ...decimals});
    });

  it('its list of deposits is no JSON: without the comma it is read, `total` being pages', async () => {
    const {request} = GUIDES.find(({path}) => path === 'invoice/deposit-history') ?? assert.fail();
    const list = (answer: string) => call('invoice/deposit-history', JSON.parse(request), answer);
    await assert.rejects(list(DEPOSITS), {name: 'CalypsoTransportError', kind: 'response'});
    const {result, ...page} = (await list(DEPOSITS.replace('},\n  ]', '}\n  ]'))).read as {result: object[]};
    assert.deepEqual(page, {page: 1, size: 10, total: 1, totalElements: 2});
    assert.deepEqual(
      result.map((deposit) => Object.values(deposit).slice(0, 2)),
      [
        ['3fa85f64-5717-4562-b3fc-2c963f66afa6', '0.01'],
        ['9d71b4c3-b158-489e-ac96-5a73a90c423c', '0.01'],
      ],
    );
  });
});
