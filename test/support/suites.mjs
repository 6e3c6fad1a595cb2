import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {ENGINES} from './browser.mjs';

/**
 * @typedef {import('./browser.mjs').Engine} Engine
 * @typedef {{name: string, folders: string[], engines?: Engine[], needsBuild?: boolean, command: string[],
 *   shards?: number, alone?: string[]}} Suite
 * @typedef {Suite & {engine?: Engine}} Selected
 */

/** @param {string} name */
const nodeTest = (name) => [
  ...['node', '--import', 'tsx', '--test', '--test-concurrency', '2', '--test-timeout', '300000'],
  ...['--test-reporter', 'spec', '--test-reporter-destination', 'stdout'],
  ...['--test-reporter', './test/support/node-reporter.mjs'],
  ...['--test-reporter-destination', `test-results/${name}.json`],
];

/** @type {Suite[]} */
const SUITES = [
  {
    name: 'node',
    folders: ['core', 'api', 'proxy', 'sandbox', 'controllers', 'localize', 'cli', 'package'],
    needsBuild: true,
    // A process for each file would spend half of the time on loading the same modules again.
    shards: 2,
    // What these see depends on what has been loaded before.
    alone: ['test/controllers/orders.test.ts', 'test/localize/registry.test.ts', 'test/package/ssr.test.ts'],
    command: nodeTest('node'),
  },
  {name: 'element', folders: ['element'], engines: ENGINES, needsBuild: true, command: ['wtr']},
  {name: 'e2e', folders: ['e2e'], engines: ['chromium'], needsBuild: true, command: ['playwright', 'test']},
  // Last: CI installs what they run on beside all others.
  {
    name: 'recipes',
    folders: ['recipes'],
    alone: ['test/recipes/recipes.test.ts'],
    command: nodeTest('recipes'),
  },
];

const NAMES = SUITES.map(({name}) => name);

export const USAGE = `Usage: npm test [-- ${NAMES.join(' | ')}] [--engine ${ENGINES.join(' | ')}]`;

/**
 * The suites that these arguments ask for, each as often as it has engines to run in; all where there are none.
 * @param {string[]} args
 * @returns {Selected[]}
 * @throws {Error} where they ask for what there is not
 */
export function selectSuites(args) {
  const {values, positionals} = parseArgs({
    args,
    options: {engine: {type: 'string', multiple: true}},
    allowPositionals: true,
  });
  const [names, engines] = [positionals, values.engine ?? []];
  const unknown = [...names.filter((it) => !NAMES.includes(it)), ...engines.filter((it) => !isEngine(it))];
  if (unknown.length) throw new Error(`There is no ${unknown.join(' and no ')}.`);
  /** @type {Selected[]} */
  const selected = SUITES.filter(({name}) => !names.length || names.includes(name)).flatMap(
    (suite) => suite.engines?.map((engine) => ({...suite, engine})) ?? [suite],
  );
  const found = selected.filter(({engine}) => !engines.length || (engine && engines.includes(engine)));
  if (!found.length) throw new Error(`${names.join(' and ')} does not run in ${engines.join(' and ')}.`);
  return found;
}

/** @param {string} name */
const isEngine = (name) => ENGINES.some((engine) => engine === name);

/** @param {Suite} suite */
export const filesOf = ({folders}) => folders.flatMap(testFiles);

/** @param {string} folder @returns {string[]} */
function testFiles(folder) {
  const path = join('test', folder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path, {recursive: true, encoding: 'utf8'});
  return names
    .filter((name) => /\.(test|spec)\.ts$/.test(name))
    .map((name) => join(path, name))
    .sort();
}
