import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {after, describe, it} from 'node:test';
import {promisify} from 'node:util';
import {publint} from 'publint';
import {formatMessage} from 'publint/utils';
import {bundle} from './bundle.js';
import {BROWSER, DATA, SERVER} from './entries.js';
import {packed} from './packed.js';

const run = promisify(execFile);
const {tarball, folder, about, files, read, remove} = await packed();
const readJson = (file: string) => JSON.parse(read(file).toString());
const integrity = readJson('dist/integrity.json') as Record<string, string>;
after(remove);

describe('the packed package', () => {
  it('exports what is public, and nothing else', () => {
    const entries = [...BROWSER, ...SERVER, ...DATA].map((it) => it.replace(/(locales|types)\/.*/, '$1/*'));
    assert.deepEqual(Object.keys(about.exports).sort(), [...new Set(entries)].sort());
  });

  it('passes publint', async () => {
    const bytes = new Uint8Array(readFileSync(tarball));
    const {messages, pkg} = await publint({pack: {tarball: bytes.buffer}, strict: true});
    const texts = messages.map((message) => formatMessage(message, pkg));
    assert.deepEqual(texts, []);
  });

  it('has the types of what is imported, from modules and for bundlers', async () => {
    const options = ['--profile', 'esm-only', '--format', 'json'];
    const {stdout} = await run('node_modules/.bin/attw', [tarball, ...options]).catch((error) => error);
    const {entrypoints, problems} = JSON.parse(stdout).analysis;
    assert.deepEqual(Object.keys(entrypoints).sort(), Object.keys(about.exports).sort());
    // It tells of these resolutions, too, whatever the profile: no CommonJS, and nothing before "exports".
    const old = ['node10', 'node16-cjs'];
    const found = problems.filter(
      ({resolutionKind}: {resolutionKind?: string}) => !old.includes(resolutionKind ?? ''),
    );
    assert.deepEqual(found, []);
  });

  it('holds what the build made of the sources, and nothing stray', () => {
    const data = ['custom-elements', 'html-data', 'integrity', 'web-types'].map(
      (name) => `dist/${name}.json`,
    );
    const contract = 'docs/proxy-api.yaml'; // what "check" names where it finds fault
    const named = [...data, contract, 'CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
    for (const file of named) assert.ok(files.includes(file), `${file} is missing`);
    for (const file of files.filter((file) => !named.includes(file))) {
      const [, module] = /^dist\/(.+?)(?:\.d\.ts|\.js|\.js\.map)$/.exec(file) ?? [];
      assert.ok(module && (existsSync(`src/${module}.ts`) || integrity[`${module}.js`]), `${file} is stray`);
    }
  });

  it('has maps that bring their sources, and tell nothing of the machine that built them', () => {
    const maps = files.filter((file) => file.endsWith('.map'));
    assert.ok(maps.length > 20);
    for (const file of maps) {
      const {sources, sourcesContent = []} = readJson(file);
      assert.ok(files.includes(file.slice(0, -'.map'.length)), `${file} has no script`);
      for (const source of sources) assert.match(source, /^\.\.?\//, file);
      assert.ok(
        sources.every((_: string, i: number) => typeof sourcesContent[i] === 'string'),
        file,
      );
    }
  });

  it('has nothing of others in its script files, whose licences would have to be there, too', () => {
    const maps = files.filter((file) => /^dist\/calypso-invoice[^/]*\.js\.map$/.test(file));
    const sources = maps.flatMap((file) => readJson(file).sources as string[]);
    assert.ok(sources.some((source) => source.endsWith('/build/checksums/sha256.ts')));
    assert.deepEqual(
      sources.filter((source) => source.includes('node_modules')),
      [],
    );
  });

  it('says where it is read: by CDNs, compilers, editors and the registry', () => {
    const {jsdelivr, unpkg, types, customElements, publishConfig, ...fields} = readJson('package.json');
    assert.deepEqual([jsdelivr, unpkg], Array(2).fill('./dist/calypso-invoice.js'));
    for (const path of [jsdelivr, types, customElements, fields['web-types']])
      assert.ok(files.includes(path.slice('./'.length)), path);
    assert.deepEqual(publishConfig, {access: 'public', provenance: true});
  });

  it('can be imported in Node, all of it; "." alone defines the element', async () => {
    const pure = [...BROWSER.filter((it) => it !== '.' && it !== './react'), ...SERVER, ...DATA];
    const script = readFileSync('test/package/import-all.mjs', 'utf8');
    const names = [...pure, '.', './react'].map(specifier);
    const options = ['--no-warnings', '--input-type=module', '--eval', script, '--', ...names];
    const {stdout} = await run('node', options, {cwd: folder});
    const expected = {
      defined: ['calypso-invoice'],
      closed: 'ERR_PACKAGE_PATH_NOT_EXPORTED',
      document: 'undefined',
    };
    assert.deepEqual(JSON.parse(stdout), expected);
  });
});

const OF_BROWSER =
  /calypso-invoice\/dist\/(index|element|controllers|locales|localize|react)\b|node_modules\/lit/;
const OF_SERVER = /calypso-invoice\/dist\/(api|proxy|sandbox|cli)\b|node_modules\/(hono|valibot)/;

describe('in a bundle', () => {
  for (const [entries, platform, others] of [
    [BROWSER, 'browser', OF_SERVER],
    [['./api', './proxy'], 'browser', OF_BROWSER], // an edge has nothing of Node either
    [['./sandbox'], 'node', OF_BROWSER],
  ] as const)
    for (const entry of entries)
      it(`${entry} brings nothing of the other side`, async () => {
        const {paths} = await bundle(folder, `export * from '${specifier(entry)}'`, platform);
        assert.ok(paths.some((path) => path.includes('/calypso-invoice/dist/')));
        for (const path of paths) assert.doesNotMatch(path, others);
      });

  it('what is imported and not used is gone', async () => {
    const unused = [...BROWSER, ...SERVER]
      .filter((it) => it !== '.')
      .map((it) => `import '${specifier(it)}';`);
    assert.equal((await bundle(folder, unused.join(''), 'node')).text, '');
  });

  for (const line of [`import 'calypso-invoice'`, `export {CalypsoInvoice} from 'calypso-invoice/react'`])
    it(`what defines the element is kept: ${line}`, async () => {
      const {text} = await bundle(folder, line, 'browser');
      assert.ok(text.includes('customElements.define("calypso-invoice"'));
    });
});

describe('its file for the script tag', () => {
  it('has a copy with the version in its name', () =>
    assert.deepEqual(read(`dist/calypso-invoice-${about.version}.js`), read('dist/calypso-invoice.js')));

  it('has its hash beside it, and so has every file that it may load', () => {
    const scripts = files.flatMap((file) => /^dist\/(calypso-invoice[^/]*\.js)$/.exec(file)?.[1] ?? []);
    assert.deepEqual(Object.keys(integrity).sort(), scripts.sort());
    for (const [file, hash] of Object.entries(integrity))
      assert.equal(
        hash,
        `sha384-${createHash('sha384')
          .update(read(`dist/${file}`))
          .digest('base64')}`,
        file,
      );
  });

  it('is loaded by none of them under its own name: under another it would be there twice', () => {
    for (const file of Object.keys(integrity))
      assert.doesNotMatch(read(`dist/${file}`).toString(), /["'`]\.\/calypso-invoice(-\d[^"'`]*)?\.js["'`]/);
  });
});

function specifier(subpath: string): string {
  return subpath.replace('.', 'calypso-invoice');
}
