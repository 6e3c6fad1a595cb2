import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  invoiceView,
  VIEW_KINDS,
  type AddressFault,
  type AwaitingView,
  type InterventionView,
} from '../../src/core/invoice-view.js';
import {formatDuration} from '../../src/core/instant.js';
import {parseInvoice} from '../../src/core/invoice-json.js';
import {INVOICE_STATES, INVOICE_TYPES, type Invoice} from '../../src/core/invoice.js';
import {parseJson} from '../../src/core/json.js';
import {SINGLE} from './calypso-samples.js';

const EXPIRATION = '2022-08-25T12:47:28.5';
const END = Date.UTC(2022, 7, 25, 12, 47, 28, 500);
const FAULTS = ['checking', 'checksum', 'changed'] as const satisfies AddressFault[];

const invoiceOf = (fields: Partial<Invoice>): Invoice =>
  parseInvoice({
    state: 'PENDING_PAYMENT',
    type: 'SINGLE',
    amount: '10.234',
    currency: 'USDT_TRX',
    invoiceAddress: 'TEoZ53apYcxrJspfCCb7PGh5CJKMiRrAMX',
    totalDebitAmount: '0',
    expiration: EXPIRATION,
    ...fields,
  });

function awaiting(fields: Partial<Invoice>, now = END - 1, fault?: AddressFault): AwaitingView {
  const view = invoiceView(invoiceOf(fields), now, fault);
  assert.ok(view.kind === 'awaiting', `${view.kind} is not awaiting`);
  return view;
}

function intervention(fields: Partial<Invoice>): InterventionView {
  const view = invoiceView(invoiceOf({...fields, state: 'PENDING_INTERVENTION'}), END);
  assert.ok(view.kind === 'intervention');
  return view;
}

describe('the kind of view', () => {
  const kinds = {
    PENDING_PAYMENT: 'awaiting',
    MEM_POOL_FOUND: 'detected',
    PENDING_COMPLIANCE_CHECK: 'compliance',
    PENDING_INTERVENTION: 'intervention',
    PAID: 'paid',
    COMPLETED: 'completed',
    DECLINED: 'declined',
    ARCHIVED: 'archived',
    REFUNDED: 'unknown',
    constructor: 'unknown',
    pending_payment: 'unknown',
  };
  for (const [state, kind] of [...Object.entries(kinds), ['__proto__', 'unknown'] as const])
    for (const type of [...INVOICE_TYPES, 'SPLIT', undefined])
      it(`of ${state} ${type ?? 'without type'} is ${kind}`, () => {
        const invoice = invoiceOf({state, type: type ?? ''});
        const view = invoiceView(invoice, END - 1);
        assert.equal(view.kind, kind);
        assert.ok('invoice' in view && view.invoice === invoice);
      });

  it('is loading before anything was read', () =>
    assert.deepEqual(invoiceView(null, END), {kind: 'loading'}));

  it('is the same after the expiration for every state but PENDING_PAYMENT', () => {
    for (const state of [...INVOICE_STATES, 'REFUNDED'].filter((it) => it !== 'PENDING_PAYMENT'))
      assert.deepEqual(invoiceView(invoiceOf({state}), END + 1e9), invoiceView(invoiceOf({state}), 0));
  });
});

describe('expiration', () => {
  for (const type of ['SINGLE', 'SINGLE_FIAT', 'BOUND', 'SPLIT'])
    it(`of ${type} is over at the instant itself, not before`, () => {
      assert.equal(awaiting({type}, END - 0.001).expiresAt, END);
      assert.equal(invoiceView(invoiceOf({type}), END).kind, 'expired');
      assert.equal(invoiceView(invoiceOf({type}), END + 1).kind, 'expired');
    });

  for (const type of ['UNLIMITED', 'UNLIMITED_LINKED'])
    it(`of ${type} never comes`, () => assert.equal(awaiting({type}, END + 1e12).expiresAt, undefined));

  for (const expiration of [undefined, '', 'soon', '2022-02-30T00:00:00'])
    it(`${expiration ?? 'that is absent'} never comes`, () => {
      for (const now of [0, END, 8.64e15])
        assert.equal(awaiting({expiration: expiration ?? ''}, now).expiresAt, undefined);
      // From a page that hands over its own object, unread by parseInvoice.
      const invoice = {state: 'PENDING_PAYMENT', problems: [], ...(expiration !== undefined && {expiration})};
      assert.equal(invoiceView(invoice, 8.64e15).kind, 'awaiting');
    });
});

it("the month of Calypso's own sample is counted down, though its documents allow a day", () => {
  const created = Date.UTC(2022, 7, 25, 12, 47, 28, 200.475);
  const view = invoiceView(parseInvoice(parseJson(SINGLE)), created);
  assert.ok(view.kind === 'awaiting' && view.expiresAt);
  assert.equal(formatDuration(view.expiresAt - created), '720:00:00');
});

describe('what is due', () => {
  const anything = {kind: 'any'};
  for (const [title, fields, due] of [
    ['SINGLE', {}, {kind: 'exactly', amount: '10.234'}],
    ['SINGLE_FIAT', {type: 'SINGLE_FIAT'}, {kind: 'exactly', amount: '10.234'}],
    ['a type of tomorrow', {type: 'SPLIT'}, {kind: 'exactly', amount: '10.234'}],
    ['trailing zeros', {amount: '10.00'}, {kind: 'exactly', amount: '10.00'}],
    ['BOUND', {type: 'BOUND', lowerBound: '5.5'}, {kind: 'at-least', amount: '5.5'}],
    ['BOUND without a bound', {type: 'BOUND'}, anything],
    ['UNLIMITED', {type: 'UNLIMITED'}, anything],
    ['UNLIMITED_LINKED', {type: 'UNLIMITED_LINKED'}, anything],
  ] as const)
    it(`of ${title}`, () => assert.deepEqual(awaiting(fields).due, due));

  it('is unreadable, without an address, where digits may be lost', () => {
    for (const fields of [{amount: 0.1 + 0.2}, {type: 'BOUND', lowerBound: 12345678901234567890}]) {
      const view = awaiting(fields as object);
      assert.deepEqual(view.due, {kind: 'unreadable'});
      assert.equal(view.address, undefined);
    }
  });

  it('of an unlimited invoice stays readable', () =>
    assert.ok(awaiting({type: 'UNLIMITED', amount: (0.1 + 0.2) as never}).address));
});

describe('intervention', () => {
  for (const [fields, reason, difference] of [
    // The type says why, whatever the sums say.
    [{interventionType: 'UNDERPAY', totalDebitAmount: '10'}, 'underpaid', '0.234'],
    [{interventionType: 'OVERPAY', totalDebitAmount: '20.468'}, 'overpaid', '10.234'],
    // But no sum is "short by" what came too much, nor the other way round.
    [{interventionType: 'UNDERPAY', totalDebitAmount: '20'}, 'underpaid', undefined],
    [{interventionType: 'OVERPAY', totalDebitAmount: '0'}, 'overpaid', undefined],
    [{interventionType: 'OVERPAY', totalDebitAmount: '10.234'}, 'overpaid', undefined],
    [{interventionType: 'OTHER_CLIENT', totalDebitAmount: '10'}, 'other', '0.234'],
    [{interventionType: 'UNDERPAY', totalDebitAmount: ''}, 'underpaid', undefined],
    // Without it the exact sums do: 99.5 % of 10.234 is 10.18283.
    [{totalDebitAmount: '10.18283'}, 'other', '0.05117'],
    [{totalDebitAmount: '10.182829'}, 'underpaid', '0.051171'],
    [{totalDebitAmount: '0'}, 'underpaid', '10.234'],
    [{totalDebitAmount: '10.234'}, 'other', undefined],
    [{totalDebitAmount: '10.2340'}, 'other', undefined],
    [{totalDebitAmount: '10.234000000000000001'}, 'overpaid', '0.000000000000000001'],
    [{totalDebitAmount: ''}, 'other', undefined],
    [{amount: '', totalDebitAmount: '5'}, 'other', undefined],
  ] as const)
    it(`${JSON.stringify(fields)} is ${reason}`, () => {
      const view = intervention(fields);
      assert.equal(view.reason, reason);
      assert.equal(view.difference, difference);
      assert.equal(view.due, view.invoice.amount);
      assert.equal(view.received, view.invoice.totalDebitAmount);
    });
});

describe('the address', () => {
  it('is the one of the invoice', () =>
    assert.equal(awaiting({}).address, 'TEoZ53apYcxrJspfCCb7PGh5CJKMiRrAMX'));

  it('is absent where the invoice has none', () =>
    assert.equal('address' in awaiting({invoiceAddress: ''}), false));

  for (const fault of FAULTS)
    it(`is withheld while it is ${fault}, and the view says so`, () => {
      const view = awaiting({}, END - 1, fault);
      assert.equal('address' in view, false);
      assert.equal(view.addressFault, fault);
    });

  it('is only ever in awaiting, and never with a fault or past the end', () => {
    const states = fc.constantFrom<string>(...INVOICE_STATES, 'REFUNDED', '__proto__');
    const types = fc.constantFrom<string>(...INVOICE_TYPES, 'SPLIT', '');
    const fault = fc.option(fc.constantFrom(...FAULTS), {nil: undefined});
    const seen = new Set<string>();
    fc.assert(
      fc.property(states, types, fc.integer({min: -5, max: 5}), fault, (state, type, offset, fault) => {
        const view = invoiceView(invoiceOf({state, type}), END + offset, fault);
        seen.add(view.kind);
        assert.ok((VIEW_KINDS as readonly string[]).includes(view.kind));
        const open = state === 'PENDING_PAYMENT' && (offset < 0 || type.startsWith('UNLIMITED'));
        assert.equal('address' in view, open && !fault);
        assert.equal(JSON.stringify({...view, invoice: null}).includes('TEoZ53'), open && !fault);
      }),
      {numRuns: 3000},
    );
    assert.deepEqual([...seen].sort(), VIEW_KINDS.filter((kind) => !/loading|unavailable/.test(kind)).sort());
  });
});
