import {randomBytes, randomUUID} from 'node:crypto';
import type {Page} from '@playwright/test';
import {listen} from '../../../demo/server/listen.js';
import {readStaticFiles} from '../../../demo/server/static-files.js';
import {CalypsoClient} from '../../../src/api/index.js';
import {createInvoiceProxy} from '../../../src/proxy/index.js';
import {createSandbox} from '../../../src/sandbox/index.js';

const BASE_PATH = '/api/invoices';

/** As the README says, with the Trusted Types policies that the framework makes. */
const policy = (trustedTypes: string | null) =>
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' https: data:" +
  (trustedTypes === null ? '' : `; require-trusted-types-for 'script'; trusted-types ${trustedTypes}`);

/** A sandbox whose clock stands still but for `advance`, and a client of it. */
export async function openSandbox() {
  const opened = Date.now();
  const random = (bytes: number) => randomBytes(bytes).toString('hex');
  const credentials = {account: `0x${random(20)}`, key: random(16), secret: random(16)};
  const sandbox = createSandbox({...credentials, now: () => opened});
  const {url, close} = await sandbox.listen(0);
  return {
    credentials,
    url,
    client: new CalypsoClient({baseUrl: url, ...credentials}),
    /** ms by which its clock is ahead of the one it began with. */
    ahead: () => sandbox.now() - opened,
    deposit: (address: string, amount: string) => sandbox.deposit({address, amount}),
    advance: (ms: number) => sandbox.advance(ms),
    async close() {
      await close();
      await sandbox.close();
    },
  };
}

/** A built example at an origin of its own, under a strict policy, with the proxy beside it. */
export async function openExampleShop(pages: string, trustedTypes: string | null) {
  const sandbox = await openSandbox();
  const {client} = sandbox;
  const reading = {client, basePath: BASE_PATH, now: () => Date.now() + sandbox.ahead()};
  let proxy = createInvoiceProxy(reading);
  const files = await readStaticFiles(pages);
  const server = await listen(async (request) => {
    const {pathname} = new URL(request.url);
    if (pathname.startsWith(BASE_PATH)) return proxy(request);
    const response = files(pathname) ?? new Response(null, {status: 404});
    response.headers.set('Content-Security-Policy', policy(trustedTypes));
    return response;
  }, 0);
  const url = `http://localhost:${server.port}`;
  const webhook = {url: `${url}${BASE_PATH}/webhooks`, notificationServiceTypes: ['INVOICE' as const]};
  const {secretKey} = await client.createWebhook(webhook);
  proxy = createInvoiceProxy({...reading, webhookSecrets: [secretKey ?? '']});
  return {
    ...sandbox,
    url,
    makeInvoice: () =>
      client.createSingleInvoice({
        amount: '18.204',
        currency: 'USDT_TRX',
        description: 'Order 1042',
        idempotencyKey: randomUUID(),
        returnUrl: `${url}/?order=1042`,
      }),
    async close() {
      await server.close();
      await sandbox.close();
    },
  };
}

/** What went wrong on a page, and how many streams it holds open. */
export function watch(page: Page) {
  const faults: string[] = [];
  const streams = new Set<unknown>();
  const reads: string[] = [];
  page.on('console', (message) => {
    const isExpected =
      message.location().url.endsWith('/favicon.ico') || /^Lit is in dev mode/.test(message.text());
    if (/error|warning/.test(message.type()) && !isExpected) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().includes(BASE_PATH)) return;
    reads.push(request.url());
    if (request.url().endsWith('/events')) streams.add(request);
  });
  page.on('requestfinished', (request) => void streams.delete(request));
  page.on('requestfailed', (request) => void streams.delete(request));
  return {faults, reads, streams};
}
