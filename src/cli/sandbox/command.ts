import {setTimeout as sleep} from 'node:timers/promises';
import {CalypsoClient} from '../../api/index.js';
import {createSandbox} from '../../sandbox/index.js';
import type {Command} from '../command.js';
import {serve} from '../serve.js';
import {UsageError} from '../usage-error.js';
import {BUILT_IN} from './built-in-scenarios.js';
import {tellingOfInvoices} from './new-invoices.js';
import {ScenarioPlayer} from './player.js';
import {readSettings} from './settings.js';

const HELP = `Usage: calypso-invoice sandbox [options]

Runs a local Calypso: the same API, a chain that is only pretended, and webhooks. What it prints first are the
environment variables of "calypso-invoice proxy".

  --port <number>     4010 where not given; 0 for any that is free
  --data <file>       keeps everything from one start to the next; needs the package lmdb
  --account <0x…>     --key <text>  --secret <text>: what calls must be signed with
  --webhook <url>     posts the events of invoices there, and prints their secret
  --scenario <name>   what happens to every new invoice: ${[...BUILT_IN.keys()].join(', ')};
                      or a JSON file with a list of steps, such as
                      [{"create": {"type": "SINGLE", "currency": "USDT_TRX", "amount": "10"}},
                       {"after": 3000, "deposit": {"share": "0.9"}}, {"after": 9000, "archive": true}]
                      A step has one of create, deposit {amount or share, hold}, decline, archive, advance and
                      webhooks {duplicate, shuffle, timeout}. A list that creates is played once, at the start.

By hand: POST /sandbox/deposit {"address", "amount"}, /sandbox/decline or /sandbox/archive {"idempotencyKey"},
/sandbox/advance {"ms"}.`;

export const sandboxCommand: Command = {
  summary: 'runs a local Calypso to develop against',
  help: HELP,

  async run(args, {print, untilSignal}) {
    const {scenario, webhook, port, ...settings} = readSettings(args);
    const sandbox = createSandbox(settings);
    await sandbox.ready.catch((error: unknown) => {
      throw new UsageError(dataProblem(error));
    });
    const fetch: typeof globalThis.fetch = (url, init) => sandbox.fetch(new Request(url, init));
    const client = new CalypsoClient({...settings, baseUrl: 'http://sandbox.localhost', fetch});
    const player = new ScenarioPlayer({
      sandbox,
      client,
      wait: (ms) => sleep(ms, undefined, {ref: false}),
      say: (line) => print(`# ${line}`),
    });
    const isForAll = scenario && !scenario.some(({create}) => create);
    const handle = isForAll
      ? tellingOfInvoices(sandbox.fetch, (invoice) => void player.play(scenario, invoice))
      : sandbox.fetch;
    const server = await serve(handle, {port, host: '127.0.0.1', portName: '--port'});
    print('# A local Calypso, on a chain that is only pretended. Ctrl+C ends it.');
    print(`CALYPSO_API_URL=http://127.0.0.1:${server.port}`);
    print(`CALYPSO_ACCOUNT=${settings.account}`);
    print(`CALYPSO_KEY=${settings.key}`);
    print(`CALYPSO_SECRET=${settings.secret}`);
    if (webhook !== undefined) print(`WEBHOOK_SECRETS=${await subscribe(client, webhook)}`);
    if (scenario && !isForAll) void player.play(scenario);

    await untilSignal();
    server.cut();
    await Promise.all([server.drain(), sandbox.close()]);
    return 0;
  },
};

/** One subscription for each URL, however often the sandbox is started with the same file. @returns its secret */
async function subscribe(client: CalypsoClient, url: string): Promise<string> {
  const known = (await client.listWebhooks()).find((webhook) => webhook.url === url);
  const {secretKey} = known ?? (await client.createWebhook({url, notificationServiceTypes: ['INVOICE']}));
  return secretKey ?? '';
}

function dataProblem(error: unknown): string {
  const {code, message} = error as NodeJS.ErrnoException;
  if (code === 'ERR_MODULE_NOT_FOUND') return '--data needs the package lmdb: npm install lmdb';
  return `--data: ${message}`;
}
