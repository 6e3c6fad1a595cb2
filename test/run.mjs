// `npm test`: every suite, one after the other, with its own output; the last line is the sum of all.
// `npm test -- node` runs one of them: node, element, e2e or recipes; `npm test -- element --engine firefox` in one engine.
import {spawn} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {delimiter, resolve, sep} from 'node:path';
import {settingOf} from './support/browser.mjs';
import {ensureBrowser} from './support/install.mjs';
import {filesOf, selectSuites, USAGE} from './support/suites.mjs';

/**
 * @typedef {import('./support/suites.mjs').Suite} Suite
 * @typedef {import('./support/browser.mjs').Engine} Engine
 * @typedef {{passed: number, failed: number, limited?: {tests: number, capability: string, why: string}[]}} Counts
 */

process.chdir(resolve(import.meta.dirname, '..'));
process.env['PATH'] = resolve('node_modules/.bin') + delimiter + process.env['PATH'];

const suites = readArguments();
const total = {passed: 0, failed: 0};
mkdirSync('test-results', {recursive: true});
const missing = await findEngines(suites.flatMap(({engine}) => engine ?? []));
if (suites.some(({needsBuild}) => needsBuild) && !(await build())) report('build', {passed: 0, failed: 1});
for (const {engine, ...suite} of suites)
  if (!engine || !missing.has(engine))
    report(engine ? `${suite.name} in ${engine}` : suite.name, await runSuite(suite, engine));
for (const [engine, reason] of missing) {
  console.error(`!!! NOT TESTED IN ${engine.toUpperCase()}: ${reason}\n`);
  // A developer may go on without, unless nothing is left; what CI says holds in every engine.
  if (process.env['CI'] || !total.passed) total.failed += 1;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;

function readArguments() {
  try {
    return selectSuites(process.argv.slice(2));
  } catch (error) {
    console.error(`${messageOf(error)} ${USAGE}`);
    return process.exit(2);
  }
}

/**
 * Finds or installs a browser of each engine, and names it to the suites.
 * @param {Engine[]} engines
 * @returns {Promise<Map<Engine, string>>} those that could not be had, and why
 */
async function findEngines(engines) {
  const missing = new Map();
  for (const engine of new Set(engines))
    try {
      process.env[settingOf(engine)] = (await ensureBrowser(engine)).path;
    } catch (error) {
      missing.set(engine, messageOf(error));
    }
  return missing;
}

async function build() {
  for (const script of ['build', 'build:demo']) if ((await run(['npm', 'run', script])) !== 0) return false;
  return true;
}

/**
 * Each leaves its counts in `test-results`: nothing is counted from words that are for people.
 * @param {Suite} suite
 * @param {Engine | undefined} engine
 * @returns {Promise<Counts>}
 */
async function runSuite(suite, engine) {
  const files = filesOf(suite);
  if (!files.length) return {passed: 0, failed: 0};
  const file = `test-results/${suite.name}${engine ? `-${engine}` : ''}.json`;
  rmSync(file, {force: true});
  const command = [...suite.command, ...writeShards(files, suite)];
  const status = await run(command, engine && {TEST_ENGINE: engine});
  const counts = existsSync(file) ? readCounts(file) : {passed: 0, failed: 0};
  // A suite that crashed, or that has files and ran no test, has failed whatever it counted.
  if (status !== 0 || !(counts.passed + counts.failed)) counts.failed ||= 1;
  return counts;
}

/**
 * Modules that share these files among them, and the files that stay alone; none where the suite finds its files by itself.
 * @param {string[]} files
 * @param {Suite} suite
 */
function writeShards(files, {shards = 0, alone = []}) {
  const paths = files.map((file) => file.replaceAll(sep, '/'));
  const shared = paths.filter((path) => !alone.includes(path));
  const written = Array.from({length: shards}, (_, shard) => {
    const path = `test-results/shard-${shard + 1}.mjs`;
    const mine = shared.filter((_, i) => i % shards === shard);
    writeFileSync(path, mine.map((file) => `import '../${file}';\n`).join(''));
    return path;
  });
  return [...written, ...paths.filter((path) => alone.includes(path))];
}

/** Our own reporters write the counts; Playwright writes its statistics. @param {string} file @returns {Counts} */
function readCounts(file) {
  const {stats, ...counts} = JSON.parse(readFileSync(file, 'utf8'));
  return stats ? {passed: stats.expected, failed: stats.unexpected + stats.flaky} : counts;
}

/** @param {string} name @param {Counts} counts */
function report(name, {passed, failed, limited = []}) {
  console.log(`\n${name}: ${passed} passed, ${failed} failed`);
  for (const {tests, capability, why} of limited)
    if (tests) console.log(`  ${tests} not run, which need ${capability}: ${why}.`);
  console.log();
  total.passed += passed;
  total.failed += failed;
}

/**
 * Resolves to the exit code, or null where the command could not run.
 * @param {string[]} command
 * @param {Record<string, string>} [env]
 * @returns {Promise<number | null>}
 */
function run([file = '', ...args], env) {
  console.log(`\n> ${[file, ...args].join(' ')}`);
  return new Promise((settle) => {
    spawn(file, args, {stdio: ['ignore', 'inherit', 'inherit'], env: {...process.env, ...env}})
      .once('error', () => settle(null))
      .once('exit', settle);
  });
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
