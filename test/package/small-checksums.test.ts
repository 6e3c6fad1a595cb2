import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {sha256 as librarySha256} from '@noble/hashes/sha2.js';
import {keccak_256 as libraryKeccak} from '@noble/hashes/sha3.js';
import * as library from '@scure/base';
import fc from 'fast-check';
import * as small from '../../build/checksums/base.js';
import {keccak_256} from '../../build/checksums/keccak.js';
import {sha256} from '../../build/checksums/sha256.js';

const hex = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('hex');

for (const [name, ours, theirs] of [
  ['sha256', sha256, librarySha256],
  ['keccak_256', keccak_256, libraryKeccak],
] as const)
  describe(`small ${name}`, () => {
    it('is that of the library, of every length up to three blocks', () => {
      for (let length = 0; length <= 420; length++) {
        const message = Uint8Array.from({length}, (_, i) => i * 37 + length);
        assert.equal(hex(ours(message)), hex(theirs(message)), `${length} bytes`);
      }
    });

    it('is that of the library, of any bytes', () =>
      fc.assert(
        fc.property(fc.uint8Array({maxLength: 64}), (message) => hex(ours(message)) === hex(theirs(message))),
      ));
  });

/** A text with a few letters replaced, taken away, added or in the other case: most have a wrong checksum, and some are none. */
const mangled = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(
      text,
      fc.array(fc.tuple(fc.nat(100), fc.nat(2), fc.string({maxLength: 2, unit: 'grapheme'})), {maxLength: 3}),
    )
    .chain(([good, edits]) => {
      let changed = good;
      for (const [at, gone, added] of edits)
        changed = changed.slice(0, at % good.length) + added + changed.slice((at % good.length) + gone);
      return fc.constantFrom(changed, changed.toUpperCase(), good, good.toUpperCase());
    });

/** What came of it; one answer for all errors. */
function result<T>(of: () => T): T | 'refused' {
  try {
    return of();
  } catch {
    return 'refused';
  }
}

describe('small base58check', () => {
  const ours = small.createBase58check(sha256);
  const theirs = library.createBase58check(librarySha256);
  const decoded = (text: string) => [ours, theirs].map((code) => result(() => hex(code.decode(text))));

  it('takes what the library takes, and reads the same', () => {
    const address = fc.uint8Array({maxLength: 40}).map((payload) => theirs.encode(payload));
    fc.assert(
      fc.property(mangled(address), (text) => {
        const [mine, its] = decoded(text);
        assert.equal(mine, its);
      }),
      {numRuns: 3000},
    );
  });

  for (const text of ['', '1', '1111', '11111', '0', 'Wh4bh', '3QJmnh', '2g', 'ı', ' 3QJmnh'])
    it(`agrees on "${text}"`, () => {
      const [mine, its] = decoded(text);
      assert.equal(mine, its);
    });

  it('keeps the zeros in front', () => {
    const payload = Uint8Array.from([0, 0, 0, 7, 0]);
    assert.deepEqual(ours.decode(theirs.encode(payload)), payload);
  });

  it('refuses at once what is far too long', () => {
    assert.throws(() => ours.decode('2'.repeat(1e6)), /too long/);
  });
});

for (const name of ['bech32', 'bech32m'] as const)
  describe(`small ${name}`, () => {
    const [ours, theirs] = [small[name], library[name]];
    const read = (code: typeof ours | typeof theirs, text: string) => {
      const decoded = code.decodeUnsafe(text, 90);
      return decoded && {prefix: decoded.prefix, words: [...decoded.words]};
    };

    it('takes what the library takes, and reads the same', () => {
      const address = fc
        .tuple(fc.constantFrom('bc', 'ltc', 'tb', '1', '~!'), fc.array(fc.nat(31), {maxLength: 70}))
        .map(([prefix, words]) => theirs.encode(prefix, words));
      fc.assert(
        fc.property(mangled(address), (text) => {
          assert.deepEqual(read(ours, text), read(theirs, text));
        }),
        {numRuns: 3000},
      );
    });

    it('makes the same bytes of words, or none', () =>
      fc.assert(
        fc.property(fc.array(fc.nat(31), {maxLength: 70}), (words) => {
          assert.equal(hex(ours.fromWordsUnsafe(words)), hex(theirs.fromWordsUnsafe(words) ?? undefined));
        }),
        {numRuns: 3000},
      ));

    it('refuses letters that become Latin ones in small letters', () => {
      const text = theirs.encode('bc', [22, 22, 22, 22, 22, 22]).toUpperCase().replace(/K/g, '\u212a');
      assert.ok(text.includes('\u212a'));
      assert.equal(ours.decodeUnsafe(text, 90), undefined);
    });
  });
