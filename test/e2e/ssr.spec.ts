import {createHash} from 'node:crypto';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {createServer, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {expect, test, type Page} from '@playwright/test';
import jsQR from 'jsqr';
import {html} from 'lit';
import {PNG} from 'pngjs';
import {build, type Plugin} from 'vite';
import {smallLit} from '../../build/small-lit.js';
import {ADDRESS, invoiceOf, NOW} from '../../demo/gallery/fixtures.js';
import {CalypsoInvoiceElement, prepareCard} from '../../src/index.js';

// A page that its server renders with the card in it, under a strict policy: without script, with the script tag's
// way of rendering, and with Lit's own, hydration loaded.

const {cssText} = CalypsoInvoiceElement.styles;

/** As the README says, and the one style sheet that the server writes into the page. */
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' https: data:; " +
  `style-src 'self' 'sha256-${createHash('sha256').update(cssText).digest('base64')}'; ` +
  "require-trusted-types-for 'script'; trusted-types lit-html";

const SRC = '/api/invoices/1be6a518-6dcd-477d-96af-dd914b1300ce';
/** Just created: all of its time is left, and the bar of the timer is as full as it is before it is set. */
const invoice = invoiceOf('SINGLE', {logoUrl: null, createdDate: NOW});

/** Hydration has to be there before Lit is. */
const hydration: Plugin = {
  name: 'hydration',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('src/index.ts')
      ? {code: `import '@lit-labs/ssr-client/lit-element-hydrate-support.js';${code}`, map: null}
      : undefined,
};

let folder: string;
let server: Server;
let origin: string;
/** Reads of the invoice that wait for their answer. */
let reads: ServerResponse[];

const bundle = (name: string, plugins: Plugin[]) =>
  build({
    configFile: false,
    logLevel: 'error',
    plugins,
    build: {
      outDir: join(folder, name),
      target: 'es2022',
      minify: false,
      lib: {entry: 'src/index.ts', formats: ['es'], fileName: () => 'card.js'},
    },
  });

async function serve(path: string, query: URLSearchParams, response: ServerResponse): Promise<void> {
  if (path === SRC) return void reads.push(response);
  const script = query.get('script');
  const card = html`<calypso-invoice
    lang="de"
    redirect="manual"
    src=${SRC}
    .invoice=${query.has('empty') ? null : invoice}
    ><a href="https://pay.example/1">Woanders zahlen</a></calypso-invoice
  >`;
  const body =
    path === '/'
      ? `<!doctype html><html lang="de"><meta charset="utf-8" /><title>x</title><link rel="icon" href="data:," />
        ${query.has('preload') ? `<link rel="preload" as="fetch" href="${SRC}" crossorigin />` : ''}
        ${script ? `<script type="module" src="/${script}/card.js"></script>` : ''}
        ${await collectResult(render(card))}<p>Below</p>`
      : await readFile(join(folder, path));
  const type = path === '/' ? 'text/html' : 'text/javascript';
  response.writeHead(200, {'Content-Type': type, 'Content-Security-Policy': POLICY}).end(body);
}

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = await mkdtemp(join(tmpdir(), 'ssr-'));
  await bundle('script', [smallLit]);
  await bundle('hydrated', [hydration]);
  await prepareCard('de');
  server = createServer((request, response) => {
    const {pathname, searchParams} = new URL(request.url ?? '/', 'http://localhost');
    serve(pathname, searchParams, response).catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.beforeEach(() => void (reads = []));

test.afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await rm(folder, {recursive: true});
});

function answer(body: unknown): void {
  for (const response of reads)
    response
      .writeHead(200, {'Content-Type': 'application/json', 'Cache-Control': 'no-store'})
      .end(JSON.stringify(body));
}

interface Watched {
  /** What stood in the card whenever its address or its language did not. */
  readonly gaps: string[];
  shift: number;
}

/** Looks after every change of the card, and adds up what jumps on the page. */
function watch(): void {
  const watched: Watched = {gaps: [], shift: 0};
  Object.assign(globalThis, {watched});
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      watched.shift += (entry as PerformanceEntry & {value: number}).value;
  }).observe({type: 'layout-shift', buffered: true});
  document.addEventListener(
    'readystatechange',
    () => {
      const root = document.querySelector('calypso-invoice')?.shadowRoot;
      const look = () => {
        const text = root?.textContent ?? '';
        if (
          !root?.querySelector('.address')?.textContent ||
          !text.includes('Wählen') === !text.includes('An diese Adresse')
        )
          watched.gaps.push(text);
      };
      look();
      if (root)
        new MutationObserver(look).observe(root, {childList: true, characterData: true, subtree: true});
    },
    {once: true},
  );
}

function troublesOf(page: Page): string[] {
  const troubles: string[] = [];
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(String(error)));
  return troubles;
}

for (const script of ['script', 'hydrated'])
  test(`${script}: the served card stays until the first answer and is replaced at once`, async ({page}) => {
    const troubles = troublesOf(page);
    await page.clock.install({time: Date.parse(NOW) - 1000});
    await page.clock.pauseAt(NOW);
    await page.addInitScript(watch);
    await page.goto(`${origin}/?script=${script}`);
    await expect.poll(() => reads.length).toBe(1);
    const card = page.locator('calypso-invoice');
    await expect(card.getByText('–', {exact: true})).toBeVisible(); // nobody has asked yet
    const mask = [card.locator('.checked')];
    const served = await card.screenshot({mask});

    answer(invoice);
    await expect(card.getByText(/^Zuletzt geprüft/)).toBeVisible();
    await expect(card.locator('.clock')).toHaveText('45:00');
    const shown = await card.screenshot({mask});
    expect(shown.equals(served), 'it looks as before').toBe(true);
    const {gaps, shift} = await page.evaluate(() => (globalThis as unknown as {watched: Watched}).watched);
    expect(gaps).toEqual([]);
    expect(shift).toBe(0);
    expect(troubles).toEqual([]);
    await expect(card.locator('section')).toHaveCount(1);
    await card.getByRole('button', {name: 'Jetzt prüfen'}).click();
    await expect.poll(() => reads.length).toBe(2);
  });

test('without script: amount, address, code and the link to pay elsewhere', async ({browser}) => {
  const context = await browser.newContext({javaScriptEnabled: false});
  const page = await context.newPage();
  const troubles = troublesOf(page);
  await page.goto(origin);
  const card = page.locator('calypso-invoice');
  await expect(card.locator('.number')).toHaveText('18.204');
  await expect(card.locator('[part=network]')).toContainText('TRC-20');
  await expect(card.locator('.address')).toHaveText(ADDRESS);
  await expect(card.locator('.clock')).toHaveText('45:00');
  await expect(card.getByRole('link', {name: 'Woanders zahlen'})).toBeVisible();
  await expect(card.locator('button:visible')).toHaveCount(0);
  const {data, width, height} = PNG.sync.read(await card.locator('[part=qr]').screenshot());
  const read = jsQR as unknown as (data: Uint8ClampedArray, w: number, h: number) => {data: string} | null;
  expect(read(new Uint8ClampedArray(data), width, height)?.data).toBe(ADDRESS);
  expect(troubles).toEqual([]);
  await context.close();
});

test('a preloaded invoice is read once', async ({page, browserName}) => {
  await page.goto(`${origin}/?script=script&preload&empty`);
  await expect.poll(() => reads.length).toBeGreaterThan(0);
  await page.waitForFunction(() => customElements.get('calypso-invoice'));
  answer(invoice);
  await expect(page.locator('calypso-invoice .address')).toHaveText(ADDRESS);
  // The others ask again, and are none the worse for it.
  if (browserName === 'chromium') expect(reads).toHaveLength(1);
});
