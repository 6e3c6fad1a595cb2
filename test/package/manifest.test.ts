import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import {after, describe, it} from 'node:test';
import {promisify} from 'node:util';

// test/element/contract.test.ts holds the comment of the class to the DOM; this holds the manifest to the comment.

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly kind?: string;
}

type Element = Record<
  'attributes' | 'members' | 'events' | 'slots' | 'cssParts' | 'cssProperties' | 'cssStates',
  readonly Named[]
> & {readonly tagName?: string};

interface Manifest {
  readonly modules: readonly {readonly path: string; readonly declarations: readonly Element[]}[];
}

const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
const config = [
  '--config',
  'custom-elements-manifest.config.mjs',
  '--outdir',
  relative('.', folder),
  '--quiet',
];
await promisify(execFile)('node_modules/.bin/custom-elements-manifest', ['analyze', ...config]);
const manifest = JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8')) as Manifest;
const element = manifest.modules
  .flatMap(({declarations}) => declarations)
  .find(({tagName}) => tagName === 'calypso-invoice');

const source = readFileSync('src/element/calypso-invoice-element.ts', 'utf8');
const comment = source.slice(source.indexOf('* @element'), source.indexOf('export class'));
const documented = (pattern: RegExp): string[] =>
  Array.from(comment.matchAll(pattern), ([, name = '']) => name).sort();
const listed = (names: readonly Named[] | undefined): string[] => (names ?? []).map(({name}) => name).sort();

describe('manifest', () => {
  after(() => rmSync(folder, {recursive: true}));

  for (const [list, pattern] of [
    ['attributes', /@attr \{[^}]*\} \[?([\w-]+)/g],
    ['events', /@fires \{\w+\} ([\w-]+)/g],
    ['slots', /@slot (?:(?!-)(\S+) )?- /g],
    ['cssParts', /@csspart (\S+)/g],
    ['cssProperties', /@cssprop \[?(--[\w-]+)/g],
    ['cssStates', /@cssState (\S+)/g],
  ] as const)
    it(`lists the ${list} of the class comment, no more and no fewer`, () => {
      const names = documented(pattern);
      assert.ok(names.length > 3);
      assert.deepEqual(listed(element?.[list]), names);
    });

  it('says of an attribute what the class comment says', () => {
    const said = element?.attributes.find(({name}) => name === 'poll-interval')?.description;
    assert.ok(said && said.length > 'ms'.length);
    assert.ok(comment.includes(` - ${said}\n`));
  });

  it('lists what is public of the class, and nothing else', () =>
    assert.deepEqual(
      listed(element?.members),
      [
        ...[
          'src',
          'invoice',
          'pollInterval',
          'redirect',
          'redirectDelay',
          'redirectTarget',
          'returnUrl',
          'qr',
        ],
        ...['theme', 'credentials', 'wakeLock', 'titleBadge', 'fetch', 'view', 'lastUpdated', 'refresh'],
      ].sort(),
    ));

  it('names the files that are published', () => {
    for (const {path} of manifest.modules) assert.match(path, /^\.\/dist\/[\w/-]+\.js$/);
    assert.doesNotMatch(JSON.stringify(manifest), /"[^"]*src\/[^"]*\.ts"/);
  });
});
