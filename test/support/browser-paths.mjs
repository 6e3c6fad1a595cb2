import {existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';

const {PATH = '', HOME = '/', ...env} = process.env;

const inPath = (/** @type {string[]} */ ...names) =>
  PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));

/** Where browsers are that are not Playwright's own. @type {Record<import('./browser.mjs').Engine, () => string[]>} */
export const PATHS = {
  chromium: () => [
    ...inPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'),
    ...['/', HOME].flatMap((folder) =>
      ['Google Chrome', 'Chromium'].map((app) =>
        join(folder, `Applications/${app}.app/Contents/MacOS/${app}`),
      ),
    ),
    ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((folder) =>
      join(env[folder] ?? '', 'Google/Chrome/Application/chrome.exe'),
    ),
  ],
  // Of Firefoxes that are not its own, this Playwright is known to drive the ESR only.
  firefox: () => inPath('firefox-esr'),
  webkit: () =>
    (existsSync('/usr/lib') ? readdirSync('/usr/lib') : [])
      .filter((folder) => folder.endsWith('-linux-gnu'))
      .map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`),
};
