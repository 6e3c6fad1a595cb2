import {createHash} from 'node:crypto';
import {copyFileSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Plugin} from 'vite';

/**
 * Puts a copy of the entry under a name with its version beside it, for who serves it himself and lets it be kept for
 * good, and says what to write as `integrity` of each file.
 */
export const integrity = (entry: string): Plugin => ({
  name: 'integrity',
  // What counts is the bytes on the disk.
  writeBundle({dir = 'dist'}, bundle) {
    const {version} = JSON.parse(readFileSync('package.json', 'utf8')) as {version: string};
    const versioned = entry.replace(/\.js$/, `-${version}.js`);
    copyFileSync(join(dir, entry), join(dir, versioned));
    const scripts = Object.keys(bundle).filter((name) => name.endsWith('.js'));
    const hashes = [versioned, ...scripts].sort().map((name) => [name, sha384(join(dir, name))] as const);
    writeFileSync(join(dir, 'integrity.json'), `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
    for (const [name, hash] of hashes)
      if (name === entry || name === versioned) console.log(`dist/${name}: integrity="${hash}"`);
  },
});

/** As the `integrity` attribute has it. */
const sha384 = (path: string): string =>
  `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`;
