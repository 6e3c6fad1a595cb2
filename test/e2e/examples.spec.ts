import {spawn} from 'node:child_process';
import {join} from 'node:path';
import {expect, test, type Page} from '@playwright/test';
import {button, part} from './support/card.js';
import {openExampleShop, openSandbox, watch} from './support/example-shop.js';
import {installExamples, type Examples} from './support/examples.js';

/** The Trusted Types policies that a framework's pages need; null where it writes plain text as HTML. */
const APPS = {
  react: 'lit-html',
  vue: 'lit-html vue',
  svelte: 'lit-html svelte-trusted-html',
  solid: null,
  preact: 'lit-html',
  angular: 'lit-html angular angular#bundler',
} as const;
type App = keyof typeof APPS;
/** Angular has a builder of its own, which checks types itself. */
const VITE_APPS = (Object.keys(APPS) as App[]).filter((name) => name !== 'angular');

/** ms that a test may wait for the builds before its own, on a machine that has other work, too. */
const PATIENCE = 300_000;

// What failed would be installed and built again for each test behind it.
test.describe.configure({mode: 'serial'});

let examples: Examples;
/** What went wrong with a build or a check of types, if anything did. */
let builds: Record<string, Promise<unknown>>;
let checks: Record<string, Promise<unknown>>;

test.beforeAll(async () => {
  test.setTimeout(PATIENCE);
  examples = await installExamples();
  const {run} = examples;
  const runAll = (script: string) => Object.fromEntries(VITE_APPS.map((name) => [name, run(name, [script])]));
  builds = {
    // The longest first; it is driven last.
    angular: run('angular', ['build']),
    ...runAll('build'),
    // React mounts twice what is in StrictMode, but not in production.
    strict: run('react', ['build', '--', '--mode', 'development', '--outDir', 'strict'], {
      NODE_ENV: 'development',
    }),
  };
  checks = runAll('check');
});

test.afterAll(() => {
  test.setTimeout(PATIENCE);
  return examples.remove();
});

for (const name of VITE_APPS) test(`${name}: pays, and shows its own page`, ({page}) => pays(page, name));

test('react, everything mounted twice: the same', ({page}) => pays(page, 'react', 'strict'));

async function pays(page: Page, name: App, build: 'dist' | 'strict' = 'dist'): Promise<void> {
  test.setTimeout(PATIENCE);
  expect(await builds[build === 'dist' ? name : build]).toBeUndefined();
  const shop = await openExampleShop(join(examples.folderOf(name), build), APPS[name]);
  const {faults, reads, streams} = watch(page);
  const {idempotencyKey, invoiceAddress = ''} = await shop.makeInvoice();
  const address = `${shop.url}/?invoice=${idempotencyKey}`;
  const state = page.locator('output');
  const card = page.locator('calypso-invoice');
  await page.clock.install();

  await page.goto(address);
  await expect(part(page, 'amount')).toContainText('18.204');
  await expect(part(page, 'address')).toContainText(String(invoiceAddress));
  await expect(state).toHaveText('PENDING_PAYMENT');
  await expect.poll(() => streams.size).toBe(1);

  await button(page, 'Back to the cart').click();
  await expect(card).toHaveCount(0);
  await expect.poll(() => streams.size).toBe(0);
  const {length} = reads;
  await page.clock.fastForward(60_000);
  expect(reads).toHaveLength(length);

  await button(page, 'Pay').click();
  await expect(state).toHaveText('PENDING_PAYMENT');
  await shop.deposit(String(invoiceAddress), '18.204');
  await expect(state).toHaveText('MEM_POOL_FOUND');
  await shop.advance(5000);
  await expect(state).toHaveText('PAID');
  await shop.advance(5000);
  await expect(page.getByRole('heading', {name: 'Thank you!'})).toBeVisible();
  await expect(card).toHaveCount(0);
  expect(page.url()).toBe(address);
  expect(faults).toEqual([]);
  await shop.close();
}

for (const name of ['html', 'ssr'])
  test(`${name}: from the cart to the page of thanks, with a server of its own`, async ({page}) => {
    const sandbox = await openSandbox();
    const {account, key, secret} = sandbox.credentials;
    const server = spawn(process.execPath, ['server.js'], {
      cwd: examples.folderOf(name),
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PORT: '0',
        CALYPSO_API_URL: sandbox.url,
        CALYPSO_ACCOUNT: account,
        CALYPSO_KEY: key,
        CALYPSO_SECRET: secret,
      },
    });
    const url = await new Promise<string>((resolve, reject) => {
      server.stdout.once('data', (line) => resolve(String(line).trim()));
      server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    });
    const {faults} = watch(page);
    const state = page.locator('output');
    await page.clock.install();
    await page.goto(url);
    await button(page, 'Pay with crypto').click();
    await expect(part(page, 'amount')).toContainText('18.204');
    await expect(state).toHaveText('PENDING_PAYMENT');
    const idempotencyKey = new URL(page.url()).searchParams.get('invoice') ?? '';
    const {invoiceAddress} = await sandbox.client.getInvoice({idempotencyKey});
    await expect(part(page, 'address')).toContainText(String(invoiceAddress));
    const served = await (await fetch(page.url())).text();
    expect(served.includes(String(invoiceAddress))).toBe(name === 'ssr');

    await sandbox.deposit(String(invoiceAddress), '18.204');
    await sandbox.advance(5000);
    await expect(state).toHaveText('PAID', {timeout: 15_000}); // no webhook tells this server: it looks by itself
    await sandbox.advance(5000);
    // The card waits before it leaves.
    await expect(async () => {
      await page.clock.fastForward(5000);
      expect(page.url()).toBe(`${url}/thanks.html?paymentStatus=SUCCESS`);
    }).toPass();
    await expect(page.getByRole('heading', {name: 'Thank you!'})).toBeVisible();
    expect(faults).toEqual([]);
    server.kill();
    await sandbox.close();
  });

for (const name of VITE_APPS)
  test(`${name}: its types hold`, async () => {
    test.setTimeout(PATIENCE);
    expect(await checks[name]).toBeUndefined();
  });

test('angular: pays, and shows its own page', ({page}) => pays(page, 'angular'));
