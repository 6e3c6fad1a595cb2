import {existsSync} from 'node:fs';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {format, resolveConfig} from 'prettier';
import {describeMachine} from './machine.js';
import {findSection, joinSections, sectionText} from './markdown.js';
import {ensureBuilt, ROOT} from './package.js';
import {Scope} from './scope.js';
import type {Section} from './section.js';

/** In the order of bench/results.md. */
const NAMES = ['sizes', 'loading', 'push', 'streams', 'polls', 'herd', 'idle'] as const;
type Name = (typeof NAMES)[number];
const USAGE = `Usage: npm run bench [-- [${NAMES.join(' | ')}]… [--quick]]`;

const RESULTS = join(ROOT, 'bench/results.md');
const HEAD = `# What it costs, and how fast it is

Written by \`npm run bench\` (about 40 minutes; \`npm run bench -- --quick\`: 8, with less of everything), which measures the built package: the proxy,
the element in Chromium and the sandbox, over HTTP on one machine. \`npm run bench -- push herd\` measures these two again and leaves the others as they
stand. Beside ours stand a naive proxy (one upstream read for each poll) and a client that reads at fixed times.`;

function readArguments() {
  try {
    const {values, positionals} = parseArgs({options: {quick: {type: 'boolean'}}, allowPositionals: true});
    const names = positionals.map((name): Name => {
      const known = NAMES.find((it) => it === name);
      if (!known) throw new Error(`There is no section "${name}".`);
      return known;
    });
    return {
      quick: values.quick ?? false,
      names: names.length ? NAMES.filter((it) => names.includes(it)) : NAMES,
    };
  } catch (error) {
    console.error(`${(error as Error).message} ${USAGE}`);
    return process.exit(2);
  }
}

/** Loaded only once there is a package to load. */
const load = async (name: Name): Promise<Section> =>
  ((await import(`./sections/${name}.js`)) as Record<Name, Section>)[name];

const {quick, names} = readArguments();
let scope = new Scope();
let isInterrupted = false;
const interrupt = () => {
  isInterrupted = true;
  void scope.close().finally(() => process.exit(130));
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt);

ensureBuilt();
const former = existsSync(RESULTS) ? await readFile(RESULTS, 'utf8') : '';
const texts = new Map(NAMES.map((name) => [name, findSection(former, name)]));
const command = ['npm run bench', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(
  ' ',
);
const circumstances = `Measured ${new Date().toISOString().slice(0, 10)} by \`${command}\` on ${describeMachine()}.`;
for (const name of names) {
  if (isInterrupted) break;
  try {
    scope = new Scope();
    const result = await (await load(name))({quick, scope, say: (line) => console.log(`${name}: ${line}`)});
    const text = sectionText(result, circumstances);
    console.log(`\n${text}\n`);
    if (result.budgets.some(({holds}) => !holds)) process.exitCode = 1;
    const markdown = joinSections(HEAD, texts.set(name, text));
    await writeFile(RESULTS, await format(markdown, {...(await resolveConfig(RESULTS)), parser: 'markdown'}));
  } catch (error) {
    // The other sections can still be measured.
    if (!isInterrupted) console.error(`${name}: `, error);
    process.exitCode = 1;
  } finally {
    await scope.close();
  }
}
