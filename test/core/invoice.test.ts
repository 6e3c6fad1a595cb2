import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {INVOICE_STATES, INVOICE_TYPES, isFinal, isUnlimited} from '../../src/core/invoice.js';

/** As Calypso's reference of enums writes them: no backslash before `_`, no letter that only looks Latin. */
const STATES = {
  PENDING_PAYMENT: 'open',
  MEM_POOL_FOUND: 'open',
  PENDING_COMPLIANCE_CHECK: 'open',
  PENDING_INTERVENTION: 'open',
  PAID: 'open',
  COMPLETED: 'final',
  DECLINED: 'final',
  ARCHIVED: 'final',
};
const TYPES = {SINGLE: 1, SINGLE_FIAT: 1, BOUND: 1, UNLIMITED: Infinity, UNLIMITED_LINKED: Infinity};

describe('the words of the wire', () => {
  it('are the states and types that Calypso documents', () => {
    assert.deepEqual([...INVOICE_STATES].sort(), Object.keys(STATES).sort());
    assert.deepEqual([...INVOICE_TYPES].sort(), Object.keys(TYPES).sort());
  });

  for (const [state, end] of [...Object.entries(STATES), ['EXPIRED', 'open'], ['paid', 'open']] as const)
    it(`${state} is ${end}`, () => assert.equal(isFinal(state), end === 'final'));

  for (const [type, payments] of [...Object.entries(TYPES), ['TOMORROW', 1]] as const)
    it(`${type} takes ${payments === 1 ? 'one payment' : 'any number of payments'}`, () =>
      assert.equal(isUnlimited(type), payments > 1));
});
