// Installs the browsers for the tests where there are none.
import {spawn} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {findBrowser, noBrowser, PACKAGES} from './browser.mjs';

/** @typedef {import('./browser.mjs').Engine} Engine */

const isRoot = process.getuid?.() === 0;
const isDebian =
  existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

/**
 * The browser that is found, after installing one if need be; says in a line which it is.
 * @param {Engine} engine
 * @throws {Error} where there is none, and none could be installed
 */
export async function ensureBrowser(engine) {
  const browser = findBrowser(engine) ?? (await install(engine)) ?? noBrowser(engine);
  console.log(`browser: ${engine}: ${browser.path} (${browser.source})`);
  return browser;
}

/** @param {Engine} engine */
async function install(engine) {
  for (const way of isDebian && isRoot ? [debian, own] : [own, debian]) {
    await way(engine);
    const browser = findBrowser(engine);
    if (browser) return browser;
  }
  return undefined;
}

/** @param {Engine} engine */
async function own(engine) {
  console.log(
    `browser: ${engine}: none that starts on this machine, trying to download the one of Playwright`,
  );
  const playwright = createRequire(import.meta.url).resolve('playwright/package.json');
  // Playwright tries five times; a network that swallows packets shall not cost half a minute each time.
  await run(240, [process.execPath, join(playwright, '../cli.js'), 'install', '--no-shell', engine], {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '8000',
  });
}

/** @type {Promise<void> | undefined} */
let updated;

/** @param {Engine} engine */
async function debian(engine) {
  if (process.platform !== 'linux') return;
  const packages = PACKAGES[engine];
  console.log(
    `browser: ${engine}: none that starts on this machine, trying "apt-get install ${packages.join(' ')}"`,
  );
  const aptGet = [...(isRoot ? [] : ['sudo', '-n']), 'apt-get'];
  await (updated ??= run(120, [...aptGet, 'update']));
  await run(600, [...aptGet, 'install', '-y', '--no-install-recommends', ...packages], {
    DEBIAN_FRONTEND: 'noninteractive',
  });
}

/**
 * Runs an installer silently; success is judged by what it leaves behind. After `seconds` it is ended, with its children.
 * @param {number} seconds
 * @param {string[]} command
 * @param {Record<string, string>} [env]
 * @returns {Promise<void>}
 */
const run = (seconds, [file = '', ...args], env) =>
  new Promise((resolve) => {
    const child = spawn(file, args, {stdio: 'ignore', detached: true, env: {...process.env, ...env}});
    const timer = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), seconds * 1000);
    const end = () => resolve(clearTimeout(timer));
    child.once('error', end).once('exit', end);
  });
