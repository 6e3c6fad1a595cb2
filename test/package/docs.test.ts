import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {parse as parseYaml} from 'yaml';
import {BUDGETS} from '../../bench/sizes.js';
import {anchorOf} from '../../site/build/markdown.js';
import {PROPERTIES} from '../../site/playground/properties.js';
import {main} from '../../src/cli/main.js';
import {VIEW_KINDS} from '../../src/core/invoice-view.js';
import {loaders} from '../../src/localize/loaders.js';
import {LAYERS} from '../support/layers.mjs';
import {BLOCKS, DOCUMENTS, placeOf, proseOf, type Block} from './docs/blocks.js';
import {codeFaults} from './docs/check-code.js';
import {markupFaults} from './docs/check-markup.js';
import {nginxFaults} from './docs/check-nginx.js';
import {shellFaults} from './docs/check-shell.js';
import {styleFaults} from './docs/check-style.js';
import {CONTRACT} from './docs/contract.js';

/** What the command line says of itself. */
async function helpOf(command: string): Promise<[string, string]> {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  assert.equal(
    await main([command, '--help'], {env: {}, print, warn: print, untilSignal: async () => ''}),
    0,
  );
  return [command, lines.join('\n')];
}

const CLI_HELP = new Map(await Promise.all(['sandbox', 'proxy', 'check'].map(helpOf)));

const CODE = ['js', 'ts', 'jsx', 'tsx'];
/** Script and template in one file. */
const COMPONENTS = ['vue', 'svelte', 'astro'];

const none = (): string[] => [];
const parsed = (parse: (text: string) => unknown) => (text: string) => {
  parse(text);
  return [];
};

/** What is looked at in a block of each language. */
const CHECKS: Readonly<Record<string, (text: string) => string[]>> = {
  ...Object.fromEntries(CODE.map((language) => [language, none])), // compiled below, all at once
  ...Object.fromEntries(COMPONENTS.map((language) => [language, markupFaults])),
  html: markupFaults,
  css: styleFaults,
  sh: (text) => shellFaults(text, CLI_HELP),
  nginx: nginxFaults,
  json: parsed(JSON.parse),
  yaml: parsed((text) => parseYaml(text)),
  ...Object.fromEntries(
    ['text', 'http', 'php', 'python', 'ruby', 'dockerfile', 'ini'].map((language) => [language, none]),
  ),
};

/** The scripts of pages and components are code, too. */
function codeIn(block: Block): Block[] {
  if (CODE.includes(block.language)) return [block];
  if (block.language !== 'html' && !COMPONENTS.includes(block.language)) return [];
  const scripts = block.text.matchAll(/<script\b[^>]*>(.+?)<\/script>/gs);
  return Array.from(scripts, ([, text = '']) => ({...block, language: 'ts', text}));
}

const CONTROLS: readonly Block[] = [
  `import {createInvoiceProxy} from 'calypso-invoice/proxy';\ncreateInvoiceProxy({client, basePath: '/', wrong: 1});`,
  'client.wrong();',
  `import {wrong} from 'calypso-invoice';`,
].map((text, line) => ({file: 'control.md', line, language: 'js', text}));

describe('code blocks', () => {
  it('are found', () => assert.ok(BLOCKS.length > 30, `${BLOCKS.length}`));

  for (const block of BLOCKS)
    it(`${placeOf(block)} is good ${block.language}`, () => {
      const check = CHECKS[block.language];
      assert.ok(check, `a block of "${block.language}" is checked by nothing`);
      assert.deepEqual(check(block.text), []);
    });

  it('compile', () => {
    const faults = codeFaults([...BLOCKS.flatMap(codeIn), ...CONTROLS]);
    // What is known to be wrong is found: the check itself works.
    for (const control of CONTROLS) assert.match(faults.get(placeOf(control))?.join() ?? '', /wrong/);
    const faulty = [...faults].filter(
      ([place, {length}]) => length && !CONTROLS.some((it) => placeOf(it) === place),
    );
    assert.deepEqual(Object.fromEntries(faulty), {});
  });
});

describe('links', () => {
  const anchorsOf = (file: string) =>
    new Set(Array.from(proseOf(file).matchAll(/^#+ (.+)$/gm), ([, heading = '']) => anchorOf(heading)));

  for (const file of DOCUMENTS)
    it(`of ${file} lead somewhere`, () => {
      for (const [, target = ''] of proseOf(file).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^https?:/.test(target)) continue;
        const [path = '', anchor] = target.split('#');
        const linked = path ? join(dirname(file), path) : file;
        assert.ok(existsSync(linked), `${target}: there is no such file`);
        if (anchor) assert.ok(anchorsOf(linked).has(anchor), `${target}: there is no such heading`);
      }
    });
});

describe('the checks themselves', () => {
  it('find what is wrong', () => {
    assert.deepEqual(markupFaults('<calypso-invoice scr="/x" lang="de"></calypso-invoice>').length, 1);
    assert.deepEqual(markupFaults('<calypso-invoice><p slot="payed">x</p></calypso-invoice><b>').length, 2);
    assert.deepEqual(styleFaults('calypso-invoice::part(butt) {--calypso-colour: red}').length, 2);
    assert.deepEqual(
      shellFaults('npm run nothing\nnpx calypso-invoice sandbox --prot 1\nsudo x', CLI_HELP).length,
      3,
    );
    assert.deepEqual(nginxFaults('server {\n  listen 80\n').length, 2);
  });
});

describe('facts', () => {
  const text = (file: string) => readFileSync(file, 'utf8');
  /** What stands in code within a section of a document. */
  const codeIn = (file: string, heading: string) => {
    const [, section = ''] = text(file).split(`## ${heading}\n`);
    return new Set(
      Array.from((section.split('\n## ')[0] ?? '').matchAll(/`([^`]+)`/g), ([, code = '']) => code),
    );
  };
  const holdsAll = (found: ReadonlySet<string>, names: Iterable<string>) =>
    assert.deepEqual(
      [...names].filter((name) => !found.has(name)),
      [],
    );

  it('README: one screen to a paid invoice, the languages, the size', () => {
    const [start = ''] = text('README.md').split('## What is in it');
    assert.ok(start.split('\n').length <= 70, `${start.split('\n').length} lines`);
    assert.match(text('README.md'), new RegExp(`\\b${Object.keys(loaders).length + 1} languages`));
    const tag = BUDGETS.find(({what}) => what === 'the script tag');
    assert.ok(tag && tag.encoding === 'brotli');
    assert.match(text('README.md'), new RegExp(`\\bat most ${tag.limit / 1024} KB with Brotli\\b`));
  });
  it('card.md: every attribute, event and slot', () => {
    holdsAll(codeIn('docs/card.md', 'Attributes'), CONTRACT.attributes);
    holdsAll(codeIn('docs/card.md', 'Events'), CONTRACT.events);
    holdsAll(codeIn('docs/card.md', 'Slots'), ['header', 'footer', 'awaiting']);
  });
  it('states.md: every view', () => holdsAll(codeIn('docs/states.md', 'Views'), VIEW_KINDS));
  it('theming.md: every property and part', () => {
    holdsAll(codeIn('docs/theming.md', 'Properties'), CONTRACT.properties);
    holdsAll(codeIn('docs/theming.md', 'Parts'), CONTRACT.parts);
  });
  it('languages.md: every language', () => {
    const [list = ''] = /`de [^`]+`/.exec(text('docs/languages.md')) ?? [];
    assert.deepEqual(new Set(list.replaceAll('`', '').split(/\s+/)), new Set(Object.keys(loaders)));
  });
  it('CONTRIBUTING.md: who may import whom', () => {
    const rows = text('CONTRIBUTING.md').matchAll(/^\| `src\/([\w-]+)[^|]*\|[^|]*\|([^|]*)\|$/gm);
    const said = Array.from(rows, ([, part = '', may = '']) => [
      part,
      may.match(/[\w-]+(?=`)/g)?.sort() ?? [],
    ]);
    const layers = Object.entries(LAYERS).map(([part, {parts}]) => [part, [...parts].sort()]);
    assert.deepEqual(Object.fromEntries(said), Object.fromEntries(layers));
  });
  it('the playground has every property', () =>
    assert.deepEqual(new Set(PROPERTIES.map(({name}) => name)), CONTRACT.properties));
  it('files that prose names are there', () => {
    for (const file of DOCUMENTS)
      for (const [, path = ''] of proseOf(file).matchAll(
        /`((?:src|test|docs|demo|build|bench|site)\/[\w./-]+)`/g,
      ))
        if (path !== 'site/dist') assert.ok(existsSync(path), `${file}: ${path}`);
  });
  it('files of the package that are named are there, and what editors read is named', () => {
    const named = DOCUMENTS.flatMap((file) =>
      Array.from(text(file).matchAll(/node_modules\/calypso-invoice\/([\w./*-]+)/g), ([, path = '']) => path),
    );
    for (const path of named) assert.ok(path.includes('*') || existsSync(path), path);
    assert.ok(named.includes('dist/html-data.json'));
  });
});
