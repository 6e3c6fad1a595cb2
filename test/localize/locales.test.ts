import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {readFile} from 'node:fs/promises';
import {brotliCompressSync} from 'node:zlib';
import {transform} from 'esbuild';
import {loaders} from '../../src/localize/loaders.js';
import {en} from '../../src/locales/en.js';
import type {Messages} from '../../src/locales/messages.js';

/** All texts of a table by their path: functions with values that can be found again. */
function flatten(texts: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([name, text]: [string, unknown]) =>
      typeof text === 'function'
        ? [[`${path}${name}`, String(text('\u00ab1\u00bb', '\u00ab2\u00bb'))] as const]
        : typeof text === 'object' && text
          ? [...flatten(text, `${path}${name}.`)]
          : [[`${path}${name}`, String(text)] as const],
    ),
  );
}

const values = (text: string): string[] => (text.match(/\u00ab\d\u00bb/g) ?? []).sort();

describe('locales', () => {
  it('are the files that there are', () => {
    const files = readdirSync('src/locales').map((file) => file.replace('.ts', ''));
    const tables = files.filter((name) => name !== 'messages' && name !== 'en');
    assert.deepEqual(Object.keys(loaders).sort(), tables.sort());
  });

  for (const [tag, load] of Object.entries(loaders))
    describe(tag, () => {
      const table = async (): Promise<Messages> => (await load()).messages;

      it('has every text of English, and no other', async () =>
        assert.deepEqual([...flatten(await table()).keys()], [...flatten(en).keys()]));

      it('puts in every value that English does', async () => {
        const english = flatten(en);
        for (const [name, text] of flatten(await table()))
          assert.deepEqual(values(text), values(english.get(name) ?? ''), name);
      });

      it('leaves no text empty or in English', async () => {
        const english = flatten(en);
        const same = [];
        for (const [name, text] of flatten(await table())) {
          assert.ok(text.trim(), name);
          assert.equal(text, text.trim(), name);
          if (text === english.get(name) && name !== 'direction') same.push(name);
        }
        assert.ok(same.length <= 2, `as in English: ${same.join()}`);
      });

      it('is written in its own direction, without control characters', async () => {
        const {direction} = await table();
        assert.equal(direction, ['ar', 'he', 'fa'].includes(tag) ? 'rtl' : 'ltr');
        for (const [name, text] of flatten(await table()))
          assert.doesNotMatch(text, /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u, name);
      });

      it('says every time in a sentence of its own', async () => {
        const {timeLeftAnnounced, usuallyWithin} = await table();
        for (const say of [timeLeftAnnounced, usuallyWithin])
          for (const value of [1, 2, 3, 5, 30]) {
            const time = new Intl.NumberFormat(tag, {style: 'unit', unit: 'minute', unitDisplay: 'long'});
            assert.ok(say(time.format(value)).includes(time.format(value)));
          }
      });

      it('is at most 2 KB on the wire, brotli', async () => {
        const source = await readFile(`src/locales/${tag}.ts`, 'utf8');
        const {code} = await transform(source, {loader: 'ts', minify: true, charset: 'utf8'});
        const {length} = brotliCompressSync(code);
        assert.ok(length <= 2000, `${length} B`);
      });
    });
});
