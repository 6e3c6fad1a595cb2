import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {assertProblem, BASE, KEY, setUp} from './fixture.js';
import {ID, invoiceEvent, setUpWebhooks, sign, webhookRequest} from './webhook-fixture.js';

/** Calypso's own sample, which has neither requestId nor eventType (How to create a Limited Invoice via API). */
const SPARSE_SAMPLE = `{"id":9677,"viewed":false,"createdDate":"2023-03-13T11:16:53.274743","level":"INFO",
  "service":"INVOICE","data":{"type":"INVOICE_PAID","amount":0.001043,"currency":"ETH","realAmount":0.001043,
  "description":"test","idempotencyKey":"${KEY}","parentExternalId":"${ID}"}}`;
/** As documented for unlimited invoices, with `transactionIds` and `fiatAmount` as an object. */
const UNLIMITED_SAMPLE = `{"requestId":"e505bbf7-0dcd-4097-b0c7-70372a5c68d3","id":20294,
  "createdDate":"2022-09-05T07:39:18.929518","level":"SUCCESS","service":"INVOICE",
  "eventType":"INVOICE_FUNDS_RECEIVED_FOR_INVOICE","data":{"type":"INVOICE_FUNDS_RECEIVED_FOR_INVOICE","amount":0.01,
  "transactionIds":["3fa85f64-5717-4562-b3fc-2c963f66afa6"],"message":"unlimited invoice for client 2","currency":"ETH",
  "externalId":"1234","fiatAmount":{"EUR":0.919371150133309,"USD":1.0},"serviceFee":0.0001,
  "createdDate":"2022-09-05T07:14:43.673181","idempotencyKey":"${KEY}","parentExternalId":"${ID}"}}`;

const posted = (body: string | Uint8Array<ArrayBuffer>) => webhookRequest(body, {Sign: sign(body)});

describe('an event', () => {
  for (const [what, body] of [
    ['as documented', JSON.stringify(invoiceEvent(1))],
    ['without eventType and requestId', SPARSE_SAMPLE],
    ['of an unlimited invoice', UNLIMITED_SAMPLE],
    [
      'with an upper-case key',
      JSON.stringify(invoiceEvent(1, 'INVOICE_PAID', {idempotencyKey: KEY.toUpperCase()})),
    ],
    ['of a type that nobody knows', JSON.stringify(invoiceEvent(1, 'INVOICE_TOMORROW'))],
    ['without id', JSON.stringify({...invoiceEvent(1), id: undefined})],
    ['with nothing but the key', `{"data":{"idempotencyKey":"${KEY}"}}`],
  ] as const)
    it(`${what}: its invoice is read, and told with it`, async () => {
      const {proxy, told, reads} = setUpWebhooks();
      assert.equal((await proxy(posted(body))).status, 200);
      assert.deepEqual(reads, [KEY]);
      assert.equal(told.length, 1);
      assert.deepEqual(told[0]?.event.data?.type, JSON.parse(body).data.type);
    });

  it('is told as it came, with every digit', async () => {
    const {proxy, told} = setUpWebhooks();
    await proxy(posted(UNLIMITED_SAMPLE));
    const {data} = told[0]?.event ?? {};
    assert.deepEqual([data?.['amount'], data?.['serviceFee']], ['0.01', '0.0001']);
    assert.deepEqual(data?.['transactionIds'], ['3fa85f64-5717-4562-b3fc-2c963f66afa6']);
    assert.equal(data?.['externalId'], '1234');
  });

  it("comes with the merchant's whole invoice, fresh from Calypso, whatever it says itself", async () => {
    const {deliver, told, change} = setUpWebhooks();
    change('PENDING_INTERVENTION', '9');
    await deliver(invoiceEvent(1, 'INVOICE_PAID', {state: 'COMPLETED', amount: 1e6, totalDebitAmount: 1e6}));
    const {invoice} = told[0] ?? {};
    assert.deepEqual(
      [invoice?.state, invoice?.totalDebitAmount, invoice?.amount, invoice?.id, invoice?.fee],
      ['PENDING_INTERVENTION', '9', '10.234', ID, '0.000042026017236'],
    );
  });

  for (const parentExternalId of [ID, 42])
    it(`that names its invoice by parentExternalId ${parentExternalId} alone leads to it`, async () => {
      const {deliver, told, reads, read} = setUpWebhooks();
      const event = invoiceEvent(1, 'INVOICE_PAID', {idempotencyKey: undefined, parentExternalId});
      assert.equal((await deliver(event)).status, 200);
      assert.deepEqual(reads, [String(parentExternalId), KEY]);
      assert.equal(told.length, 1);
      assert.equal((await read()).status, 200);
      assert.equal(reads.length, 2);
    });

  it('that names its invoice by parentExternalId alone asks once whose it is', async () => {
    const {deliverLater, told, reads, change} = setUpWebhooks();
    for (const [id, state] of ['MEM_POOL_FOUND', 'PAID', 'COMPLETED'].entries()) {
      change(state);
      await deliverLater(invoiceEvent(id, 'INVOICE_PAID', {idempotencyKey: undefined}));
    }
    assert.deepEqual(reads, [ID, KEY, KEY, KEY]);
    assert.equal(told.length, 3);
  });

  for (const type of [
    'PAYOUT_COMPLETED',
    'TOP_UP_RECEIVED',
    'CUSTOMER_PURSE_DEPOSIT',
    'WALLET_FUNDS_DELIVERED_ACCOUNT',
  ])
    it(`${type} is about something else: 200, and nothing is read`, async () => {
      const {deliver, told, reads} = setUpWebhooks();
      const service = type.split('_')[0];
      assert.equal((await deliver({...invoiceEvent(1, type), service})).status, 200);
      assert.equal((await deliver({id: 2, service, eventType: type})).status, 200);
      assert.deepEqual([told, reads], [[], []]);
    });
});

describe('what is no event', () => {
  for (const [what, body] of [
    ['no JSON', 'state=PAID'],
    ['JSON cut short', SPARSE_SAMPLE.slice(0, -1)],
    ['JSON that is no object', `["${KEY}"]`],
    ['null', 'null'],
    [
      'no UTF-8',
      Uint8Array.from(Buffer.from(`{"data":{"idempotencyKey":"${KEY}","message":"\xff"}}`, 'latin1')),
    ],
    ['arrays in one another', '['.repeat(30_000) + ']'.repeat(30_000)],
    ['{}', '{}'],
    ['data that is none', '{"service":"INVOICE","data":"INVOICE_PAID"}'],
    [
      'no key',
      JSON.stringify(invoiceEvent(1, 'INVOICE_PAID', {idempotencyKey: null, parentExternalId: null})),
    ],
    [
      'a key that is none',
      JSON.stringify(invoiceEvent(1, 'INVOICE_PAID', {idempotencyKey: '../7', parentExternalId: ''})),
    ],
    [
      'a key that is an object',
      JSON.stringify(invoiceEvent(1, 'INVOICE_PAID', {idempotencyKey: {}, parentExternalId: []})),
    ],
    [
      "only the merchant's own id",
      '{"service":"INVOICE","data":{"type":"INVOICE_PAID","externalId":"1234"}}',
    ],
  ] as const)
    it(`${what}: 400, signed as it may be, and Calypso is not asked`, async () => {
      const {proxy, reads, told} = setUpWebhooks();
      await assertProblem(await proxy(posted(body)), 400);
      assert.deepEqual([reads, told], [[], []]);
    });
});

describe('a body', () => {
  const LIMIT = 65_536;
  const ofSize = (size: number) => {
    const event = JSON.stringify(invoiceEvent(1, 'INVOICE_PAID', {message: ''}));
    return event.replace('"message":""', `"message":"${'x'.repeat(size - event.length)}"`);
  };
  const inChunks = (text: string, size: number) =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        const bytes = new TextEncoder().encode(text);
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
        controller.close();
      },
    });

  it('of 64 KiB is read', async () => {
    const {proxy} = setUpWebhooks();
    assert.equal((await proxy(posted(ofSize(LIMIT)))).status, 200);
  });

  it('of a byte more is 413, right as its signature is, and Calypso is not asked', async () => {
    const {proxy, reads} = setUpWebhooks();
    await assertProblem(await proxy(posted(ofSize(LIMIT + 1))), 413);
    assert.deepEqual(reads, []);
  });

  it('that says that it is larger is not read at all', async () => {
    const {post} = setUpWebhooks();
    const body = new ReadableStream({pull: () => assert.fail('read')}, {highWaterMark: 0});
    await assertProblem(await post(body, {Sign: '0'.repeat(128), 'Content-Length': String(LIMIT + 1)}), 413);
  });

  it('without an end is read no further than it may be', async () => {
    const {post} = setUpWebhooks();
    let chunks = 0;
    let cancelled = false;
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1024 + 0 * chunks++)),
      cancel: () => void (cancelled = true),
    });
    await assertProblem(await post(body, {Sign: '0'.repeat(128)}), 413);
    assert.ok(chunks <= 66, `${chunks} chunks`);
    assert.equal(cancelled, true);
  });

  for (const size of [1, 7, 1000])
    it(`in chunks of ${size} bytes is one body`, async () => {
      const {post, told} = setUpWebhooks();
      const text = JSON.stringify(invoiceEvent(1, 'INVOICE_PAID', {message: 'Thé 🍵'}));
      assert.equal((await post(inChunks(text, size), {Sign: sign(text)})).status, 200);
      assert.equal(told[0]?.event.data?.['message'], 'Thé 🍵');
    });

  it('that breaks off is 500, and nothing is told', async () => {
    const {post, told} = setUpWebhooks();
    const body = new ReadableStream({start: (controller) => controller.error(new Error('CANARY reset'))});
    await assertProblem(await post(body, {Sign: '0'.repeat(128)}), 500);
    assert.deepEqual(told, []);
  });
});

describe('the endpoint', () => {
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
    it(`${method}: 405, and says what it takes`, async () => {
      const {ask, reads} = setUpWebhooks();
      const response = await ask(`${BASE}/webhooks`, {method});
      assert.equal(response.headers.get('Allow'), 'POST');
      await assertProblem(response, 405);
      assert.deepEqual(reads, []);
    });

  it('is not there without secrets', async () => {
    const {proxy, reads} = setUp();
    await assertProblem(await proxy(posted(JSON.stringify(invoiceEvent(1)))), 404);
    assert.deepEqual(reads, []);
  });

  it('is at its own path and no other', async () => {
    const {ask} = setUpWebhooks();
    const body = JSON.stringify(invoiceEvent(1));
    for (const [path, status] of [
      ['/webhooks', 200],
      ['/webhooks?a=1', 200],
      ['/webhooks/', 404],
      ['/Webhooks', 404],
      ['/webhooks/x', 404],
      [`/${KEY}`, 405],
    ] as const) {
      const response = await ask(`${BASE}${path}`, {method: 'POST', body, headers: {Sign: sign(body)}});
      assert.equal(response.status, status, path);
    }
  });

  it('asks no authorize: the signature speaks', async () => {
    const {deliver} = setUpWebhooks({authorize: () => assert.fail('asked')});
    assert.equal((await deliver(invoiceEvent(1))).status, 200);
  });
});
