import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {BUDGETS, scriptSizes} from '../../bench/sizes.js';

describe('what a page fetches weighs no more than it may', () => {
  const sizes = scriptSizes();
  for (const {what, files, encoding, limit} of BUDGETS)
    it(`${what}: ${limit} bytes, ${encoding}`, () => {
      const found = [...sizes].filter(([name]) => files.test(name));
      assert.ok(found.length > 0, 'there is no such file');
      for (const [name, size] of found)
        assert.ok(size[encoding] <= limit, `${name} weighs ${size[encoding]} bytes`);
    });
});
