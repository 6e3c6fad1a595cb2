import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {isEnough} from '../../src/core/underpay.js';

describe('isEnough', () => {
  for (const [amount, paid, enough] of [
    // Calypso's own examples (How to create an Invoice via API, "Underpay handling").
    ['10.234', '10.23', true],
    ['10.234', '10.00', false],
    // 10.234 × 0.995 = 10.18283, to the digit.
    ['10.234', '10.18283', true],
    ['10.234', '10.182829', false],
    ['10.234', '10.182829999999999999', false],
    ['10.234', '10.234', true],
    ['10.234', '20.468', true],
    ['10.234', '0', false],
    ['0.000000000000000001', '0', false],
    ['0.000000000000000001', '0.000000000000000001', true],
    ['1', '0.995', true],
    ['1', '0.9949999999999999999', false],
    ['9007199254740993', '8962163258467287', false],
    ['9007199254740993', '8962163258467288.035', true],
  ] as const)
    it(`${paid} of ${amount}: ${enough ? 'enough' : 'not enough'}`, () =>
      assert.equal(isEnough(paid, amount), enough));

  it('has its threshold at exactly 995 of 1000', () =>
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 30n), fc.integer({min: 0, max: 18}), (amount, scale) => {
        const threshold = (amount * 995n + 999n) / 1000n;
        const decimal = (units: bigint) => {
          const digits = String(units).padStart(scale + 1, '0');
          return scale ? `${digits.slice(0, -scale)}.${digits.slice(-scale)}` : digits;
        };
        assert.equal(isEnough(decimal(threshold), decimal(amount)), true);
        assert.equal(isEnough(decimal(threshold - 1n), decimal(amount)), false);
      }),
      {numRuns: 2000},
    ));
});
