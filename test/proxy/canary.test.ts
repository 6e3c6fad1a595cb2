import assert from 'node:assert/strict';
import {it} from 'node:test';
import {BASE, calypsoError, invoiceText, KEY, MERCHANT, setUp, type Upstream} from './fixture.js';
import {invoiceEvent, setUpWebhooks, sign} from './webhook-fixture.js';

/** What a payer may see; everything else in the upstream answer below carries a canary. */
const VISIBLE = [
  'amount',
  'createdDate',
  'currency',
  'deposits',
  'description',
  'eventsUrl',
  'expiration',
  'fiatAmount',
  'fiatCurrency',
  'idempotencyKey',
  'interventionType',
  'invoiceAddress',
  'isInterventionResolved',
  'lastDepositHash',
  'lastFiatUpdated',
  'logoUrl',
  'lowerBound',
  'returnUrl',
  'serverTime',
  'state',
  'supportUrl',
  'totalDebitAmount',
  'type',
];

const STUFFED = `"lowerBound":1,"fiatAmount":11,"fiatCurrency":"EUR","lastFiatUpdated":"2025-07-05T11:00:00Z",
  "interventionType":"OVERPAY","isInterventionResolved":true,"lastDepositHash":"ab","returnUrl":"https://a.example/",
  "supportUrl":"https://b.example/","logoUrl":"https://c.example/",
  "deposits":[{"id":"d","amount":1,"currency":"BTC","transactionHash":"cd","createdDate":"2025-07-05T11:00:00Z",
    "serviceFee":42.4242,"account":"CANARY","invoice":{"secretKey":"CANARY"},"__proto__":{"x":"CANARY"}}],
  "fee":42.4242,"externalId":"CANARY","account":"CANARY","id":"CANARY","subscriptionEnabled":"CANARY",
  "autoconversion":{"targetCurrency":"CANARY","amount":42.4242},"key":"CANARY","secret":"CANARY","secretKey":"CANARY",
  "apiKey":"CANARY","token":"CANARY","eventsUrl":"https://CANARY.example","problems":["CANARY"],"constructor":"CANARY",
  "__proto__":{"state":"CANARY","secret":"CANARY"},"toString":"CANARY","traceId":"CANARY","message":"CANARY"`;

const stuffed: Upstream = (key) =>
  new Response(invoiceText(key, STUFFED), {
    headers: {
      'Set-Cookie': 'CANARY=1',
      Server: 'CANARY',
      'X-Trace': 'CANARY',
      ETag: '"CANARY"',
      Link: '<CANARY>',
    },
  });

/** What Calypso is told of its events: nothing of the invoice, of the event or of what went wrong. */
function deliveries(): [number, Promise<Response>][] {
  const event = JSON.stringify(invoiceEvent(1, 'INVOICE_PAID', {message: 'CANARY'}));
  const nameless = '{"data":{"type":"INVOICE_CANARY"}}';
  const fails = {onInvoice: () => assert.fail(`CANARY ${MERCHANT.secret}`)};
  const unread = setUpWebhooks();
  unread.calypso.fault = () => new Response('<html>CANARY', {status: 500});
  return [
    [200, setUpWebhooks().post(event, {Sign: sign(event)})],
    [400, setUpWebhooks().post(nameless, {Sign: sign(nameless)})],
    [401, setUpWebhooks().post(event, {Sign: 'CANARY'})],
    [413, setUpWebhooks().post('CANARY'.repeat(20_000), {Sign: 'CANARY'})],
    [500, setUpWebhooks(fails).post(event, {Sign: sign(event)})],
    [502, unread.post(event, {Sign: sign(event)})],
  ];
}

const origin = {Origin: 'https://checkout.example'};

it('no byte of any answer holds what is not for the payer', async () => {
  const options = {allowedOrigins: ['https://checkout.example']};
  const path = `${BASE}/${KEY}`;
  const answers: [number, Promise<Response>][] = [
    [200, setUp(stuffed).ask(path)],
    [200, setUp(stuffed, options).ask(path, {headers: origin})],
    [200, setUp(stuffed).ask(path, {method: 'HEAD'})],
    [304, setUp(stuffed).ask(path, {headers: {'If-None-Match': '*'}})],
    [204, setUp(stuffed, options).ask(path, {method: 'OPTIONS', headers: origin})],
    [403, setUp(stuffed).ask(path, {headers: {Origin: 'https://CANARY.example'}})],
    [403, setUp(stuffed, {authorize: () => false}).ask(path)],
    [404, setUp(stuffed).ask(`${path}/CANARY`)],
    [404, setUp(stuffed).ask('/CANARY?CANARY=1', {headers: {'X-CANARY': 'CANARY'}})],
    [404, setUp(() => calypsoError('004')).ask(path)],
    [405, setUp(stuffed).ask(path, {method: 'POST', body: 'CANARY'})],
    [500, setUp(stuffed, {authorize: () => assert.fail('CANARY')}).ask(path)],
    [502, setUp(() => calypsoError('003')).ask(path)],
    [502, setUp(() => calypsoError('CANARY')).ask(path)],
    [502, setUp((key) => new Response(invoiceText(key, '"amount":"CANARY"'))).ask(path)],
    [502, setUp(() => new Response('<html>CANARY', {status: 500})).ask(path)],
    [502, setUp(() => Promise.reject(new Error(`CANARY ${MERCHANT.secret}`))).ask(path)],
    ...deliveries(),
  ];
  for (const [status, answer] of answers) {
    const response = await answer;
    assert.equal(response.status, status);
    const bytes = `${JSON.stringify([...response.headers])}${response.statusText}${await response.text()}`;
    assert.doesNotMatch(bytes, /CANARY|42\.4242/i);
    for (const value of Object.values(MERCHANT)) assert.equal(bytes.includes(value), false);
  }
});

it('what is for the payer is all there', async () => {
  const fields = (await (await setUp(stuffed).read()).json()) as Record<string, unknown>;
  assert.deepEqual(Object.keys(fields).toSorted(), VISIBLE);
  assert.deepEqual(fields['deposits'], [
    {id: 'd', amount: '1', currency: 'BTC', transactionHash: 'cd', createdDate: '2025-07-05T11:00:00Z'},
  ]);
  assert.equal(fields['returnUrl'], 'https://a.example/');
});
