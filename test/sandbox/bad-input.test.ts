import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CalypsoApiError} from '../../src/api/index.js';
import {DAY, names, setup, START} from './support.js';

const CREATE = 'invoice/single/create';
const good = {amount: 1, currency: 'USDT_TRX', description: 'Tea'};
const iso = (time: number) => new Date(time).toISOString();

describe('a payload that cannot be used: 001 naming the field', () => {
  const cases: [payload: unknown, message: string][] = [
    [{...good, amount: 0}, 'payload.amount=[Must be greater than 0]'],
    [{...good, amount: '0.000'}, 'payload.amount=[Must be greater than 0]'],
    [{...good, amount: -1}, 'payload.amount=[Must be greater than 0]'],
    [{...good, amount: 1.1234567}, 'payload.amount=[Scale incorrect. Must be less than or equal to 6]'],
    [
      {...good, currency: 'BTC', amount: '1.123456789'},
      'payload.amount=[Scale incorrect. Must be less than or equal to 8]',
    ],
    [
      {...good, currency: 'ETH', amount: '0.0000000000000000001'},
      'payload.amount=[Scale incorrect. Must be less than or equal to 18]',
    ],
    ...[null, '', 'ten', '1,5', '1 0', '0x10', 'NaN', 'Infinity', true, [1], {}, '9'.repeat(81)].map(
      (amount): [unknown, string] => [{...good, amount}, 'payload.amount=[Must be a number]'],
    ),
    [{currency: 'BTC', description: 'Tea'}, 'payload.amount=[Must not be null]'],
    [{amount: 1, description: 'Tea'}, 'payload.currency=[Must not be null]'],
    [{amount: 1, currency: 'BTC'}, 'payload.description=[Must not be null]'],
    ...['', 'usdt', 'EUR', '__proto__', 'constructor', 'USDT ', 'x'.repeat(1000)].map(
      (currency): [unknown, string] => [{...good, currency}, 'payload.currency=[Unknown currency]'],
    ),
    ...[null, 1, {}, ['BTC']].map((currency): [unknown, string] => [
      {...good, currency},
      'payload.currency=[Must be a text]',
    ]),
    ...['', ' ', '\n\t'].map((description): [unknown, string] => [
      {...good, description},
      'payload.description=[Must not be blank]',
    ]),
    [{...good, description: 7}, 'payload.description=[Must be a text]'],
    ...['', 'x', '1be6a518', '1be6a518-6dcd-477d-96af-dd914b1300ceX', '1be6a5186dcd477d96afdd914b1300ce'].map(
      (idempotencyKey): [unknown, string] => [
        {...good, idempotencyKey},
        'payload.idempotencyKey=[Must be a UUID]',
      ],
    ),
    [{...good, idempotencyKey: 1}, 'payload.idempotencyKey=[Must be a text]'],
    ...['', 'tomorrow', '2026-02-30T00:00:00Z', '2026-01-02'].map((expiration): [unknown, string] => [
      {...good, expiration},
      'payload.expiration=[Must be an ISO 8601 instant]',
    ]),
    [{...good, expiration: START + 1000}, 'payload.expiration=[Must be a text]'],
    ...[iso(START), iso(START - 1), iso(0), '1969-01-01T00:00:00'].map((expiration): [unknown, string] => [
      {...good, expiration},
      'payload.expiration=[Must be in the future]',
    ]),
    ...[iso(START + DAY + 1), '9999-01-01T00:00:00Z'].map((expiration): [unknown, string] => [
      {...good, expiration},
      'payload.expiration=[Must be at most 1 day ahead]',
    ]),
    ...['externalId', 'returnUrl', 'supportUrl', 'logoUrl'].map((field): [unknown, string] => [
      {...good, [field]: {}},
      `payload.${field}=[Must be a text]`,
    ]),
    [{...good, fiatAvailable: 'yes'}, 'payload.fiatAvailable=[Must be true or false]'],
    [
      {},
      'payload.amount=[Must not be null], payload.currency=[Must not be null], payload.description=[Must not be null]',
    ],
    ...[null, 'x', 1, true, [], [good]].map((payload): [unknown, string] => [
      payload,
      'payload=[Must be an object]',
    ]),
  ];
  for (const [payload, message] of cases)
    it(`${JSON.stringify(payload).slice(0, 90)}`, async () => {
      const {call} = setup();
      const {status, json} = await call(CREATE, JSON.stringify(payload));
      assert.deepEqual([status, json['errorCode'], json['message']], [400, '001', message]);
    });

  it('the expiration is measured by the sandbox’s time', async () => {
    const {create, sandbox} = setup();
    await sandbox.advance(DAY);
    await assert.rejects(create({expiration: iso(START + DAY)}), {errorCode: '001'});
    await assert.rejects(create({expiration: iso(START + 2 * DAY + 1)}), {errorCode: '001'});
    await create({expiration: iso(START + 2 * DAY)});
  });

  it('numbers that JSON can write and money cannot be', async () => {
    const {call} = setup();
    for (const amount of ['1e400', '1e-99', '1e80', `1${'0'.repeat(100)}`]) {
      const {json} = await call(CREATE, `{"amount":${amount},"currency":"ETH","description":"x"}`);
      assert.equal(json['errorCode'], '001', amount);
    }
  });

  for (const payload of [{}, {id: null}, {externalId: 'x'}])
    it(`a reference without a name: ${JSON.stringify(payload)}`, async () => {
      const {json} = await setup().call('invoice', JSON.stringify(payload));
      assert.deepEqual(
        [json['errorCode'], json['message']],
        ['001', 'payload=[Must have an id or an idempotencyKey]'],
      );
    });

  for (const [payload, code] of [
    [{idempotencyKey: 'x'}, '001'],
    [{idempotencyKey: 7}, '001'],
    [{id: 7}, '001'],
    [{id: ''}, '004'],
    [{id: '__proto__'}, '004'],
  ] as const)
    it(`a reference that names nothing: ${JSON.stringify(payload)}`, async () => {
      const {json} = await setup().call('invoice', JSON.stringify(payload));
      assert.equal(json['errorCode'], code);
    });
});

describe('a body that cannot be used', () => {
  const texts = [
    '',
    ' ',
    '{',
    '{"timestamp":',
    '{"timestamp":1}}',
    "{'timestamp':1}",
    '<html>',
    'null',
    '[]',
    '"x"',
    '7',
    '{}',
    '[{}]',
    '['.repeat(100_000),
    '['.repeat(100_000) + ']'.repeat(100_000),
  ];
  for (const path of [
    '/api/v1/invoice',
    '/api/v1/invoice/single/create',
    '/sandbox/deposit',
    '/sandbox/advance',
  ])
    for (const text of texts)
      it(`${path} with ${text.slice(0, 20) || 'nothing'}: 001`, async () => {
        const {status, json} = await setup().post(path, text);
        assert.deepEqual([status, json['errorCode']], [400, '001']);
        assert.match(String(json['message']), /^[\w.]+=\[.+\]$/);
      });

  it('bytes that are no UTF-8', async () => {
    const {json} = await setup().post('/api/v1/invoice', Uint8Array.of(0x7b, 0xff, 0x7d));
    assert.equal(json['message'], 'body=[Must be JSON]');
  });

  for (const [envelope, field] of [
    ['"account":"x","payload":{}', 'timestamp'],
    ['"timestamp":null,"account":"x","payload":{}', 'timestamp'],
    [`"timestamp":"${START}","account":"x","payload":{}`, 'timestamp'],
    [`"timestamp":${START}.5,"account":"x","payload":{}`, 'timestamp'],
    [`"timestamp":${START},"payload":{}`, 'account'],
    [`"timestamp":${START},"account":7,"payload":{}`, 'account'],
    [`"timestamp":${START},"account":"x"`, 'payload'],
  ] as const)
    it(`{${envelope}}: ${field}`, async () => {
      const {status, json} = await setup().post('/api/v1/invoice', `{${envelope}}`);
      assert.deepEqual([status, json['errorCode']], [400, '001']);
      assert.ok(String(json['message']).startsWith(`${field}=[`), String(json['message']));
    });
});

describe('sandbox calls that cannot be used: 001 naming the field, by HTTP and by method', () => {
  const key = '1be6a518-6dcd-477d-96af-dd914b1300ce';
  const cases: [call: 'deposit' | 'decline' | 'archive' | 'advance', body: object, message: string][] = [
    ['deposit', {amount: 1}, 'address=[Must not be null]'],
    ['deposit', {address: 7, amount: 1}, 'address=[Must be a text]'],
    ['deposit', {address: '', amount: 1}, 'address=[Must not be blank]'],
    ['deposit', {address: 'ADDRESS'}, 'amount=[Must not be null]'],
    ['deposit', {address: 'ADDRESS', amount: 'x'}, 'amount=[Must be a number]'],
    ['deposit', {address: 'ADDRESS', amount: 0}, 'amount=[Must be greater than 0]'],
    ['deposit', {address: 'ADDRESS', amount: '-1'}, 'amount=[Must be greater than 0]'],
    [
      'deposit',
      {address: 'ADDRESS', amount: '0.0000001'},
      'amount=[Scale incorrect. Must be less than or equal to 6]',
    ],
    ['deposit', {address: 'ADDRESS', amount: 1, hold: 'x'}, 'hold=[Must be "compliance" or absent]'],
    ['deposit', {address: 'ADDRESS', amount: 1, hold: true}, 'hold=[Must be "compliance" or absent]'],
    ['decline', {}, 'idempotencyKey=[Must not be null]'],
    ['archive', {idempotencyKey: 'x'}, 'idempotencyKey=[Must be a UUID]'],
    ['decline', {idempotencyKey: [key]}, 'idempotencyKey=[Must be a text]'],
    ['advance', {}, 'ms=[Must not be null]'],
    ['advance', {ms: '5'}, 'ms=[Must be a number]'],
    ['advance', {ms: -1}, 'ms=[Must not be negative]'],
    ['advance', {ms: 0.5}, 'ms=[Must be a whole number]'],
    ['advance', {ms: 999_999_999_999_999}, 'ms=[Must not lead beyond the year 9999]'],
  ];
  for (const [call, body, message] of cases)
    it(`${call} ${JSON.stringify(body)}`, async () => {
      const {sandbox, create, client, post} = setup();
      const {address} = names(await create({idempotencyKey: key}));
      const before = await client.getInvoice({idempotencyKey: key});
      const filled = JSON.stringify(body).replace('ADDRESS', address);
      const {status, json} = await post(`/sandbox/${call}`, filled, {Key: '', Sign: ''});
      assert.deepEqual([status, json['errorCode'], json['message']], [400, '001', message]);
      if (call !== 'advance') {
        const method = sandbox[call] as (body: unknown) => Promise<unknown>;
        await assert.rejects(
          method(JSON.parse(filled)),
          (error) =>
            error instanceof CalypsoApiError && error.errorCode === '001' && error.message === message,
        );
      }
      assert.deepEqual(await client.getInvoice({idempotencyKey: key}), before);
    });

  for (const ms of [NaN, Infinity, -Infinity, -1, 0.1, '1', null, undefined])
    it(`advance(${String(ms)})`, async () => {
      await assert.rejects(setup().sandbox.advance(ms as number), {errorCode: '001', message: /^ms=\[/});
    });

  it('advance says what time it is now', async () => {
    const {sandbox} = setup();
    assert.deepEqual(await sandbox.advance(0), {time: iso(START)});
    assert.deepEqual(await sandbox.advance(1500), {time: iso(START + 1500)});
    assert.deepEqual(await sandbox.advance(DAY), {time: iso(START + DAY + 1500)});
  });

  it('a deposit takes numbers and strings', async () => {
    const {sandbox, create, client} = setup();
    for (const amount of [1.5, '1.5', '1.50', '15e-1']) {
      const invoice = names(await create({amount: '1.5'}));
      await sandbox.deposit({address: invoice.address, amount});
      await sandbox.advance(5000);
      const {state, totalDebitAmount} = await client.getInvoice(invoice);
      assert.deepEqual([state, totalDebitAmount], ['PAID', '1.5']);
    }
  });
});
