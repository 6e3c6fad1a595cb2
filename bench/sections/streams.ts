import {setTimeout as pause} from 'node:timers/promises';
import {startCrowd, urlsOf} from '../crowd.js';
import {latencies} from '../latency.js';
import {table} from '../markdown.js';
import {Scope} from '../scope.js';
import type {Bench, Budget, SectionResult} from '../section.js';
import {openShop, type ShopOptions} from '../shop.js';
import {percentile} from '../statistics.js';
import {busiestRate, meanRate} from '../upstream-reads.js';

interface Case extends ShopOptions {
  readonly what: string;
}

/** How much is done. */
interface Size {
  readonly viewers: number;
  readonly invoices: number;
  /** s */
  readonly duration: number;
  /** Invoices that are paid in the end. */
  readonly paid: number;
}

const OURS = {kind: 'ours', push: true} as const;
const CASES: readonly Case[] = [
  {...OURS, what: '1 instance, webhooks', instances: 1, webhooks: true},
  {...OURS, what: '1 instance, no webhooks', instances: 1, webhooks: false},
  {...OURS, what: '3 instances with Redis, webhooks', instances: 3, webhooks: true},
  {...OURS, what: '3 instances with Redis, no webhooks', instances: 3, webhooks: false},
];

/** 10,000 viewers of 100 invoices who keep a stream open. */
export async function streams({quick, scope, say}: Bench): Promise<SectionResult> {
  const size: Size = quick
    ? {viewers: 2000, invoices: 20, duration: 8, paid: 4}
    : {viewers: 10_000, invoices: 100, duration: 30, paid: 10};
  const rows = [];
  const budgets: Budget[] = [];
  for (const one of CASES) {
    say(`${size.viewers} streams, ${one.what}`);
    const {row, budget} = await measure(scope, one, size);
    rows.push([one.what, ...row]);
    budgets.push(budget);
  }
  const head = [
    ...['', 'reads /s/invoice', 'busiest', 'heap per stream, kB', 'RSS per stream, kB'],
    ...[
      'CPU of all instances, % of a core',
      'without Redis, % of the time',
      'webhook → stream, p50, ms',
      'p99, ms',
      'streams lost',
    ],
  ];
  const note = `${size.viewers} real HTTP streams of ${size.invoices} invoices, ${size.viewers / size.invoices} of each, evenly over the instances; the readers run in processes of their own on the
same machine. Memory: before and after the streams were opened, after a collection of garbage, Node's connections included. Reads and CPU: over ${size.duration} s
in which nothing changes. Then ${size.paid} invoices are paid, and every reader of each is told.`;
  return {
    name: 'streams',
    title: `${size.viewers} viewers of ${size.invoices} invoices, streaming`,
    markdown: [note, table(head, rows)].join('\n\n'),
    budgets,
  };
}

async function measure(
  parent: Scope,
  {what, ...options}: Case,
  {viewers, invoices: count, duration, paid}: Size,
) {
  const scope = new Scope();
  parent.defer(() => scope.close());
  const shop = await openShop(scope, options);
  const invoices = await shop.createInvoices(count);
  const crowd = startCrowd(scope, urlsOf(viewers, invoices, shop.instances, '/events'));

  const empty = await shop.memory();
  await Promise.all(crowd.map(({process, urls}) => process.call('stream', urls)));
  await pause(2000);
  const full = await shop.memory();
  await pause(2000);
  const before = await shop.usage();
  await shop.sandbox.call('takeReads');
  await pause(duration * 1000);
  const {reads, seconds} = await shop.sandbox.call('takeReads');
  const after = await shop.usage();

  for (const invoice of invoices.slice(0, paid)) await shop.pay(invoice);
  // The second change of the first comes after 5 s.
  await pause(4000);
  const changes = (await Promise.all(crowd.map(({process}) => process.call('takeChanges')))).flat();
  const arrivals = await Promise.all(shop.instances.map(({process}) => process.call('takeArrivals')));
  const told = latencies(changes, arrivals.flat());
  const lost = (await Promise.all(crowd.map(({process}) => process.call('takePolls')))).map(
    (it) => it.failures,
  );
  await scope.close();

  const busiest = busiestRate(reads, seconds);
  const perStream = (bytes: number) => round(bytes / viewers / 1000, 1);
  const told50 = told.length ? percentile(told, 0.5) : '–';
  const told99 = told.length ? percentile(told, 0.99) : '–';
  const row = [
    ...[round(meanRate(reads, seconds, count), 2), round(busiest, 2)],
    ...[perStream(full.heap - empty.heap), perStream(full.rss - empty.rss)],
    round((after.cpu - before.cpu) / seconds / 10_000, 0),
    round((after.away - before.away) / seconds / 10, 0),
    ...[told50, told99, lost.reduce((sum, it) => sum + it, 0)],
  ];
  const budget = {
    ...{what: `upstream reads, ${what}`, limit: '≤ 1 /s/invoice'},
    ...{measured: busiest.toFixed(2), holds: busiest <= 1},
  };
  return {row, budget};
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
