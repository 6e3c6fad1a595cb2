import {fileURLToPath} from 'node:url';
import type {Plugin} from 'vite';

const OURS: Readonly<Record<string, string>> = {
  '@noble/hashes/sha2.js': 'sha256.ts',
  '@noble/hashes/sha3.js': 'keccak.ts',
  '@scure/base': 'base.ts',
};

/**
 * As much of the hashes and encodings as a checksum of an address needs, in the script tag's file of it only. Who installs
 * the npm package gets `@noble/hashes` and `@scure/base`, and test/package/small-checksums.test.ts holds the two together.
 */
export const smallChecksums: Plugin = {
  name: 'small-checksums',
  enforce: 'pre',
  resolveId: (id) =>
    OURS[id] ? fileURLToPath(new URL(`checksums/${OURS[id]}`, import.meta.url)) : undefined,
};
