import {setTimeout as pause} from 'node:timers/promises';
import {startCrowd, urlsOf} from '../crowd.js';
import {table} from '../markdown.js';
import {Scope} from '../scope.js';
import type {Bench, Budget, SectionResult} from '../section.js';
import {POLL_INTERVAL} from '../settings.js';
import {openShop, type ShopOptions} from '../shop.js';
import {percentile} from '../statistics.js';
import {busiestRate, meanRate} from '../upstream-reads.js';

interface Case extends ShopOptions {
  readonly what: string;
  readonly client: 'element' | 'fixed';
  /** How many at first; where the machine cannot, how many then. */
  readonly viewers: readonly number[];
}

const VIEWERS_PER_INVOICE = 100;
/** Below this share of the polls that its viewers want to make, a machine is full. */
const ENOUGH = 0.9;

/** 10,000 viewers of 100 invoices who poll. */
export async function polls({quick, scope, say}: Bench): Promise<SectionResult> {
  const viewers = quick ? [1000, 500] : [10_000, 2500];
  const duration = quick ? 8 : 30;
  const ours = {kind: 'ours', push: false, webhooks: false, client: 'element', viewers} as const;
  const cases: Case[] = [
    {...ours, what: 'our proxy, the element’s policy, 1 instance', instances: 1},
    {...ours, what: 'our proxy, the element’s policy, 3 instances with Redis', instances: 3},
    {
      ...{what: 'naive proxy, a client that reads every 3 s', client: 'fixed', viewers: viewers.slice(-1)},
      ...{kind: 'naive', push: false, webhooks: false, instances: 1},
    },
  ];
  const rows = [];
  const budgets: Budget[] = [];
  for (const one of cases)
    for (const count of one.viewers) {
      say(`${count} viewers who poll, ${one.what}`);
      const {wanted, answered, busiest, row} = await measure(scope, one, count, duration);
      rows.push([
        one.what,
        count,
        count / VIEWERS_PER_INVOICE,
        Math.round(wanted),
        Math.round(answered),
        ...row,
      ]);
      const isFull = answered < ENOUGH * wanted;
      if (isFull && count !== one.viewers.at(-1)) continue;
      if (one.kind === 'ours')
        budgets.push({
          ...{what: `upstream reads, ${one.what}, ${count} viewers`, limit: '≤ 1 /s/invoice'},
          ...{
            measured: `${busiest.toFixed(2)}${isFull ? ', the machine was full' : ''}`,
            holds: busiest <= 1 && !isFull,
          },
        });
      break;
    }
  const head = [
    ...['', 'viewers', 'invoices', 'polls /s, wanted', 'polls /s, answered', 'reads /s/invoice', 'busiest'],
    ...[
      'answer p50, ms',
      'p99, ms',
      'failed',
      'CPU of all instances, % of a core',
      'without Redis, % of the time',
    ],
  ];
  const note = `Every viewer polls over a connection of its own that is kept, ${VIEWERS_PER_INVOICE} of each invoice, over ${duration} s. The viewers run in processes of their own on the same
machine and take their share of its cores: where fewer than ${ENOUGH * 100} % of the polls wanted are answered, the machine was full, and fewer viewers are measured. The naive
proxy is asked by these fewer viewers at once, for its upstream reads alone would fill the machine; per invoice that is the same. "Without Redis": an
instance that has waited for Redis for 250 ms, as it does on a full machine, goes on by itself for a while, and then each instance reads by itself.`;
  return {
    name: 'polls',
    title: `${viewers[0]} viewers of ${(viewers[0] ?? 0) / VIEWERS_PER_INVOICE} invoices, polling`,
    markdown: [note, table(head, rows)].join('\n\n'),
    budgets,
  };
}

async function measure(parent: Scope, one: Case, viewers: number, duration: number) {
  const scope = new Scope();
  parent.defer(() => scope.close());
  const shop = await openShop(scope, one);
  const count = viewers / VIEWERS_PER_INVOICE;
  const invoices = await shop.createInvoices(count);
  const crowd = startCrowd(scope, urlsOf(viewers, invoices, shop.instances));

  const ramp = 2 * POLL_INTERVAL;
  await Promise.all(crowd.map(({process, urls}) => process.call('poll', {urls, ramp, client: one.client})));
  await pause(POLL_INTERVAL);
  await Promise.all(crowd.map(({process}) => process.call('takePolls')));
  const before = await shop.usage();
  await shop.sandbox.call('takeReads');
  await pause(duration * 1000);
  const {reads, seconds} = await shop.sandbox.call('takeReads');
  const after = await shop.usage();
  const answers = await Promise.all(crowd.map(({process}) => process.call('takePolls')));
  await Promise.all(crowd.map(({process}) => process.call('stop')));
  await scope.close();

  const latencies = answers.flatMap((it) => it.latencies);
  const failed = answers.reduce((sum, {failures}) => sum + failures, 0);
  const busiest = busiestRate(reads, seconds);
  const row = [
    ...[round(meanRate(reads, seconds, count)), round(busiest)],
    ...[Math.round(percentile(latencies, 0.5)), Math.round(percentile(latencies, 0.99)), failed],
    Math.round((after.cpu - before.cpu) / seconds / 10_000),
    Math.round((after.away - before.away) / seconds / 10),
  ];
  const wanted = (viewers * 1000) / POLL_INTERVAL;
  return {wanted, answered: (latencies.length - failed) / seconds, busiest, row};
}

const round = (value: number): number => Number(value.toFixed(2));
