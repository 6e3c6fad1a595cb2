import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {extname, join} from 'node:path';
import {expect, test, type Page} from '@playwright/test';
import {build} from 'vite';
import {BY_VIEW, intervened, invoiceOf, NOW} from '../../demo/gallery/fixtures.js';

// The file for the script tag is cut down (build/small-*.ts). Here it stands beside the same element as it is.

/** As the README says. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' https: data:; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.html': 'text/html',
  '.svg': 'image/svg+xml',
};

const page = (script: string) =>
  `<!doctype html><html lang="en"><title>x</title><script type="module" src="/${script}"></script>`;

let folder: string;
let server: Server;
let origin: string;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = await mkdtemp(join(tmpdir(), 'script-tag-'));
  const build1 = {outDir: join(folder, 'script'), sourcemap: false};
  await build({mode: 'script', logLevel: 'error', build: build1});
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: join(folder, 'whole'),
      target: 'es2022',
      lib: {entry: 'src/index.ts', formats: ['es'], fileName: () => 'whole.js'},
    },
  });
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    void (async () => {
      const body = path.endsWith('.html')
        ? page(path.slice(1).replace('.html', '.js'))
        : await readFile(join(folder, path));
      const type = TYPES[extname(path)] ?? 'text/plain';
      response.writeHead(200, {'Content-Type': type, 'Content-Security-Policy': POLICY}).end(body);
    })().catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await rm(folder, {recursive: true});
});

/** Opens a build of the card, and shows these invoices: each in a card of its own, or one after the other in one card. */
async function markup(
  page: Page,
  file: string,
  invoices: readonly unknown[],
  {inOneCard}: {inOneCard: boolean},
): Promise<string[]> {
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(String(error)));
  // Fixing the time alone lets `performance.now()` run, which the timer goes by.
  await page.clock.install({time: Date.parse(NOW) - 1000});
  await page.clock.pauseAt(NOW);
  await page.goto(`${origin}/${file}.html`);
  await page.waitForFunction(() => customElements.get('calypso-invoice'));
  const all = await page.evaluate(
    async ([given, isOne]) => {
      const place = () => {
        const card = document.createElement('calypso-invoice');
        document.body.append(card);
        return card;
      };
      const only = place();
      const shown: string[] = [];
      for (const invoice of given) {
        const card = isOne ? only : place();
        Object.assign(card, {invoice, redirect: 'manual'});
        await card.updateComplete;
        const html = card.shadowRoot?.innerHTML ?? '';
        shown.push(
          html
            .replace(/<path [^>]*>/g, '') // the whole encoder mixes modes; test/package reads the small one's codes
            .replace(/<!--[^]*?-->/g, '')
            .replace(/\s+/g, ' ')
            .replaceAll('> <', '><'),
        );
      }
      return shown;
    },
    [invoices, inOneCard] as const,
  );
  expect(faults.filter((fault) => !/404/.test(fault))).toEqual([]);
  return all;
}

async function expectSame(page: Page, invoices: readonly unknown[], options: {inOneCard: boolean}) {
  const small = await markup(page, 'script/calypso-invoice', invoices, options);
  const whole = await markup(page, 'whole/whole', invoices, options);
  expect(small.length).toBeGreaterThan(50);
  for (const [i, shown] of small.entries()) expect(shown, JSON.stringify(invoices[i])).toBe(whole[i]);
}

const logo = {logoUrl: null};
const BITCOIN = {
  ...logo,
  currency: 'BTC',
  amount: '0.00013413',
  invoiceAddress: 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
};

test('the script-tag file shows what the whole element shows, in every view', async ({page}) => {
  const types = ['SINGLE', 'SINGLE_FIAT', 'BOUND', 'UNLIMITED', 'UNLIMITED_LINKED'] as const;
  const invoices = [
    ...types.flatMap((type) => Object.values(BY_VIEW).map((fields) => invoiceOf(type, {...fields, ...logo}))),
    invoiceOf('SINGLE', {...intervened('20'), ...logo}),
    invoiceOf('SINGLE', {...intervened('18.204', {isInterventionResolved: true}), ...logo}),
    invoiceOf('SINGLE', BITCOIN),
    invoiceOf('SINGLE', {...logo, invoiceAddress: 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u'}),
    invoiceOf('SINGLE', {...logo, currency: 'NEWCOIN_L3', description: '<b>x</b>'}),
    {},
    null,
  ];
  await expectSame(page, invoices, {inOneCard: false});
});

test('and the same when any view becomes any other', async ({page}) => {
  const kinds = [
    ...Object.values(BY_VIEW).map((fields) => invoiceOf('SINGLE', {...fields, ...logo})),
    invoiceOf('SINGLE', {...intervened('20'), ...logo}),
    invoiceOf('SINGLE', BITCOIN),
    invoiceOf('UNLIMITED', logo),
    null,
  ];
  // Each by another key: what is known of one invoice does not hold for the next.
  const invoices = kinds
    .flatMap((one, i) => kinds.slice(i).flatMap((other) => [one, other])) // there and back
    .map(
      (invoice, i) =>
        invoice && {...invoice, idempotencyKey: `1be6a518-6dcd-477d-96af-${String(i).padStart(12, '0')}`},
    );
  await expectSame(page, invoices, {inOneCard: true});
});

test('from awaiting to completed, in German: it updates as the whole element does', async ({page}) => {
  const life = async (file: string) => {
    await page.goto(`${origin}/${file}.html`);
    await page.waitForFunction(() => customElements.get('calypso-invoice'));
    const shown: string[] = [];
    const steps = [BY_VIEW.awaiting, BY_VIEW.detected, BY_VIEW.compliance, BY_VIEW.paid, BY_VIEW.completed];
    await page.evaluate(() => {
      const card = document.createElement('calypso-invoice');
      Object.assign(card, {lang: 'de', redirect: 'manual'});
      document.body.append(card);
    });
    for (const fields of steps) {
      await page.locator('calypso-invoice').evaluate(
        async (card, invoice) => {
          Object.assign(card, {invoice});
          await (card as HTMLElementTagNameMap['calypso-invoice']).updateComplete;
        },
        invoiceOf('SINGLE', {...fields, logoUrl: null}),
      );
      await expect(
        page.locator('calypso-invoice').getByText('Zuletzt geprüft').or(page.getByText('Zurück')),
      ).not.toHaveCount(0);
      shown.push(await page.locator('calypso-invoice').innerText());
    }
    return shown;
  };
  expect(await life('script/calypso-invoice')).toEqual(await life('whole/whole'));
});

for (const file of ['script/calypso-invoice', 'whole/whole'])
  test(`${file}: cards that came and went are collected, with their nodes and listeners`, async ({page}) => {
    await page.goto(`${origin}/${file}.html`);
    await page.waitForFunction(() => customElements.get('calypso-invoice'));
    const session = await page.context().newCDPSession(page);
    const batch = async () => {
      await page.evaluate(
        async (invoice) => {
          for (let i = 0; i < 100; i++) {
            const card = document.body.appendChild(document.createElement('calypso-invoice'));
            Object.assign(card, {invoice, redirect: 'none'});
            await card.updateComplete;
            card.remove();
          }
        },
        invoiceOf('SINGLE', logo),
      );
    };
    const kept = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const {nodes, jsEventListeners} = await session.send('Memory.getDOMCounters');
      return nodes + jsEventListeners;
    };
    await batch(); // what all share
    await batch();
    const before = await kept();
    await batch();
    // Less than one card has; a collection may leave some of it to the next.
    await expect.poll(async () => (await kept()) - before).toBeLessThan(50);
  });
