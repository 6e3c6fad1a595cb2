import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import {describe, it} from 'node:test';
import {CalypsoClient, signBody} from '../../src/api/index.js';
import {fakeFetch} from './fake-fetch.js';

const SECRET = 'b823a6b9ea72408583cef9ec8d67fa52';
const OPTIONS = {
  baseUrl: 'https://api.calypso.example',
  account: '0x1a5E2ab1C40EA4B6Db0AE5Bc9Ce2eA3dB65bDc37',
  key: 'c529e14832b34b74972365cf7bf02430',
  secret: SECRET,
};
const UUID = '1be6a518-6dcd-477d-96af-dd914b1300ce';
const NEW = {amount: '10.5', currency: 'USDT_TRX', description: 'Tea'};

function setUp(answer = '{"state":"PENDING_PAYMENT"}') {
  const {fetch, calls} = fakeFetch(() => new Response(answer));
  let time = 1_700_000_000_000;
  const client = new CalypsoClient({...OPTIONS, fetch, now: () => time++});
  const sent = (index: number) => {
    const call = calls[index];
    assert.ok(call);
    return {...call, headers: new Headers(call.init.headers)};
  };
  return {client, calls, sent};
}

describe('signature', () => {
  it("agrees with Calypso's published vector", async () => {
    assert.equal(
      await signBody(SECRET, '{"timestamp":1}'),
      'b16e9d45f49f2069becbc4f108b237bee588cfc353fe9501df103e692acbc68d' +
        '482a10d34c12bea22fedde7e28e1b8e57a6a0a373b0e9a27c5257bd8b36e13b9',
    );
  });

  it('is made of the very bytes that are sent', async () => {
    const {client, sent} = setUp();
    await client.createSingleInvoice({...NEW, description: 'Thé “Ōolong” \ud83c\udf75 \ud800 </script>'});
    const {body, headers} = sent(0);
    const bytes = Buffer.from(new TextEncoder().encode(body));
    assert.equal(headers.get('Sign'), createHmac('sha512', SECRET).update(bytes).digest('hex'));
  });
});

describe('request', () => {
  it('goes to the documented paths, with key and type', async () => {
    const {client, sent} = setUp();
    await client.createSingleInvoice(NEW);
    await client.getInvoice({idempotencyKey: UUID});
    assert.equal(sent(0).url, 'https://api.calypso.example/api/v1/invoice/single/create');
    assert.equal(sent(1).url, 'https://api.calypso.example/api/v1/invoice');
    for (const index of [0, 1]) {
      const {init, headers} = sent(index);
      assert.equal(init.method, 'POST');
      assert.equal(headers.get('Key'), OPTIONS.key);
      assert.equal(headers.get('Content-Type'), 'application/json');
    }
  });

  it('names the invoice and nothing else', async () => {
    const {client, sent} = setUp();
    await client.getInvoice({idempotencyKey: UUID, note: 'private'} as {idempotencyKey: string});
    await client.getInvoice({id: '42'});
    assert.deepEqual(JSON.parse(sent(0).body).payload, {idempotencyKey: UUID});
    assert.deepEqual(JSON.parse(sent(1).body).payload, {id: '42'});
  });

  it('has a timestamp of its own for every attempt, and a signature to it', async () => {
    const {client, sent} = setUp();
    await client.getInvoice({idempotencyKey: UUID});
    await client.getInvoice({idempotencyKey: UUID});
    assert.deepEqual(
      [0, 1].map((index) => JSON.parse(sent(index).body).timestamp),
      [1_700_000_000_000, 1_700_000_000_001],
    );
    assert.notEqual(sent(0).headers.get('Sign'), sent(1).headers.get('Sign'));
  });

  for (const [amount, sentAmount] of [
    ['0.123456789012345678', '0.123456789012345678'],
    ['1800.000000000000000001', '1800.000000000000000001'],
    ['1E-7', '0.0000001'],
    ['1.10', '1.10'],
    [10.234, '10.234'],
    [1e-7, '0.0000001'],
  ] as const)
    it(`sends the amount ${typeof amount} ${amount} as the JSON number ${sentAmount}`, async () => {
      const {client, sent} = setUp();
      await client.createSingleInvoice({...NEW, amount});
      assert.ok(
        sent(0).body.includes(`"amount":${sentAmount},`) || sent(0).body.includes(`"amount":${sentAmount}}`),
      );
      JSON.parse(sent(0).body);
    });

  it('makes an idempotencyKey where there is none', async () => {
    const {client, sent} = setUp();
    await client.createSingleInvoice(NEW);
    await client.createSingleInvoice({...NEW, idempotencyKey: undefined} as unknown as typeof NEW);
    await client.createSingleInvoice({...NEW, idempotencyKey: UUID});
    const keys = [0, 1, 2].map((index) => JSON.parse(sent(index).body).payload.idempotencyKey);
    assert.match(keys[0], /^[\da-f-]{36}$/);
    assert.match(keys[1], /^[\da-f-]{36}$/);
    assert.notEqual(keys[0], keys[1]);
    assert.equal(keys[2], UUID);
  });

  it('follows no redirect, in a way that workers know too', async () => {
    const {fetch, calls} = fakeFetch(() => Response.redirect('https://elsewhere.example/', 307));
    const client = new CalypsoClient({...OPTIONS, fetch});
    await assert.rejects(client.getInvoice({idempotencyKey: UUID}), {
      name: 'CalypsoTransportError',
      kind: 'response',
      status: 307,
    });
    assert.equal(calls[0]?.init.redirect, 'manual');
  });
});

describe('answer', () => {
  it('keeps every digit', async () => {
    const {client} = setUp('{"state":"PAID","amount":0.123456789012345678,"totalDebitAmount":1.10,"fee":42}');
    const invoice = await client.getInvoice({idempotencyKey: UUID});
    assert.deepEqual(
      [invoice.amount, invoice.totalDebitAmount, invoice.fee],
      ['0.123456789012345678', '1.10', '42'],
    );
  });

  it('lets unknown fields through', async () => {
    const {client} = setUp('{"state":"TOMORROW","shape":{"new":[1,null]},"externalId":null}');
    assert.deepEqual(await client.getInvoice({idempotencyKey: UUID}), {
      state: 'TOMORROW',
      shape: {new: [1, null]},
      externalId: null,
    });
  });
});
