// Finds the browsers that the tests run in.
import {spawnSync} from 'node:child_process';
import {existsSync, statSync} from 'node:fs';
import playwright from 'playwright';
import {PATHS} from './browser-paths.mjs';
import {launchOptions} from './launch-options.mjs';

/**
 * @typedef {'chromium' | 'firefox' | 'webkit'} Engine
 * @typedef {'playwright' | 'bidi' | 'webdriver'} Driver what it is driven by: Playwright's own protocol, or a standard
 * @typedef {{engine: Engine, driver: Driver, path: string, source: string}} Browser
 */

/** @type {Engine[]} */
export const ENGINES = ['chromium', 'firefox', 'webkit'];

/** The engine of this run: `TEST_ENGINE`, else Chromium. @returns {Engine} @throws {Error} where it names none */
export function engineOfRun() {
  const {TEST_ENGINE: name = 'chromium'} = process.env;
  const engine = ENGINES.find((it) => it === name);
  if (!engine) throw new Error(`TEST_ENGINE is "${name}"; it must be one of ${ENGINES.join(', ')}.`);
  return engine;
}

/** Debian's packages of each engine. @type {Record<Engine, string[]>} */
export const PACKAGES = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

/** What drives a browser that is not Playwright's own. @type {Record<Engine, Driver>} */
const DRIVERS = {chromium: 'playwright', firefox: 'bidi', webkit: 'webdriver'};

/** The environment variable that names the executable. @param {Engine} engine */
export const settingOf = (engine) => `${engine.toUpperCase()}_PATH`;

/** @param {Engine} engine */
const advice = (engine) =>
  `Run "npx playwright install ${engine}", or install Debian's ${PACKAGES[engine].join(' and ')}, ` +
  `or set ${settingOf(engine)} to the executable.`;

/**
 * The first browser of this engine that starts.
 * @param {Engine} engine
 * @returns {Browser | undefined}
 * @throws {Error} where the setting names no file: a wrong setting is not passed over
 */
export function findBrowser(engine) {
  const setting = settingOf(engine);
  const chosen = process.env[setting];
  if (chosen && !isFile(chosen))
    throw new Error(`${setting} is "${chosen}", which is no file. ${advice(engine)}`);
  if (chosen) return browser(engine, chosen, `named by ${setting}`);
  const own = browser(engine, playwright[engine].executablePath(), "Playwright's own");
  const others = PATHS[engine]().map((path) => browser(engine, path, 'found on this machine'));
  return [own, ...others].find((it) => isFile(it.path) && starts(it));
}

/** As {@link findBrowser}. @param {Engine} engine @throws {Error} where there is none */
export function requireBrowser(engine) {
  return findBrowser(engine) ?? noBrowser(engine);
}

/** @param {Engine} engine @returns {never} */
export function noBrowser(engine) {
  throw new Error(`No ${engine} that starts was found. ${advice(engine)}`);
}

/** @param {Engine} engine @param {string} path @param {string} source @returns {Browser} */
const browser = (engine, path, source) => ({
  engine,
  driver: path === playwright[engine].executablePath() ? 'playwright' : DRIVERS[engine],
  path,
  source,
});

const isFile = (/** @type {string} */ path) => existsSync(path) && statSync(path).isFile();

const LAUNCH = `
  import playwright from 'playwright';
  const [engine, , options] = process.argv.slice(1);
  await (await playwright[engine].launch(JSON.parse(options))).close();`;

const OPEN = `
  import {openWindow} from './webkit-window.mjs';
  await (await openWindow(process.argv[2])).close();`;

/** A file may be there and not run: a library is missing, or it only says how to install the real one. @param {Browser} it */
function starts(it) {
  const script = it.driver === 'webdriver' ? OPEN : LAUNCH;
  const args = ['--input-type=module', '-e', script, it.engine, it.path, JSON.stringify(launchOptions(it))];
  const {status} = spawnSync(process.execPath, args, {
    cwd: import.meta.dirname,
    stdio: 'ignore',
    timeout: 30_000,
  });
  return status === 0;
}
