import {setTimeout as pause} from 'node:timers/promises';
import type {Browser, Page} from 'playwright';
import {latencies} from '../latency.js';
import {launchBrowser} from '../machine.js';
import {table} from '../markdown.js';
import type {SeenChange} from '../pages.js';
import {Scope} from '../scope.js';
import type {Bench, Budget, SectionResult} from '../section.js';
import {openShop, type OpenInvoice, type Shop, type ShopOptions} from '../shop.js';
import {percentile} from '../statistics.js';
import {busiestRate} from '../upstream-reads.js';

const PAGES = 10;
/** A page has six connections over HTTP/1.1: a stream for each card, and one to read by. */
const CARDS = 5;
/** MEM_POOL_FOUND, PAID, COMPLETED */
const CHANGES = 3;
const PATIENCE = 40_000;
/** ms from the opening of the pages to the first payment: payers take longer. */
const SETTLING = 2000;

interface Case extends ShopOptions {
  readonly what: string;
  readonly page: 'element' | 'fixed';
  readonly rounds: number;
  readonly isBound: boolean;
}

const OURS = {kind: 'ours', push: true, webhooks: true, page: 'element', isBound: true} as const;

/** Webhook at the door of an instance → DOM of every viewer. */
export async function push({quick, scope, say}: Bench): Promise<SectionResult> {
  const rounds = quick ? 1 : 4;
  const cases: Case[] = [
    {...OURS, what: 'proxy and element, 1 instance', instances: 1, rounds},
    {...OURS, what: 'proxy and element, 3 instances with Redis', instances: 3, rounds},
    {
      ...{what: 'naive proxy, a client that reads every 3 s', page: 'fixed', isBound: false},
      ...{kind: 'naive', push: false, webhooks: true, instances: 1, rounds: quick ? 1 : 2},
    },
  ];
  const browser = await launchBrowser(scope);
  const rows = [];
  const budgets: Budget[] = [];
  for (const one of cases) {
    say(one.what);
    const {values, early, expected, busiest} = await measure(browser, scope, one);
    const [p50, p99] = [percentile(values, 0.5), percentile(values, 0.99)];
    rows.push([one.what, expected, values.length, early, p50, p99, Math.max(...values), busiest.toFixed(2)]);
    if (!one.isBound) continue;
    const seen = values.length + early;
    budgets.push(
      ...[limit(`${one.what}: p50`, p50, 100), limit(`${one.what}: p99`, p99, 500)],
      {
        ...{what: `${one.what}: changes seen`, limit: `${expected}`, measured: `${seen}`},
        holds: seen === expected,
      },
      {
        ...{what: `${one.what}: upstream reads`, limit: '≤ 1 /s/invoice', measured: busiest.toFixed(2)},
        holds: busiest <= 1,
      },
    );
  }
  const head = [
    '',
    'changes × viewers',
    'seen',
    'seen before the webhook',
    'p50, ms',
    'p99, ms',
    'max, ms',
    'reads /s, busiest invoice',
  ];
  return {
    name: 'push',
    title: 'Webhook accepted → DOM of every viewer',
    markdown: [NOTE, table(head, rows)].join('\n\n'),
    budgets,
  };
}

const NOTE = `${PAGES * CARDS} viewers: ${PAGES} pages, each in a browser context of its own, with ${CARDS} cards of different invoices, evenly over the instances. Of each
invoice three changes (\`MEM_POOL_FOUND\`, \`PAID\`, \`COMPLETED\`), in the sandbox's own time. The clock starts when the signed webhook
stands at the first instance's door, before its signature is checked, and ends when the element has updated its DOM (\`updateComplete\`);
both are \`Date.now()\` of one machine, to 1 ms. The pages are left alone for 2 s before the first payment. Who knew of a change by a look of its own before the webhook came is counted apart.
Upstream reads: from the first payment to the last change seen, of the invoice that was read most often.`;

const limit = (what: string, measured: number, most: number): Budget => ({
  what,
  limit: `< ${most} ms`,
  measured: `${measured} ms`,
  holds: measured < most,
});

async function measure(browser: Browser, parent: Scope, {page: kind, rounds, ...options}: Case) {
  const scope = new Scope();
  parent.defer(() => scope.close());
  const shop = await openShop(scope, options);
  const all: number[] = [];
  let busiest = 0;
  for (let round = 0; round < rounds; round++) {
    const played = await play(browser, shop, kind, round);
    all.push(...played.latencies);
    busiest = Math.max(busiest, played.busiest);
  }
  await scope.close();
  const values = all.filter((ms) => ms >= 0);
  return {values, early: all.length - values.length, expected: rounds * PAGES * CARDS * CHANGES, busiest};
}

/** New invoices, everybody looks, all are paid. */
async function play(browser: Browser, shop: Shop, kind: Case['page'], round: number) {
  const invoices = await shop.createInvoices(CARDS);
  const pages = await Promise.all(
    Array.from({length: PAGES}, async (_, index) => {
      const {origin} = shop.instances[index % shop.instances.length] ?? {};
      const page = await (await browser.newContext()).newPage();
      await page.goto(`${origin}/${kind}?${invoices.map(({key}) => `key=${key}`).join('&')}`);
      return page;
    }),
  );
  await Promise.all(pages.map((page) => seen(page, CARDS)));
  if (kind === 'element') await streamsAre(shop, (round + 1) * PAGES * CARDS);
  // Fifty cards that were opened at once keep two cores busy for a while: that is no part of what a webhook costs.
  await pause(SETTLING);
  await shop.sandbox.call('takeReads');
  await payAll(shop, invoices);
  await Promise.all(pages.map((page) => seen(page, CARDS * (1 + CHANGES)).catch(() => undefined)));
  const {reads, seconds} = await shop.sandbox.call('takeReads');
  const changes = (await Promise.all(pages.map(changesOf))).flat();
  await Promise.all(pages.map((page) => page.context().close()));
  const arrivals = await Promise.all(shop.instances.map(({process}) => process.call('takeArrivals')));
  return {latencies: latencies(changes, arrivals.flat()), busiest: busiestRate(reads, seconds)};
}

/** A card opens its stream after the first answer. @throws Error where they do not come */
async function streamsAre(shop: Shop, count: number): Promise<void> {
  for (let waited = 0; waited < PATIENCE; waited += 200) {
    const opened = await Promise.all(shop.instances.map(({process}) => process.call('streams')));
    if (opened.reduce((sum, it) => sum + it, 0) >= count) return;
    await pause(200);
  }
  throw new Error(`not all of ${count} streams were opened`);
}

async function payAll(shop: Shop, invoices: readonly OpenInvoice[]): Promise<void> {
  for (const invoice of invoices) {
    await shop.pay(invoice);
    await pause(200);
  }
}

const seen = (page: Page, count: number) =>
  page.waitForFunction((least) => window.changes.length >= least, count, {timeout: PATIENCE, polling: 500});

const changesOf = (page: Page): Promise<SeenChange[]> => page.evaluate(() => window.changes);
