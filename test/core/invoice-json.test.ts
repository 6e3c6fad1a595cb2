import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {InvoiceFormatError} from '../../src/core/invoice-format-error.js';
import {parseInvoice, serializeInvoice} from '../../src/core/invoice-json.js';
import {parseJson} from '../../src/core/json.js';
import {DEPOSIT, REFERENCE, SINGLE, UNLIMITED} from './calypso-samples.js';

const VITAL = [
  'idempotencyKey',
  'type',
  'amount',
  'currency',
  'invoiceAddress',
  'totalDebitAmount',
  'lowerBound',
];
const OPTIONAL = [
  ...['createdDate', 'expiration', 'description', 'fiatAmount', 'fiatCurrency', 'lastFiatUpdated'],
  ...['interventionType', 'isInterventionResolved', 'lastDepositHash', 'returnUrl', 'supportUrl', 'logoUrl'],
  ...['deposits', 'serverTime', 'eventsUrl'],
];
const named = (field: string) => (error: unknown) => {
  assert.ok(error instanceof InvoiceFormatError);
  assert.equal(error.field, field);
  assert.ok(error.message.startsWith(`${field}: expected `), error.message);
  return true;
};

describe("Calypso's own answers", () => {
  it('a single invoice', () =>
    assert.deepEqual(parseInvoice(parseJson(SINGLE)), {
      state: 'PENDING_PAYMENT',
      type: 'SINGLE',
      idempotencyKey: '1be6a518-6dcd-477d-96af-dd914b1300ce',
      amount: '0.001',
      currency: 'ETH',
      invoiceAddress: '0xc7721217b3e919eeb618c5155df278da58521aef',
      totalDebitAmount: '0',
      createdDate: '2022-08-25T12:47:28.200475',
      expiration: '2022-09-24T12:47:28.171538',
      description: 'invoice for client 1',
      isInterventionResolved: true,
      problems: [],
    }));

  it('an unlimited invoice', () => {
    const {type, amount, expiration, totalDebitAmount, problems} = parseInvoice(parseJson(UNLIMITED));
    assert.deepEqual([type, amount, expiration, totalDebitAmount], ['UNLIMITED', undefined, undefined, '0']);
    assert.deepEqual(problems, []);
  });

  it('the reference, whose URLs are no URLs', () => {
    const {problems, ...invoice} = parseInvoice(parseJson(REFERENCE));
    assert.deepEqual(
      problems.map(({field}) => field),
      ['invoice.returnUrl', 'invoice.supportUrl', 'invoice.logoUrl'],
    );
    assert.equal(invoice.interventionType, 'OVERPAY');
    assert.equal(invoice.fiatAmount, '1');
    assert.equal(invoice.lowerBound, '1');
    for (const secret of [
      'id',
      'fee',
      'externalId',
      'autoconversion',
      'subscriptionEnabled',
      'fiatAvailable',
    ])
      assert.equal(secret in invoice, false);
  });

  it('deposits', () => {
    const deposits = [parseJson(DEPOSIT), {}, {amount: null, unknown: 1}];
    assert.deepEqual(parseInvoice({state: 'PAID', deposits}).deposits, [
      {
        id: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
        amount: '0.01',
        currency: 'ETH',
        transactionHash: '0x10c2eba81f0acc458a5c02c40ef709ede784240f0f5701e5cbb4454e30c7f3a1',
        createdDate: '2023-04-03T13:34:57.783Z',
      },
      {},
      {},
    ]);
  });

  for (const fiatAmount of ['{}', '{"EUR":0.919371150133309,"USD":1.0}'])
    it(`the object ${fiatAmount} of some events in place of fiatAmount`, () => {
      const invoice = parseInvoice(parseJson(`{"state":"PAID","fiatAmount":${fiatAmount}}`));
      assert.deepEqual(invoice, {state: 'PAID', problems: []});
    });
});

describe('a field', () => {
  it('may be absent, undefined, null or an empty text', () => {
    for (const nothing of [undefined, null, '']) {
      const source = Object.fromEntries([...VITAL, ...OPTIONAL].map((field) => [field, nothing]));
      assert.deepEqual(parseInvoice({...source, state: 'PAID'}), {state: 'PAID', problems: []});
    }
  });

  it('may be one that nobody knows, with a state, type and currency that nobody knows', () => {
    const known = {state: 'REFUNDED', type: 'SPLIT', currency: 'SOL'};
    assert.deepEqual(parseInvoice({...known, tip: 5, nested: {state: 1}}), {...known, problems: []});
  });

  for (const amount of ['amount', 'lowerBound', 'totalDebitAmount', 'fiatAmount'] as const)
    it(`${amount} is a number or a text, trailing zeros kept`, () => {
      const read = (value: unknown) => parseInvoice({state: 'PAID', [amount]: value})[amount];
      assert.equal(read(0.001), '0.001');
      assert.equal(read('10.00'), '10.00');
      assert.equal(read('1e-7'), '0.0000001');
      assert.equal(read(1e-7), '0.0000001');
      assert.equal(
        read('1234567890123456789012.123456789012345678'),
        '1234567890123456789012.123456789012345678',
      );
    });

  it('with a text may come as a number', () =>
    assert.equal(parseInvoice({state: 'PAID', description: 42}).description, '42'));

  for (const key of VITAL)
    it(`${key} that cannot be used refuses the whole answer and is named`, () => {
      for (const value of [{}, [], true, NaN].filter(
        (it) => typeof it !== 'number' || !/key|type|curr/i.test(key),
      ))
        assert.throws(() => parseInvoice({state: 'PAID', [key]: value}), named(`invoice.${key}`));
    });

  for (const amount of ['amount', 'lowerBound', 'totalDebitAmount'])
    for (const value of [-1, '-0.000001', 'ten', '1,5', '0x10', ' 1', 'NaN', NaN, Infinity, '1'.repeat(200)])
      it(`${amount} ${String(value).slice(0, 20)} refuses the whole answer`, () =>
        assert.throws(() => parseInvoice({state: 'PAID', [amount]: value}), named(`invoice.${amount}`)));

  for (const address of ['two words', 'bc1\u200bq', 'bc1q\u202e', 'bс1q', 'a\n', 42, 'x'.repeat(201)])
    it(`invoiceAddress ${JSON.stringify(address).slice(0, 20)} refuses the whole answer`, () =>
      assert.throws(
        () => parseInvoice({state: 'PAID', invoiceAddress: address}),
        named('invoice.invoiceAddress'),
      ));

  for (const [key, value] of [
    ['expiration', 'soon'],
    ['expiration', 1661431648],
    ['createdDate', '2022-02-30T00:00:00'],
    ['lastFiatUpdated', {}],
    ['serverTime', true],
    ['fiatAmount', -1],
    ['description', {}],
    ['interventionType', []],
    ['isInterventionResolved', 'yes'],
    ['returnUrl', 'javascript:alert(1)'],
    ['supportUrl', '//support.example'],
    ['logoUrl', 'data:image/svg+xml,<svg onload="alert(1)">'],
    ['deposits', {}],
  ] as const)
    it(`${key} ${JSON.stringify(value)} is left out and listed`, () => {
      const {problems, ...invoice} = parseInvoice({state: 'PAID', amount: '1', [key]: value});
      assert.deepEqual(invoice, {state: 'PAID', amount: '1'});
      assert.equal(problems.length, 1);
      named(`invoice.${key}`)(problems[0]);
    });

  it('of a deposit is named with its place', () => {
    for (const [deposits, field] of [
      [[{amount: '1'}, {amount: 'x'}], 'invoice.deposits[1].amount'],
      [[{createdDate: 'x'}], 'invoice.deposits[0].createdDate'],
      [[null], 'invoice.deposits[0]'],
    ] as const)
      named(field)(parseInvoice({state: 'PAID', deposits}).problems[0]);
  });

  for (const key of ['amount', 'lowerBound', 'totalDebitAmount'] as const)
    it(`${key} that may have lost digits on the wire is not read but listed`, () => {
      for (const number of [0.1 + 0.2, 1234567890123456, 12345678901234567890, 1e300]) {
        const invoice = parseInvoice({state: 'PENDING_PAYMENT', [key]: number});
        assert.equal(invoice[key], undefined);
        named(`invoice.${key}`)(invoice.problems[0]);
      }
    });
});

describe('what is no invoice', () => {
  it('has a status, as the tables of the documents call it, in place of a state', () =>
    assert.throws(() => parseInvoice({status: 'PAID', amount: '1'}), named('invoice.state')));

  for (const value of [undefined, null, true, 0, '', 'PAID', [], [{state: 'PAID'}], () => ({state: 'PAID'})])
    it(`${JSON.stringify(value)} is named as a whole`, () =>
      assert.throws(() => parseInvoice(value), named('invoice')));

  for (const state of [undefined, null, '', ' ', '\u202e', 0, 7, true, {}, ['PAID']])
    it(`the state ${JSON.stringify(state)} is named`, () =>
      assert.throws(() => parseInvoice({state, amount: 'x'}), named('invoice.state')));
});

describe('serializeInvoice', () => {
  it('writes what a payer’s page may know and no other field', () => {
    const invoice = parseInvoice({...(parseJson(REFERENCE) as object), key: 'K', secret: 'S'});
    const wire = serializeInvoice({...invoice, fee: '1', account: '0x1'} as typeof invoice);
    assert.deepEqual(
      Object.keys(wire).filter((key) => key !== 'state' && ![...VITAL, ...OPTIONAL].includes(key)),
      [],
    );
    assert.equal(wire['amount'], '1');
  });
});
