import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {INVOICE_STATES} from '../../src/core/invoice.js';
import {paymentStatus, readPaymentStatus, returnUrl} from '../../src/core/return-url.js';

// How to create an Invoice via API, "returnUrl Redirect Status Handling".
const STATUS = {COMPLETED: 'SUCCESS', DECLINED: 'FAILED', ARCHIVED: 'FAILED'} as Record<
  string,
  'SUCCESS' | 'FAILED'
>;
const STATES = [...INVOICE_STATES, 'REFUNDED', '__proto__', 'completed'];

describe('paymentStatus', () => {
  for (const state of STATES)
    it(`of ${state} is ${Object.hasOwn(STATUS, state) ? STATUS[state] : 'none'}`, () =>
      assert.equal(paymentStatus(state), Object.hasOwn(STATUS, state) ? STATUS[state] : null));
});

describe('returnUrl', () => {
  const COMPLETED = 'https://merchant.com/checkout?paymentStatus=SUCCESS';
  for (const [base, state, url] of [
    // Calypso's own examples.
    ['https://merchant.com/checkout', 'COMPLETED', COMPLETED],
    ['https://merchant.com/checkout', 'DECLINED', 'https://merchant.com/checkout?paymentStatus=FAILED'],
    ['https://merchant.com/checkout', 'ARCHIVED', 'https://merchant.com/checkout?paymentStatus=FAILED'],
    ['https://merchant.com/checkout', 'PENDING_PAYMENT', 'https://merchant.com/checkout'],
    ['https://merchant.com/checkout', 'PAID', 'https://merchant.com/checkout'],
    // Query and fragment stay.
    ['https://a.example/?b=1&c#d', 'COMPLETED', 'https://a.example/?b=1&c=&paymentStatus=SUCCESS#d'],
    ['https://a.example/?b=1&c#d', 'PAID', 'https://a.example/?b=1&c#d'],
    ['https://a.example/#/spa?x=1', 'DECLINED', 'https://a.example/?paymentStatus=FAILED#/spa?x=1'],
    ['http://localhost:8080/r?q=%C3%A9', 'ARCHIVED', 'http://localhost:8080/r?q=%C3%A9&paymentStatus=FAILED'],
    // One that was there does not win.
    ['https://a.example/?paymentStatus=SUCCESS', 'ARCHIVED', 'https://a.example/?paymentStatus=FAILED'],
    ['https://a.example/?paymentStatus=SUCCESS&b=1', 'PAID', 'https://a.example/?b=1'],
    ['https://a.example/?paymentStatus=SUCCESS#d', 'PENDING_PAYMENT', 'https://a.example/#d'],
    [
      `${COMPLETED}&b=1&paymentStatus=SUCCESS`,
      'DECLINED',
      'https://merchant.com/checkout?paymentStatus=FAILED&b=1',
    ],
    ['https://a.example/?paymentStatus=a&paymentStatus=b', 'PAID', 'https://a.example/'],
    ['https://a.example/?payment%53tatus=SUCCESS', 'PAID', 'https://a.example/'],
    // Another name, another case: not ours.
    ['https://a.example/?paymentstatus=x', 'PAID', 'https://a.example/?paymentstatus=x'],
    ['javascript:alert(1)', 'COMPLETED', undefined],
    ['/checkout', 'COMPLETED', undefined],
    ['', 'COMPLETED', undefined],
  ] as const)
    it(`${base} at ${state}`, () => assert.equal(returnUrl(base, state), url));

  it('tells the return page the status and nothing else, whatever was in the URL', () =>
    fc.assert(
      fc.property(
        fc.webUrl({withQueryParameters: true, withFragments: true}),
        fc.array(fc.constantFrom('SUCCESS', 'FAILED', '', 'x')),
        fc.constantFrom(...STATES),
        (address, forged, state) => {
          const url = new URL(address);
          const before = [...url.searchParams];
          for (const value of forged) url.searchParams.append('paymentStatus', value);
          const result = new URL(returnUrl(url.href, state) ?? assert.fail());
          assert.equal(readPaymentStatus(result), paymentStatus(state));
          assert.equal(result.searchParams.getAll('paymentStatus').length, paymentStatus(state) ? 1 : 0);
          result.searchParams.delete('paymentStatus');
          assert.deepEqual([...result.searchParams], before);
          assert.deepEqual(
            [result.origin, result.pathname, result.hash],
            [url.origin, url.pathname, url.hash],
          );
        },
      ),
      {numRuns: 1000},
    ));
});

describe('readPaymentStatus', () => {
  for (const [url, status] of [
    ['https://a.example/?paymentStatus=SUCCESS', 'SUCCESS'],
    ['https://a.example/?b=1&paymentStatus=FAILED#d', 'FAILED'],
    ['https://a.example/', null],
    ['https://a.example/?paymentStatus=', null],
    ['https://a.example/?paymentStatus=success', null],
    ['https://a.example/?paymentStatus=PENDING', null],
    ['https://a.example/?paymentStatus=SUCCESS%20', null],
    ['https://a.example/?PaymentStatus=SUCCESS', null],
    ['https://a.example/#paymentStatus=SUCCESS', null],
    ['https://a.example/?paymentStatus=FAILED&paymentStatus=SUCCESS', null],
    ['https://a.example/?paymentStatus=SUCCESS&paymentStatus=', null],
    ['https://a.example/?paymentStatus=SUCCESS&paymentStatus=SUCCESS', 'SUCCESS'],
    ['?paymentStatus=SUCCESS', null],
    ['', null],
  ] as const)
    it(`${url || 'an empty text'}: ${status}`, () => assert.equal(readPaymentStatus(url), status));

  it('takes a URL or a location', () => {
    const href = 'https://a.example/?paymentStatus=FAILED';
    assert.equal(readPaymentStatus(new URL(href)), 'FAILED');
    assert.equal(readPaymentStatus({href}), 'FAILED');
  });
});
