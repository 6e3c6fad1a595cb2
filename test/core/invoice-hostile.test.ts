import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {InvoiceFormatError} from '../../src/core/invoice-format-error.js';
import {parseInvoice, serializeInvoice} from '../../src/core/invoice-json.js';
import type {Invoice} from '../../src/core/invoice.js';
import {parseJson, stringifyJson} from '../../src/core/json.js';
import {numerals} from './decimal-numerals.js';

describe('hostile input', () => {
  it('__proto__ and its kin are data', () => {
    for (const text of [
      '{"state":"PAID","__proto__":{"amount":"5","type":"SINGLE"},"constructor":{"prototype":{"amount":"5"}}}',
      '{"state":"PAID","deposits":null,"__proto__":null,"toString":1,"hasOwnProperty":1}',
    ]) {
      const invoice = parseInvoice(parseJson(text));
      assert.deepEqual(invoice, {state: 'PAID', problems: []});
      assert.equal(Object.getPrototypeOf(invoice), Object.prototype);
      assert.equal('amount' in {}, false);
    }
    assert.throws(() => parseInvoice(parseJson('{"__proto__":{"state":"PAID"}}')), InvoiceFormatError);
    assert.equal(parseInvoice({state: '__proto__', currency: 'constructor'}).state, '__proto__');
  });

  it('fields of a prototype are not read', () => {
    const value = Object.assign(Object.create({amount: '5'}) as object, {state: 'PAID'});
    assert.deepEqual(parseInvoice(value), {state: 'PAID', problems: []});
  });

  for (const [came, shown] of [
    ['Tea\u202eeeffoc', 'Tea eeffoc'],
    ['\u2066Tea\u2069', 'Tea'],
    ['Te\ud800a', 'Te a'],
    ['Te\u200ba\ufeff', 'Te a'],
    ['Tea\u0000\u001b[31m', 'Tea [31m'],
    ['line\r\nline', 'line line'],
    ['\ud83c\udf75 <b>Tea</b> & שָׁלוֹם 茶', '\ud83c\udf75 <b>Tea</b> & שָׁלוֹם 茶'],
    ['x'.repeat(5000), 'x'.repeat(1000)],
    [`${'x'.repeat(999)}\ud83c\udf75`, 'x'.repeat(999)],
  ] as const)
    it(`the text ${JSON.stringify(came).slice(0, 30)} hides nothing`, () =>
      assert.equal(parseInvoice({state: 'PAID', description: came}).description, shown));

  it('the words of an error are short, whatever came', () => {
    for (const value of ['x'.repeat(1e6), ['x'.repeat(1e6)], {toString: () => 'x'.repeat(1e6)}, Symbol('x')])
      assert.throws(
        () => parseInvoice({state: 'PAID', amount: value}),
        ({message}: Error) => message.length < 120 && message.startsWith('invoice.amount: '),
      );
  });
});

describe('any value', () => {
  const text = fc.oneof(fc.string({unit: 'binary'}), fc.constantFrom('', ' ', '\u202e', '__proto__'));
  const instant = fc.date({noInvalidDate: true}).map((date) => date.toISOString());
  const value = fc.oneof(
    ...[
      text,
      numerals,
      instant,
      fc.webUrl(),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.jsonValue({maxDepth: 2}),
    ],
  );
  const deposit = fc.record({amount: value, id: value, createdDate: value}, {requiredKeys: []});
  const keys = [
    ...['idempotencyKey', 'type', 'amount', 'currency', 'invoiceAddress', 'totalDebitAmount', 'lowerBound'],
    ...['createdDate', 'expiration', 'description', 'fiatAmount', 'returnUrl', 'logoUrl', 'lastDepositHash'],
    ...['isInterventionResolved', 'interventionType', 'serverTime', 'eventsUrl', '__proto__', 'unknown'],
  ];
  /** Objects that look like an invoice: known fields, and anything at all in them. */
  const lookAlikes = fc
    .tuple(
      fc.oneof({arbitrary: fc.constant('PAID'), weight: 9}, value),
      fc.dictionary(fc.constantFrom(...keys), value, {maxKeys: 5}),
      fc.option(fc.oneof(value, fc.array(fc.oneof(deposit, value), {maxLength: 3}))),
    )
    .map(([state, fields, deposits]) => ({...fields, state, deposits}));

  function parse(value: unknown): Invoice | undefined {
    try {
      return parseInvoice(value);
    } catch (error) {
      assert.ok(error instanceof InvoiceFormatError, String(error));
      assert.match(error.message, /^invoice(\.\w+)?: expected /);
      return undefined;
    }
  }

  it('is an invoice or ends in an InvoiceFormatError', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => void parse(value)),
      {numRuns: 2000},
    );
    fc.assert(
      fc.property(fc.anything(), (value) => void parse(value)),
      {numRuns: 2000},
    );
    fc.assert(fc.property(fc.anything(), (amount) => void parse({state: 'PAID', amount, returnUrl: amount})));
    let invoices = 0;
    fc.assert(
      fc.property(lookAlikes, (value) => void (invoices += parse(value) ? 1 : 0)),
      {numRuns: 2000},
    );
    assert.ok(invoices > 300, `only ${invoices} of 2000 were invoices`);
  });

  it('has amounts and addresses that can be shown as they are', () =>
    fc.assert(
      fc.property(lookAlikes, (value) => {
        const {amount, lowerBound, totalDebitAmount, fiatAmount, invoiceAddress, state} = parse(value) ?? {};
        for (const sum of [amount, lowerBound, totalDebitAmount, fiatAmount])
          if (sum !== undefined) assert.match(sum, /^(0|[1-9]\d*)(\.\d+)?$/);
        if (invoiceAddress !== undefined) assert.match(invoiceAddress, /^[!-~]+$/);
        if (state !== undefined) assert.match(state, /\S/);
      }),
      {numRuns: 2000},
    ));

  /** From our proxy, from one that sends JSON numbers, and read by another element. */
  const WIRES: [(value: unknown) => string, (text: string) => unknown][] = [
    [JSON.stringify, parseJson],
    [(value) => stringifyJson(value) ?? '', parseJson],
    [JSON.stringify, JSON.parse],
  ];

  it('comes out of the wire as it went in', () =>
    fc.assert(
      fc.property(lookAlikes, (value) => {
        const invoice = parse(value);
        if (!invoice) return;
        for (const [write, read] of WIRES)
          assert.deepEqual(
            {...parse(read(write(serializeInvoice(invoice)))), problems: invoice.problems},
            invoice,
          );
      }),
      {numRuns: 2000},
    ));
});
