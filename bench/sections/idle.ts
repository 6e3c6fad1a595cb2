import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';
import type {Browser, CDPSession, Page} from 'playwright';
import {launchBrowser} from '../machine.js';
import {table} from '../markdown.js';
import {PLAIN_PATH} from '../loading/plain.js';
import {BASE_PATH} from '../settings.js';
import type {Bench, SectionResult} from '../section.js';
import {openShop, type Shop} from '../shop.js';

interface Case {
  readonly what: string;
  readonly page: 'element' | 'json' | 'empty';
  readonly hidden: boolean;
  readonly push: boolean;
}

/** That of the section on loading: the same content, written by hand. */
const BESIDE = 'a page written by hand, which reads every 3 s';

const CASES: readonly Case[] = [
  {what: 'element, with a stream', page: 'element', hidden: false, push: true},
  {what: 'element, polling', page: 'element', hidden: false, push: false},
  {what: 'element with a stream, page hidden', page: 'element', hidden: true, push: true},
  {what: BESIDE, page: 'json', hidden: false, push: false},
  {what: 'an empty page', page: 'empty', hidden: false, push: false},
];

/** What one card costs its payer while nothing happens. */
export async function idle({quick, scope, say}: Bench): Promise<SectionResult> {
  const seconds = quick ? 60 : 600;
  const options = {kind: 'ours', instances: 1, webhooks: true} as const;
  const pushing = await openShop(scope, {...options, push: true});
  const silent = await openShop(scope, {...options, push: false});
  const pages = await Promise.all(
    CASES.map(async (one) => openPage(await launchBrowser(scope), one.push ? pushing : silent, one)),
  );
  // What is loaded and drawn at first is another section's.
  await pause(5000);
  say(`${CASES.length} pages for ${seconds} s`);
  const before = await Promise.all(pages.map(({measure}) => measure()));
  await pause(seconds * 1000);
  const after = await Promise.all(pages.map(({measure}) => measure()));
  const rows = CASES.map(({what}, index) => [
    what,
    ...(after[index] ?? []).map((value, column) => difference(value, before[index]?.[column])),
  ]);
  const head = [
    '',
    'requests',
    'main thread, ms',
    'of it script, ms',
    'style recalculations',
    'layouts',
    'wake-ups',
    'CPU, s',
  ];
  const note = `One card that awaits a payment, for ${seconds} s${quick ? ' (the full run: 600 s)' : ''}, each in a Chromium of its own, all at the same time. Main thread, styles and layouts: Chromium's
own counters (\`Performance.getMetrics\`). Wake-ups: how often a thread of the renderer process began to run (voluntary context switches, Linux only);
CPU: of the renderer processes. The countdown is shown, and changes once a second. "Hidden" is what the page is told (\`document.hidden\`): a Chromium without a window hides no page by
itself, so what a browser saves beyond that is not counted.`;
  return {
    name: 'idle',
    title: `Idle: one element over ${seconds / 60} ${seconds === 60 ? 'minute' : 'minutes'}`,
    markdown: [note, table(head, rows)].join('\n\n'),
    budgets: (['main thread, ms', 'style recalculations'] as const).map((name) => {
      const of = (what: string) => Number(rows.find(([it]) => it === what)?.[head.indexOf(name)]);
      const [limit, measured] = [of(BESIDE), of('element, polling')];
      return {
        what: `${name}, polling, beside ${BESIDE}`,
        limit: `≤ ${limit}`,
        measured: String(measured),
        holds: measured <= limit,
      };
    }),
  };
}

const difference = (after: number | undefined, before: number | undefined): number | string =>
  after === undefined || before === undefined ? '–' : Number((after - before).toPrecision(4));

async function openPage(browser: Browser, shop: Shop, {page: kind, hidden}: Case) {
  const [invoice] = await shop.createInvoices(1);
  const page = await browser.newPage();
  if (hidden)
    await page.addInitScript(() => {
      Object.defineProperty(document, 'hidden', {value: true});
      Object.defineProperty(document, 'visibilityState', {value: 'hidden'});
    });
  const requests = {count: 0};
  page.on(
    'request',
    (request) => [BASE_PATH, PLAIN_PATH].some((path) => request.url().includes(path)) && requests.count++,
  );
  await page.goto(`${shop.instances[0]?.origin}/${kind}?key=${invoice?.key}`);
  if (kind === 'element') await page.waitForFunction(() => window.changes.length > 0);
  if (kind === 'json') await page.waitForSelector('main');
  const metrics = await metricsOf(page);
  const processes = await browser.newBrowserCDPSession();
  return {measure: async () => [requests.count, ...(await metrics()), ...(await renderers(processes))]};
}

async function metricsOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const {metrics} = await session.send('Performance.getMetrics');
    const value = (name: string) => metrics.find((it) => it.name === name)?.value ?? 0;
    return [
      value('TaskDuration') * 1000,
      value('ScriptDuration') * 1000,
      value('RecalcStyleCount'),
      value('LayoutCount'),
    ];
  };
}

/** Wake-ups and seconds of CPU of all renderers of this browser. */
async function renderers(session: CDPSession): Promise<[number | undefined, number]> {
  const {processInfo} = await session.send('SystemInfo.getProcessInfo');
  const own = processInfo.filter(({type}) => type === 'renderer');
  const switches = own.map(({id}) => wakeUps(id));
  return [
    switches.some((it) => it === undefined)
      ? undefined
      : switches.reduce<number>((sum, it) => sum + (it ?? 0), 0),
    own.reduce((sum, {cpuTime}) => sum + cpuTime, 0),
  ];
}

/** How often a thread of this process gave up the CPU until something woke it; undefined where that is not told. */
function wakeUps(pid: number): number | undefined {
  const tasks = `/proc/${pid}/task`;
  if (!existsSync(tasks)) return undefined;
  return readdirSync(tasks).reduce((sum, task) => {
    const [, count = '0'] =
      /^voluntary_ctxt_switches:\s*(\d+)/m.exec(readFileSync(`${tasks}/${task}/status`, 'utf8')) ?? [];
    return sum + Number(count);
  }, 0);
}
