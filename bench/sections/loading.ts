import {launchBrowser} from '../machine.js';
import {serveWays} from '../loading/server.js';
import {SLOW_PHONE, THIS_MACHINE, visit, type Conditions, type Visit} from '../loading/visit.js';
import {visitMany, type Many} from '../loading/many.js';
import {table} from '../markdown.js';
import type {Bench, SectionResult} from '../section.js';
import {percentile} from '../statistics.js';

const median = (visits: readonly Visit[], of: keyof Visit) =>
  percentile(
    visits.map((it) => it[of]),
    0.5,
  );

/** How soon a payer can pay. */
export async function loading({quick, scope, say}: Bench): Promise<SectionResult> {
  const server = await serveWays();
  scope.defer(server.close);
  const browser = await launchBrowser(scope);
  const names = Object.keys(server.ways);
  const measure = async (conditions: Conditions, rounds: number) => {
    const visits = new Map(names.map((name) => [name, [] as Visit[]]));
    // One after the other, round by round: what else the machine does meets them all alike.
    for (let round = 0; round < rounds; round++) {
      for (const name of names)
        visits.get(name)?.push(await visit(browser, `${server.origin}/${name}`, server.address, conditions));
      say(`${conditions.title}: round ${round + 1} of ${rounds}`);
    }
    return (name: string, of: keyof Visit) => median(visits.get(name) ?? [], of);
  };
  await measure(THIS_MACHINE, 1); // warms browser and server
  const here = await measure(THIS_MACHINE, quick ? 3 : 11);
  const phone = await measure(SLOW_PHONE, quick ? 1 : 5);

  const manyRows: (string | number)[][] = [];
  for (const count of [0, 1, 10, 100]) {
    const visits: Many[] = [];
    for (let round = 0; round < (quick ? 1 : 5); round++)
      visits.push(await visitMany(browser, `${server.origin}/many`, count));
    const of = (what: keyof Many) =>
      Math.round(
        percentile(
          visits.map((it) => it[what]),
          0.5,
        ),
      );
    manyRows.push([count, of('shown'), of('mainThread'), of('heap')]);
    say(`${count} elements`);
  }

  const round = (value: number) => Math.round(value * 10) / 10;
  const rows = names.map((name) => [
    server.ways[name]?.title ?? name,
    round(here(name, 'shown')),
    round(phone(name, 'shown')),
    round(here(name, 'mainThread')),
    round(phone(name, 'mainThread')),
    round(here(name, 'script')),
    Math.round(Math.max(here(name, 'shift'), phone(name, 'shift')) * 1e4) / 1e4,
  ]);
  const budget = (what: string, measured: number, limit: number) => ({
    what,
    limit: `≤ ${limit}`,
    measured: measured.toFixed(2),
    holds: measured <= limit,
  });
  const onPhone = (name: string, beside: string) => phone(name, 'shown') / phone(beside, 'shown');
  return {
    name: 'loading',
    title: 'From navigation to address and QR code',
    markdown: [
      `Medians, in ms, with a cold cache, page after page in turns. "Slow phone" is Chromium at a fourth of its speed, on what its tools call slow 3G (2 s latency,
50 kB/s). Main thread and script: until the code is shown, by the thread's own clock (it stands while another has the core).`,
      table(
        [
          'page',
          'this machine',
          'slow phone',
          'main thread, this machine',
          'main thread, slow phone',
          'of it script, this machine',
          'layout shift',
        ],
        rows,
      ),
      'So many elements on one page, by the script tag, on this machine as it is. With none, the file alone.',
      table(['elements', 'all shown, ms', 'main thread, ms', 'heap of the page, kB'], manyRows),
    ].join('\n\n'),
    budgets: [
      budget('rendered on the server, beside HTML, slow phone', onPhone('server', 'html'), 1.1),
      budget('invoice preloaded, beside JSON, slow phone', onPhone('preload', 'json'), 1.15),
      budget('script tag alone, beside JSON, slow phone', onPhone('script', 'json'), 1.6),
      budget(
        'main thread until shown, script tag alone, beside JSON, slow phone',
        phone('script', 'mainThread') / phone('json', 'mainThread'),
        1.7,
      ),
      budget(
        'layout shift of the card',
        Math.max(...['server', 'preload', 'script'].map((it) => phone(it, 'shift'))),
        0,
      ),
    ],
  };
}
