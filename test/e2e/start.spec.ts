import {spawn, type ChildProcess} from 'node:child_process';
import {access, writeFile} from 'node:fs/promises';
import {createServer, type AddressInfo} from 'node:net';
import {test as base, expect} from '@playwright/test';
import {readArguments} from '../../demo/server/arguments.js';
import {readSettings} from '../../demo/server/settings.js';
import {createSandbox} from '../../src/sandbox/index.js';

type Environment = Readonly<Record<string, string>>;

interface Run {
  readonly process: ChildProcess;
  /** What it has said so far, on both streams. */
  said(): string;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
}

/** Runs demo/start.ts as `npm start` does; what still runs when the test ends is killed. */
const test = base.extend<{run: (environment: Environment, ...args: string[]) => Run}>({
  run: async ({}, use) => {
    const runs: Run[] = [];
    await use((environment, ...args) => {
      const run = start(environment, args);
      runs.push(run);
      return run;
    });
    for (const {process, ended} of runs) {
      process.kill('SIGKILL');
      await ended;
    }
  },
});

function start(environment: Environment, args: readonly string[]): Run {
  const {PATH = ''} = process.env;
  const command = ['--import', 'tsx', 'demo/start.ts', ...args];
  const child = spawn(process.execPath, command, {env: {PATH, ...environment}});
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += String(data)));
  const ended = new Promise<number | string | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal)),
  );
  return {process: child, said: () => said, ended};
}

/** Waits for the printed URL. */
async function urlOf(run: Run): Promise<string> {
  await expect.poll(run.said, {timeout: 15_000}).toMatch(/http:\S+/);
  return /http:\S+/.exec(run.said())?.[0] ?? '';
}

const MERCHANT = {
  account: `0x${'c1'.repeat(20)}`,
  key: 'key-of-the-merchant',
  secret: 'secret-of-the-merchant',
};
const VARIABLES = {
  CALYPSO_ACCOUNT: MERCHANT.account,
  CALYPSO_KEY: MERCHANT.key,
  CALYPSO_SECRET: MERCHANT.secret,
};
const CART = JSON.stringify({currency: 'USDT', items: [{id: 'huila', quantity: 1}]});

const shopOf = async (url: string) => (await fetch(`${url}/api/shop`)).json() as Promise<unknown>;

test('starts with the sandbox, answers by name and by number, ends when told to', async ({run}) => {
  const demo = run({PORT: '0'});
  const url = await urlOf(demo);
  expect(await shopOf(url)).toEqual({sandbox: true});
  expect(await shopOf(url.replace('localhost', '127.0.0.1'))).toEqual({sandbox: true});
  expect((await fetch(url)).headers.get('Content-Type')).toContain('text/html');
  expect((await fetch(`${url}/api/checkout`, {method: 'POST', body: CART})).status).toBe(201);
  demo.process.kill('SIGTERM');
  expect(await demo.ended).toBe(0);
});

test('talks to the API that is set, without a wallet, and keeps the secret', async ({run}) => {
  const api = await createSandbox(MERCHANT).listen(0);
  const demo = run({PORT: '0', CALYPSO_API_URL: api.url, ...VARIABLES});
  const url = await urlOf(demo);
  expect(await shopOf(url)).toEqual({sandbox: false});
  expect((await fetch(`${url}/api/checkout`, {method: 'POST', body: CART})).status).toBe(201);
  expect((await fetch(`${url}/sandbox/advance`, {method: 'POST', body: '{"ms":1}'})).status).toBe(404);
  demo.process.kill('SIGINT');
  expect(await demo.ended).toBe(0);
  expect(demo.said()).not.toContain(MERCHANT.key);
  expect(demo.said()).not.toContain(MERCHANT.secret);
  await api.close();
});

test('a half-set API: one line that names what is missing, exit code 1', async ({run}) => {
  const demo = run({CALYPSO_API_URL: 'https://api.example', CALYPSO_KEY: MERCHANT.key, CALYPSO_SECRET: ''});
  expect(await demo.ended).toBe(1);
  expect(demo.said().trim().split('\n')).toEqual([
    expect.stringContaining('CALYPSO_ACCOUNT, CALYPSO_SECRET are missing.'),
  ]);
  expect(demo.said()).not.toContain(MERCHANT.key);
});

test('a taken port: one line, exit code 1', async ({run}) => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const {port} = other.address() as AddressInfo;
  const demo = run({PORT: '0'}, '--port', String(port));
  expect(await demo.ended).toBe(1);
  expect(demo.said().trim()).toBe(`Port ${port} is taken. Choose another one: npm start -- --port 8080`);
  other.close();
});

test('--data: what was there before a restart is there after it', async ({run}, info) => {
  const file = info.outputPath('sandbox.db');
  const readJson = async (url: string) => (await fetch(url)).json() as Promise<Record<string, unknown>>;
  const one = run({PORT: '0'}, '--data', file);
  const before = await urlOf(one);
  const made = await fetch(`${before}/api/checkout`, {method: 'POST', body: CART});
  const {invoice} = (await made.json()) as {invoice: string};
  const {invoiceAddress} = await readJson(`${before}/api/invoices/${invoice}`);
  one.process.kill('SIGTERM');
  expect(await one.ended).toBe(0);

  const after = await urlOf(run({PORT: '0'}, `--data=${file}`));
  expect(await readJson(`${after}/api/invoices/${invoice}`)).toMatchObject({
    invoiceAddress,
    state: 'PENDING_PAYMENT',
  });
  // The shop has moved to another port: it is told there, and there alone.
  const {webhooks} = await readJson(`${after}/api/office/webhooks`);
  expect(webhooks).toEqual([expect.objectContaining({url: `${after}/api/invoices/webhooks`})]);
});

test('--data with a file of something else, or with the real API: one line, exit code 1', async ({
  run,
}, info) => {
  const file = info.outputPath('notes.txt');
  await writeFile(file, 'These are the notes of somebody, and no database.');
  const unusable = run({PORT: '0'}, '--data', file);
  expect(await unusable.ended).toBe(1);
  expect(unusable.said().trim().split('\n')).toEqual([
    expect.stringContaining('--data: the file cannot be used'),
  ]);

  const unmade = info.outputPath('unmade.db');
  const real = run({PORT: '0', CALYPSO_API_URL: 'https://api.example', ...VARIABLES}, '--data', unmade);
  expect(await real.ended).toBe(1);
  expect(real.said().trim().split('\n')).toEqual([expect.stringContaining('--data is the sandbox')]);
  expect(real.said()).not.toContain(MERCHANT.secret);
  await expect(access(unmade)).rejects.toThrow('ENOENT');
});

test('--help says what there is', async ({run}) => {
  const demo = run({}, '--help');
  expect(await demo.ended).toBe(0);
  expect(demo.said()).toMatch(/^Usage: npm start -- [^]*--data <file>/);
});

test('an unknown flag: one line that names it, exit code 1', async ({run}) => {
  const demo = run({PORT: '0'}, '--prot', '8080');
  expect(await demo.ended).toBe(1);
  expect(demo.said().trim().split('\n')).toEqual([expect.stringMatching(/'--prot'.*--help/)]);
});

for (const [args, words] of [
  [['a.db'], "'a.db'"],
  [['--data'], "'--data <value>' argument missing"],
  [['--data='], '--data must name a file'],
] as const)
  test(`arguments that cannot be used are refused: ${args.join(' ')}`, () => {
    expect(() => readArguments(args)).toThrow(words);
  });

for (const [name, environment, words] of [
  [
    'no origin',
    {CALYPSO_API_URL: 'api.example', ...VARIABLES},
    'CALYPSO_API_URL: expected an http(s) origin',
  ],
  ['PORT in words', {PORT: 'coffee'}, 'The port must be a number'],
  ['PORT out of range', {PORT: '65536'}, 'The port must be a number'],
  ['PORT with more', {PORT: '80 '}, 'The port must be a number'],
] as const)
  test(`${name} is refused in words`, () => {
    expect(() => readSettings(environment)).toThrow(words);
  });

test('the port is what --port says, else PORT, else 5173', () => {
  expect(readSettings({PORT: '1'}, {port: '2'})).toEqual({port: 2});
  expect(readSettings({PORT: '1'})).toEqual({port: 1});
  expect(readSettings({PORT: ''})).toEqual({port: 5173});
  expect(() => readSettings({}, {port: ''})).toThrow('The port must be a number');
});
