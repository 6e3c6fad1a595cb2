import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test as base, type Page} from '@playwright/test';
import axe from 'axe-core';
import {build} from 'vite';
import {listen} from '../../demo/server/listen.js';
import {readStaticFiles} from '../../demo/server/static-files.js';
import {ALL_PAGES} from '../../site/build/pages.js';
import {en} from '../../src/locales/en.js';
import {button, expectView, part} from './support/card.js';

interface Site {
  readonly origin: string;
  /** What a path leads to; undefined where there is nothing. */
  read(path: string): Promise<string> | undefined;
}

/** The built site on a host that has its files and nothing else. */
const test = base.extend<{visit: (name: string) => Promise<void>}, {site: Site}>({
  site: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'site-'));
      await build({configFile: 'site/vite.config.ts', logLevel: 'error', build: {outDir: folder}});
      const files = await readStaticFiles(folder);
      const missing = () => new Response('There is nothing here.', {status: 404});
      const server = await listen(async ({url}) => files(new URL(url).pathname) ?? missing(), 0);
      await use({origin: `http://localhost:${server.port}`, read: (path) => files(path)?.text()});
      await server.close();
      await rm(folder, {recursive: true});
    },
    {scope: 'worker', timeout: 120_000},
  ],
  visit: async ({page, site: {origin}}, use) => {
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('response', (response) => response.ok() || faults.push(`${response.status()} ${response.url()}`));
    page.on('request', (request) => {
      const {protocol, origin: other} = new URL(request.url());
      if (protocol !== 'data:' && other !== origin) faults.push(`request to ${other}`);
    });
    await use(async (name) => void (await page.goto(`${origin}/${name}.html`)));
    expect(faults).toEqual([]);
  },
});

async function violationsIn(page: Page, place = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (place) => {
    const {axe: loaded} = globalThis as unknown as {axe: typeof axe};
    const {violations} = await loaded.run(place, {resultTypes: ['violations']});
    return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`));
  }, place);
}

/** Links of this page that lead nowhere on the site: to a file or a heading that there is not. */
async function deadLinks(page: Page, {origin, read}: Site): Promise<string[]> {
  const links = page.locator('a[href]');
  const hrefs = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  const own = [...new Set(hrefs)].map((href) => new URL(href)).filter((url) => url.origin === origin);
  const found = await Promise.all(
    own.map(async ({pathname, hash}) => {
      const text = await read(pathname);
      return text !== undefined && (!hash || text.includes(`id="${decodeURIComponent(hash.slice(1))}"`));
    }),
  );
  return own.filter((_, i) => !found[i]).map(String);
}

/** ms are not waited for: the sandbox is told that they have passed. */
async function passTime(page: Page) {
  await button(page, '+10 seconds').click();
  await expect(page.locator('#did')).toHaveText('Ten seconds passed in the sandbox.');
}

/** Pages that are more than a document, and the first document. */
const OWN = ['index', 'live', 'playground'];

test.setTimeout(180_000);

test('every page: no error, nothing from elsewhere, no dead link, fits 320 px, axe finds nothing', async ({
  page,
  site,
  visit,
}) => {
  for (const {name} of ALL_PAGES)
    await test.step(name, async () => {
      await page.emulateMedia({colorScheme: 'light'});
      await visit(name);
      await expect(page.getByRole('heading', {level: 1})).toHaveCount(1);
      expect(await deadLinks(page, site)).toEqual([]);
      const isOwn = OWN.includes(name);
      // What stands around the documents is the same on every page.
      expect(await violationsIn(page, isOwn ? 'html' : 'main')).toEqual([]);
      if (isOwn) {
        await page.emulateMedia({colorScheme: 'dark'});
        expect(await violationsIn(page)).toEqual([]);
      }
      await page.setViewportSize({width: 320, height: 640});
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.setViewportSize({width: 1280, height: 800});
    });
});

test('live: a payment from the wallet to completed, with no server', async ({page, visit}) => {
  await visit('live');
  await expectView(page, 'awaiting');
  await expect(part(page, 'amount')).toContainText('18.204');
  await button(page, 'Pay exactly').click();
  await expectView(page, 'detected');
  await passTime(page);
  await passTime(page);
  await expectView(page, 'completed');
  await expect(page.locator('#told')).toContainText('COMPLETED received 18.204');
  await page.locator('calypso-invoice [part="return-link"]').click();
  await expect(page.locator('#left')).toContainText('order=1042&paymentStatus=SUCCESS');
});

test('live: other invoices, other ends, another language and look', async ({page, visit}) => {
  await visit('live');
  await expectView(page, 'awaiting');
  await button(page, 'Pay 10 % less').click();
  await passTime(page);
  await expectView(page, 'underpaid');

  await page.getByLabel('Invoice').selectOption('UNLIMITED');
  await expect(part(page, 'amount')).toContainText(en.anyAmount);
  await page.getByLabel('Currency').selectOption('BTC');
  await expect(part(page, 'network')).toContainText('Bitcoin');
  await page.getByLabel('Invoice').selectOption('SINGLE_FIAT');
  await page.getByLabel('Look').selectOption('paper');
  await page.getByLabel('Language').selectOption('de');
  await expect(page.locator('calypso-invoice').getByRole('button', {name: 'Adresse kopieren'})).toBeVisible();
  await page.getByLabel('Language').selectOption('en');
  await button(page, 'Let it expire').click();
  await expect(part(page, 'timer')).toContainText('00:0');
  await passTime(page);
  await expectView(page, 'archived');
  await button(page, 'Decline').click();
  await expect(page.locator('#did')).toContainText('Not done.');
});

test('playground: what is shown to be copied is what the card wears', async ({page, visit, context}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit('playground');
  const css = page.locator('#css');
  await page.getByLabel('--calypso-background, light').fill('#ffeedd');
  await page.getByLabel('--calypso-radius').fill('3');
  await expect(css).toContainText('--calypso-background: light-dark(#ffeedd, #12171d);');
  await expect(css).toContainText('--calypso-radius: 3px;');
  await expect(part(page, 'card')).toHaveCSS('background-color', 'rgb(255, 238, 221)');
  await expect(part(page, 'card')).toHaveCSS('border-radius', '4.5px');

  await page.getByLabel('Add a rule').selectOption('amount');
  await expect(part(page, 'amount')).toHaveCSS('outline-style', 'dashed');
  await button(page, 'Copy').last().click();
  await expect(page.locator('#copied')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await css.textContent());

  await page.getByLabel('--calypso-text, light').fill('#eeeeee');
  await expect(page.locator('#contrast')).toContainText('text on background in the light: 1.0');
  await button(page, 'Start again').click();
  await expect(part(page, 'card')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await page.locator('#shown').getByLabel('View').selectOption('completed');
  await expectView(page, 'completed');
});
