import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CURRENCY_CODES, describeCurrency} from '../../src/core/currency.js';
import {DAY, HOUR, names, setup, START} from './support.js';

const KEY = '1be6a518-6dcd-477d-96af-dd914b1300ce';
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const iso = (time: number) => new Date(time).toISOString();

describe('a new single invoice', () => {
  it("has the shape of Calypso's sample", async () => {
    const {create} = setup();
    const {id, invoiceAddress, ...rest} = await create({
      idempotencyKey: KEY,
      amount: '0.001',
      currency: 'ETH',
    });
    assert.match(String(id), UUID);
    assert.match(String(invoiceAddress), /^0x[\da-fA-F]{40}$/);
    assert.deepEqual(rest, {
      type: 'SINGLE',
      amount: '0.001',
      fee: '0.00001',
      totalDebitAmount: '0',
      currency: 'ETH',
      state: 'PENDING_PAYMENT',
      description: 'Tea',
      createdDate: '2026-01-02T03:04:05.006000',
      idempotencyKey: KEY,
      expiration: '2026-01-03T03:04:05.006000',
      isInterventionResolved: true,
      subscriptionEnabled: false,
    });
  });

  it('writes amounts as JSON numbers', async () => {
    const {call} = setup();
    const {text, headers} = await call(
      'invoice/single/create',
      '{"amount":0.001,"currency":"ETH","description":"x","type":"SINGLE"}',
    );
    assert.match(text, /"amount":0\.001,"fee":0\.00001,"totalDebitAmount":0,/);
    assert.equal(headers.get('Content-Type'), 'application/json');
  });

  for (const amount of [
    '0.000000000000000001',
    '1800.000000000000000001',
    '0.123456789012345678',
    '1234567890123456789012.123456789012345678',
    '9007199254740993',
  ])
    it(`keeps every digit of ${amount}`, async () => {
      const {create, client, call} = setup();
      const {idempotencyKey} = names(await create({amount, currency: 'ETH'}));
      assert.equal((await client.getInvoice({idempotencyKey})).amount, amount);
      const {text} = await call('invoice', `{"idempotencyKey":"${idempotencyKey}"}`);
      assert.ok(text.includes(`"amount":${amount},`), text);
    });

  it('reads an exponent, and writes none', async () => {
    const {call} = setup();
    const {text} = await call('invoice/single/create', '{"amount":1e-7,"currency":"BTC","description":"x"}');
    assert.match(text, /"amount":0\.0000001,"fee":0,/);
  });

  for (const [amount, currency, fee] of [
    ['1', 'USDT', '0.01'],
    ['10.234', 'USDT_TRX', '0.10234'],
    ['0.000199', 'USDT', '0.000001'],
    ['0.00009', 'TRX', '0'],
    ['1.23456789', 'BTC', '0.01234567'],
    ['0.123456789012345678', 'ETH', '0.001234567890123456'],
  ])
    it(`takes 1 % of ${amount} ${currency} as fee, cut to the scale: ${fee}`, async () => {
      assert.equal((await setup().create({amount, currency})).fee, fee);
    });

  for (const code of CURRENCY_CODES)
    it(`${code} lives ${describeCurrency(code).network?.family === 'tron' ? '3 hours' : 'a day'}`, async () => {
      const life = ['TRX', 'USDT_TRX', 'USDC_TRX'].includes(code) ? 3 * HOUR : DAY;
      const {expiration} = await setup().create({currency: code, amount: 1});
      assert.equal(expiration, iso(START + life).replace('Z', '000'));
    });

  for (const [expiration, echoed] of [
    [iso(START + 1), iso(START + 1)],
    [iso(START + DAY), iso(START + DAY)],
    ['2026-01-02T04:04:05.123456', '2026-01-02T04:04:05.123Z'],
    ['2026-01-02T06:04:05+02:00', '2026-01-02T04:04:05.000Z'],
  ] as const)
    it(`takes ${expiration} as its end`, async () => {
      const {create, client, sandbox} = setup();
      const invoice = await create({expiration});
      assert.equal(invoice.expiration, echoed.replace('Z', '000'));
      const left = Date.parse(echoed) - START;
      await sandbox.advance(left - 1);
      assert.equal((await client.getInvoice(names(invoice))).state, 'PENDING_PAYMENT');
      await sandbox.advance(1);
      assert.equal((await client.getInvoice(names(invoice))).state, 'ARCHIVED');
    });

  it('echoes what the merchant sent, as it came', async () => {
    const echo = {
      returnUrl: 'https://shop.example/return?order=1#top',
      supportUrl: 'javascript:alert(1)',
      logoUrl: 'data:image/svg+xml,<svg/>',
      externalId: '<b>1</b>',
      description: '\u202Eevil <script>',
      fiatAvailable: false,
    };
    const {create, client} = setup();
    const invoice = await create(echo);
    assert.deepEqual({...invoice, ...echo}, invoice);
    assert.deepEqual(await client.getInvoice({id: String(invoice.id)}), invoice);
  });

  it('takes null for absent, and drops what it does not know', async () => {
    const {call} = setup();
    const {status, json} = await call(
      'invoice/single/create',
      '{"amount":1,"currency":"BTC","description":"x","idempotencyKey":null,"expiration":null,"returnUrl":null,' +
        '"__proto__":{"state":"PAID"},"state":"PAID","id":"mine","constructor":1,"deposits":[1]}',
    );
    assert.equal(status, 200);
    assert.equal(json['state'], 'PENDING_PAYMENT');
    assert.match(String(json['id']), UUID);
    assert.match(String(json['idempotencyKey']), UUID);
    for (const key of ['returnUrl', 'deposits', 'constructor', 'echo'])
      assert.equal(Object.hasOwn(json, key), false, key);
  });

  it('is found by either name, the key in either case', async () => {
    const {create, client} = setup();
    const invoice = await create({idempotencyKey: KEY});
    await create();
    assert.deepEqual(await client.getInvoice({idempotencyKey: KEY.toUpperCase()}), invoice);
    assert.deepEqual(await client.getInvoice({id: String(invoice.id)}), invoice);
    await assert.rejects(client.getInvoice({id: KEY}), {errorCode: '004'});
  });
});

describe('one key, one invoice', () => {
  it('refuses a repeat with 016 and leaves the first as it was', async () => {
    const {create, createOnce, client} = setup();
    const first = await create({idempotencyKey: KEY});
    for (const fields of [{idempotencyKey: KEY, amount: 99}, {idempotencyKey: KEY.toUpperCase()}]) {
      const {status, json} = await createOnce(fields);
      assert.deepEqual([status, json['errorCode']], [400, '016']);
    }
    assert.deepEqual(await client.getInvoice({idempotencyKey: KEY}), first);
  });

  it('refuses it after the first is over, too', async () => {
    const {create, createOnce, sandbox} = setup();
    await create({idempotencyKey: KEY});
    await sandbox.archive({idempotencyKey: KEY});
    assert.equal((await createOnce({idempotencyKey: KEY})).json['errorCode'], '016');
  });

  it('lets exactly one of many concurrent calls through', async () => {
    const {createOnce, client} = setup();
    const answers = await Promise.all(
      Array.from({length: 50}, (_, index) => createOnce({idempotencyKey: KEY, externalId: String(index)})),
    );
    const [made, ...refused] = answers.sort((a, b) => a.status - b.status);
    for (const {json} of refused) assert.equal(json['errorCode'], '016');
    assert.equal((await client.getInvoice({idempotencyKey: KEY})).id, made?.json['id']);
  });

  it('a refused call does not take the key', async () => {
    const {create} = setup();
    await assert.rejects(create({idempotencyKey: KEY, amount: 0}), {errorCode: '001'});
    assert.equal((await create({idempotencyKey: KEY})).idempotencyKey, KEY);
  });

  it('makes keys and addresses that differ', async () => {
    const {create} = setup();
    const invoices = await Promise.all(Array.from({length: 50}, () => create()));
    assert.equal(new Set(invoices.map((invoice) => invoice.invoiceAddress)).size, 50);
    assert.equal(new Set(invoices.map((invoice) => invoice.idempotencyKey)).size, 50);
    assert.equal(new Set(invoices.map((invoice) => invoice.id)).size, 50);
  });
});
