import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative, sep} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {LAYERS} from '../support/layers.mjs';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const files = readdirSync(src, {recursive: true, encoding: 'utf8'}).filter((file) =>
  /(?<!\.d)\.ts$/.test(file),
);
const IMPORT =
  /^(?:import|export)\b(?<words>[^'";]*?)\bfrom '(?<from>[^']+)'|\bimport\(?\s*'(?<bare>[^']+)'/gm;

/** `element/templates/card.ts` is of the part "element", `index.ts` of the part "index". */
const partOf = (file: string) => file.split(sep)[0]?.replace(/\.[jt]s$/, '') ?? '';

const importsOf = (file: string) =>
  [...readFileSync(join(src, file), 'utf8').matchAll(IMPORT)].map(({groups: {words, from, bare} = {}}) => {
    const specifier = from ?? bare ?? '';
    const target = specifier.startsWith('.') && partOf(relative(src, join(src, dirname(file), specifier)));
    return {specifier, target, onlyTypes: /^\s*type\b|^\s*\{(\s*type\s[^,]+,?)+\s*\}\s*$/.test(words ?? '')};
  });

describe('imports', () => {
  it('are found', () => assert.ok(files.flatMap(importsOf).length > 50));

  for (const file of files)
    it(`of ${file} go the one way`, () => {
      const part = partOf(file);
      const rule = LAYERS[part];
      assert.ok(rule, `${part} has no place in test/support/layers.mjs`);
      for (const {specifier, target, onlyTypes} of importsOf(file)) {
        const name = target || /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] || '';
        const types = onlyTypes ? (rule.types ?? []) : [];
        const may = [...types, ...(target ? [part, ...rule.parts] : (rule.packages ?? [name]))];
        assert.ok(may.includes(name), `${part} may not import ${specifier}`);
      }
    });
});
