import assert from 'node:assert/strict';
import {it} from 'node:test';
import {filesOf, selectSuites} from '../support/suites.mjs';

it('every file of tests is in a suite that npm test runs', () => {
  const run = new Set(selectSuites([]).flatMap(filesOf));
  const all = filesOf({name: 'all', folders: ['.'], command: []});
  assert.ok(all.length > 100);
  assert.deepEqual(
    all.filter((file) => !run.has(file)),
    [],
  );
});
