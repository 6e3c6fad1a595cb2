import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {CATALOGUE} from '../faults/catalogue.js';
import type {FaultGroup, FaultLayer} from '../faults/fault.js';

/** Where the drivers of a layer are. */
const DRIVERS: Record<Exclude<FaultLayer, 'page'>, RegExp> = {
  element: /^element\/faults\/drivers\//,
  network: /^e2e\//,
  proxy: /^proxy\//,
};

const COUNTS: Record<FaultGroup, number> = {
  network: 18,
  http: 14,
  payload: 16,
  ordering: 8,
  push: 14,
  browser: 12,
  clock: 6,
  instances: 8,
};

const files = readdirSync('test', {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.ts'));
const sourceOf = (layer: keyof typeof DRIVERS) =>
  files
    .filter((file) => DRIVERS[layer].test(file))
    .map((file) => readFileSync(join('test', file), 'utf8'))
    .join('\n');
const sources = {
  element: sourceOf('element'),
  network: sourceOf('network'),
  proxy: sourceOf('proxy'),
};

/** As a string, as the beginning of a title, or as a key that needs no quotes. */
const names = (source: string, id: string): boolean =>
  new RegExp(`['"\`]${id}['"\`:]|^ +${id}: `, 'm').test(source);

describe('the catalogue of faults', () => {
  it('has the 96 of the issue, each once', () => {
    for (const [name, count] of Object.entries(COUNTS))
      assert.equal(CATALOGUE.filter(({group}) => group === name).length, count, name);
    assert.equal(new Set(CATALOGUE.map(({id}) => id)).size, 96);
  });

  for (const {id, name, where, test} of CATALOGUE)
    it(`${name} (${id}) is driven: ${where.join(', ')}`, () => {
      assert.ok(where.length, 'nowhere');
      assert.equal(where.includes('page'), !!test, 'a page of its own has a test of its own');
      for (const layer of where)
        if (layer !== 'page') assert.ok(names(sources[layer], id), `no driver of "${layer}" names it`);
      if (test)
        assert.ok(readFileSync(test.file, 'utf8').includes(test.title), `${test.file} has no such test`);
    });
});
