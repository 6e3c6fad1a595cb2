import {readFileSync} from 'node:fs';
import {expect, test, type FrameLocator, type Page} from '@playwright/test';
import {build} from 'esbuild';
import {ADDRESS, invoiceOf} from '../../demo/gallery/fixtures.js';
import {messages as de} from '../../src/locales/de.js';
import {en} from '../../src/locales/en.js';
import {policyWithScriptsOf, POLICY} from './support/policy.js';
import {openSite, type Answer} from './support/site.js';

// Plain pages with a script tag: a shop that has the script from another origin, or in a frame, or not at all.

const {version} = JSON.parse(readFileSync('package.json', 'utf8')) as {version: string};
const VERSIONED = `calypso-invoice-${version}.js`;
const HASHES = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as Record<string, string>;
const OPEN = {'Access-Control-Allow-Origin': '*'};

const script = (text: string | Buffer, headers = {}): Answer => ({
  body: new Uint8Array(Buffer.from(text)),
  type: 'text/javascript',
  headers,
});
const dist = (path: string, headers = {}): Answer | undefined =>
  /^\/calypso-invoice[\w.-]*\.js$/.test(path) ? script(readFileSync(`dist${path}`), headers) : undefined;

const invoice = JSON.stringify(invoiceOf('SINGLE', {logoUrl: null}));
const CARD =
  '<calypso-invoice src="/invoice"><a href="https://pay.example/">Pay elsewhere</a></calypso-invoice>';

const REACT = `
  import {createElement} from 'react';
  import {createRoot} from 'react-dom/client';
  import {CalypsoInvoice} from 'calypso-invoice/react';
  const tell = (by) => ({state}) => (document.title += ' ' + by + ' ' + state);
  const src = '/invoice';
  createRoot(document.querySelector('main')).render([
    createElement(CalypsoInvoice, {key: 1, src, pollInterval: 4000, onCalypsoStateChange: tell('component')}),
    createElement('calypso-invoice', {key: 2, src, pollInterval: 5000, 'oncalypso-state-change': tell('tag')}),
  ]);`;

/** What /code.js of the shop is. */
let code: string;
/** Pages by their path; a site's own script and invoice are at its root. */
let pages: Record<string, {head?: string; body?: string; lang?: string; policy?: string}>;
/** What the invoice and the script answer to another origin. */
let cors: {invoice: object; script: object};

async function openSites() {
  const cdn = await openSite((path) => {
    if (path === '/broken.js') return script('export {', OPEN);
    if (path === '/changed.js') return script(`${readFileSync('dist/calypso-invoice.js', 'utf8')} `, OPEN);
    if (path === '/closed.js') return script(readFileSync('dist/calypso-invoice.js'));
    return dist(path, OPEN);
  });
  const shop = await openSite((path) => {
    if (path === '/invoice') return {body: invoice, type: 'application/json', headers: {...cors.invoice}};
    if (path === '/code.js') return script(code);
    const page = pages[path];
    if (!page) return dist(path, cors.script);
    const {head = '', body = CARD, lang = 'en', policy = POLICY} = page;
    return {
      body: `<!doctype html><html lang="${lang}"><title>x</title><link rel="icon" href="data:," />${head}<body>${body}`,
      headers: {'Content-Security-Policy': policy},
    };
  });
  return {cdn, shop};
}

let sites: Awaited<ReturnType<typeof openSites>>;
test.beforeEach(async () => {
  [pages, cors, code] = [{}, {invoice: {}, script: {}}, ''];
  sites = await openSites();
});
test.afterEach(async () => {
  await sites.shop.close();
  await sites.cdn.close();
});

/** What the page complains of. */
function complaints(page: Page): string[] {
  const texts: string[] = [];
  page.on('console', (message) => message.type() === 'error' && texts.push(message.text()));
  page.on('pageerror', (error) => texts.push(String(error)));
  return texts;
}

const fallback = (page: Page | FrameLocator) => page.getByRole('link', {name: 'Pay elsewhere'});
const address = (page: Page | FrameLocator) => page.locator('calypso-invoice [part="address"]');

test('from another origin, with its hash: the card, its language and its check of the address', async ({
  page,
}) => {
  const {shop, cdn} = sites;
  const texts = complaints(page);
  const tag = `<script type="module" src="${cdn.origin}/${VERSIONED}" integrity="${HASHES[VERSIONED]}" crossorigin></script>`;
  pages['/'] = {head: tag, lang: 'de', policy: policyWithScriptsOf(cdn.origin)};
  await page.goto(shop.origin);

  await expect(address(page)).toHaveText(ADDRESS);
  await expect(page.locator('calypso-invoice [part="copy-address"]')).toHaveText(de.copyAddress);
  await expect(fallback(page)).toBeHidden();
  const loaded = [VERSIONED, 'calypso-invoice-de.js', 'calypso-invoice-address-check.js'];
  expect(cdn.asked).toEqual(expect.arrayContaining(loaded.map((name) => `/${name}`)));
  expect(shop.asked.filter((path) => path.endsWith('.js'))).toEqual([]);
  expect(texts).toEqual([]);
});

test('where no script runs, the link stays', async ({page}) => {
  const {shop, cdn} = sites;
  const policy = policyWithScriptsOf(cdn.origin);
  const tag = (src: string, more = '') => `<script type="module" src="${src}" ${more}></script>`;
  pages = {
    '/absent': {head: tag('/nowhere.js')},
    '/broken': {head: tag(`${cdn.origin}/broken.js`), policy},
    '/changed': {
      head: tag(`${cdn.origin}/changed.js`, `integrity="${HASHES['calypso-invoice.js']}"`),
      policy,
    },
    '/closed': {head: tag(`${cdn.origin}/closed.js`), policy}, // no CORS
    '/forbidden': {head: tag(`${cdn.origin}/calypso-invoice.js`)}, // by the policy
  };
  const texts = complaints(page);
  for (const path of Object.keys(pages)) {
    await page.goto(shop.origin + path); // to its end: a module script has loaded or failed
    await expect(fallback(page), path).toBeVisible();
    expect(texts.splice(0), path).not.toEqual([]);
    expect(await page.evaluate(() => customElements.get('calypso-invoice')), path).toBeUndefined();
  }
  expect(cdn.asked).toEqual(['/broken.js', '/changed.js', '/closed.js']);
});

test('twice on a page: two cards, and the script under two names', async ({page}) => {
  const texts = complaints(page);
  const tag = (name: string) => `<script type="module" src="/${name}"></script>`;
  pages['/'] = {
    head: tag('calypso-invoice.js') + tag(VERSIONED) + tag(VERSIONED),
    body: CARD + CARD,
    // Each copy of Lit makes a Trusted Types policy of its own, by the same name.
    policy: POLICY.replace('trusted-types lit-html', "$& 'allow-duplicates'"),
  };
  await page.goto(sites.shop.origin);
  await expect(address(page)).toHaveText([ADDRESS, ADDRESS]);
  expect(texts).toEqual([]);
});

test.describe('in a sandboxed frame', () => {
  const frame = (sandbox: string) =>
    `<iframe sandbox="${sandbox}" src="/card" width="500" height="900"></iframe>`;
  const policy = `${POLICY}; frame-src 'self'`;
  const head = '<script type="module" src="/calypso-invoice.js"></script>';

  test('of no origin: it works where script and invoice are open to other origins', async ({page}) => {
    pages = {'/': {body: frame('allow-scripts'), policy}, '/card': {head}};
    const card = page.frameLocator('iframe');
    await page.goto(sites.shop.origin);
    await expect(fallback(card)).toBeVisible(); // no script without CORS

    cors.script = OPEN;
    await page.reload();
    await expect(card.locator('calypso-invoice [part="notice"]')).toHaveText(en.notices.trouble);
    await expect(fallback(card)).toBeVisible(); // no invoice without CORS

    cors.invoice = OPEN;
    await page.reload();
    await expect(address(card)).toHaveText(ADDRESS);
    const copy = card.locator('calypso-invoice [part="copy-address"]');
    await copy.click();
    await expect(card.locator('calypso-invoice [part="notice"]')).toHaveText(en.copyFailed);
  });

  test('of its own origin: all of it works', async ({page}) => {
    const texts = complaints(page);
    pages = {'/': {body: frame('allow-scripts allow-same-origin'), policy}, '/card': {head}};
    await page.goto(sites.shop.origin);
    const card = page.frameLocator('iframe');
    await expect(address(card)).toHaveText(ADDRESS);
    await card.locator('calypso-invoice [part="copy-address"]').click();
    await expect(card.locator('calypso-invoice [part="copy-address"]')).toHaveText(en.copied);
    expect(texts).toEqual([]);
  });
});

test('in React: the component, and the element by its tag', async ({page}) => {
  const {outputFiles} = await build({
    stdin: {contents: REACT, resolveDir: '.'},
    bundle: true,
    format: 'esm',
    define: {'process.env.NODE_ENV': '"production"'},
    write: false,
  });
  const texts = complaints(page);
  code = outputFiles[0]?.text ?? '';
  pages['/'] = {head: '<script type="module" src="/code.js"></script>', body: '<main></main>'};
  await page.goto(sites.shop.origin);
  await expect(address(page)).toHaveText([ADDRESS, ADDRESS]);
  const shown = await page.evaluate(() => ({
    title: document.title,
    intervals: Array.from(document.querySelectorAll('calypso-invoice'), ({pollInterval}) => pollInterval),
  }));
  expect(shown).toEqual({title: 'x component PENDING_PAYMENT tag PENDING_PAYMENT', intervals: [4000, 5000]});
  expect(texts).toEqual([]);
});
