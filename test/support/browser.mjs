// Finds a Chromium for the browser tests, or installs one.
import {spawn, spawnSync} from 'node:child_process';
import {existsSync, statSync} from 'node:fs';
import {createRequire} from 'node:module';
import {delimiter, join} from 'node:path';
import {chromium} from 'playwright';

const ADVICE =
  'Install Chrome or Chromium, or run "npx playwright install chromium", or set CHROMIUM_PATH to the executable.';

const isRoot = process.getuid?.() === 0;

/**
 * The first Chromium that starts, and where it comes from.
 * @returns {{path: string, source: string} | undefined}
 * @throws {Error} where `CHROMIUM_PATH` names no file: a wrong setting is not passed over
 */
export function findBrowser() {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen && !isFile(chosen)) throw new Error(`CHROMIUM_PATH is "${chosen}", which is no file. ${ADVICE}`);
  if (chosen) return {path: chosen, source: 'named by CHROMIUM_PATH'};
  return candidates().find(({path}) => isFile(path) && starts(path));
}

/** The path that {@link findBrowser} finds, after installing one if need be; says in a line what it did. */
export async function ensureBrowser() {
  const browser = findBrowser() ?? (await install());
  if (!browser) throw new Error(`No Chromium was found, and none could be installed. ${ADVICE}`);
  console.log(`browser: ${browser.path} (${browser.source})`);
  return browser.path;
}

/** For Playwright's `launch`: the Chromium that was found, silent on the network. */
export function launchOptions() {
  const browser = findBrowser();
  if (!browser) throw new Error(`No Chromium was found. ${ADVICE}`);
  const args = ['gpu', 'quic', 'background-networking', 'component-update', 'sync'].map(
    (it) => `--disable-${it}`,
  );
  return {
    executablePath: browser.path,
    args: [...args, '--no-first-run', ...(isRoot ? ['--no-sandbox'] : [])],
  };
}

function candidates() {
  const {PATH = '', HOME = '/', ...env} = process.env;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const machine = [
    ...PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
    ...['/', HOME].flatMap((folder) =>
      ['Google Chrome', 'Chromium'].map((app) =>
        join(folder, `Applications/${app}.app/Contents/MacOS/${app}`),
      ),
    ),
    ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((folder) =>
      join(env[folder] ?? '', 'Google/Chrome/Application/chrome.exe'),
    ),
  ];
  return [
    {path: chromium.executablePath(), source: "Playwright's own"},
    ...machine.map((path) => ({path, source: 'found on this machine'})),
  ];
}

const isFile = (/** @type {string} */ path) => existsSync(path) && statSync(path).isFile();

/** A file may be there and not run: a library is missing, or it only says how to install the real one. */
const starts = (/** @type {string} */ path) =>
  process.platform === 'win32' || spawnSync(path, ['--version'], {timeout: 20_000}).status === 0;

async function install() {
  console.log('browser: none on this machine, trying to download the one of Playwright');
  const playwright = createRequire(import.meta.url).resolve('playwright/package.json');
  // Playwright tries five times; a network that swallows packets shall not cost half a minute each time.
  await run(240, [process.execPath, join(playwright, '../cli.js'), 'install', '--no-shell', 'chromium'], {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '8000',
  });
  if (findBrowser() || process.platform !== 'linux') return findBrowser();

  console.log('browser: that was refused or does not start, trying "apt-get install chromium"');
  const aptGet = [...(isRoot ? [] : ['sudo', '-n']), 'apt-get'];
  await run(120, [...aptGet, 'update']);
  await run(600, [...aptGet, 'install', '-y', '--no-install-recommends', 'chromium'], {
    DEBIAN_FRONTEND: 'noninteractive',
  });
  return findBrowser();
}

/**
 * Runs an installer silently; success is judged by what it leaves behind. After `seconds` it is ended, with its children.
 * @param {number} seconds
 * @param {string[]} command
 * @param {Record<string, string>} [env]
 */
const run = (seconds, [file = '', ...args], env) =>
  new Promise((resolve) => {
    const child = spawn(file, args, {stdio: 'ignore', detached: true, env: {...process.env, ...env}});
    const timer = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), seconds * 1000);
    const end = () => resolve(clearTimeout(timer));
    child.once('error', end).once('exit', end);
  });
