// `npm test`: every suite, one after the other, with its own output; the last line is the sum of all.
// `npm test -- node` runs one of them: node, element or e2e.
import {spawn} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {delimiter, join, resolve} from 'node:path';
import {ensureBrowser} from './support/browser.mjs';

process.chdir(resolve(import.meta.dirname, '..'));
process.env['PATH'] = resolve('node_modules/.bin') + delimiter + process.env['PATH'];

/** Each suite leaves `test-results/<name>.json`: nothing is counted from words that are for people. */
const SUITES = [
  {
    name: 'node',
    folders: ['core', 'api', 'proxy', 'sandbox', 'controllers', 'package'],
    needs: ['build'],
    command: [
      ...['node', '--import', 'tsx', '--test', '--test-timeout', '60000'],
      ...['--test-reporter', 'spec', '--test-reporter-destination', 'stdout'],
      ...['--test-reporter', './test/support/node-reporter.mjs'],
      ...['--test-reporter-destination', 'test-results/node.json'],
    ],
    takesFiles: true,
  },
  {name: 'element', folders: ['element'], needs: ['browser'], command: ['wtr']},
  {name: 'e2e', folders: ['e2e'], needs: ['browser', 'build'], command: ['playwright', 'test']},
];

/** Whether each came to be. @type {Record<string, () => Promise<boolean>>} */
const PREPARATIONS = {
  async browser() {
    try {
      process.env['CHROMIUM_PATH'] = await ensureBrowser();
      return true;
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      return false;
    }
  },
  async build() {
    const {scripts} = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const script of ['build', 'build:demo'])
      if (scripts[script] && (await run(['npm', 'run', script])) !== 0) return false;
    return true;
  },
};

const asked = process.argv.slice(2);
const suites = SUITES.filter(({name}) => !asked.length || asked.includes(name));
if (suites.length < (asked.length || 1)) {
  console.error(`Usage: npm test [-- ${SUITES.map(({name}) => name).join(' | ')}]`);
  process.exit(2);
}

mkdirSync('test-results', {recursive: true});
const total = {passed: 0, failed: 0};
for (const need of new Set(suites.flatMap(({needs}) => needs)))
  if (!(await PREPARATIONS[need]?.())) total.failed += report(need, {passed: 0, failed: 1}).failed;
for (const suite of suites) {
  const {passed, failed} = report(suite.name, await runSuite(suite));
  total.passed += passed;
  total.failed += failed;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;

/** @param {typeof SUITES[number]} suite */
async function runSuite({name, folders, command, takesFiles}) {
  const files = folders.flatMap(testFiles);
  if (!files.length) return {passed: 0, failed: 0};
  const file = `test-results/${name}.json`;
  rmSync(file, {force: true});
  const status = await run([...command, ...(takesFiles ? files : [])]);
  const counts = existsSync(file) ? readCounts(file) : {passed: 0, failed: 0};
  // A suite that crashed, or that has files and ran no test, has failed whatever it counted.
  if (status !== 0 || !(counts.passed + counts.failed)) counts.failed ||= 1;
  return counts;
}

/** Our own reporters write the counts; Playwright writes its statistics. @param {string} file */
function readCounts(file) {
  const {stats, ...counts} = JSON.parse(readFileSync(file, 'utf8'));
  return stats ? {passed: stats.expected, failed: stats.unexpected + stats.flaky} : counts;
}

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

/** @param {string} name @param {{passed: number, failed: number}} counts */
function report(name, counts) {
  console.log(`\n${name}: ${counts.passed} passed, ${counts.failed} failed\n`);
  return counts;
}

/** Resolves to the exit code, or null where the command could not run. @param {string[]} command */
function run([file = '', ...args]) {
  console.log(`\n> ${[file, ...args].join(' ')}`);
  return new Promise((settle) => {
    spawn(file, args, {stdio: ['ignore', 'inherit', 'inherit']})
      .once('error', () => settle(null))
      .once('exit', settle);
  });
}
