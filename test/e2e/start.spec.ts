import {spawn, type ChildProcess} from 'node:child_process';
import {createServer, type AddressInfo} from 'node:net';
import {test as base, expect} from '@playwright/test';
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
const test = base.extend<{run: (environment: Environment) => Run}>({
  run: async ({}, use) => {
    const runs: Run[] = [];
    await use((environment) => {
      const run = start(environment);
      runs.push(run);
      return run;
    });
    for (const {process, ended} of runs) {
      process.kill('SIGKILL');
      await ended;
    }
  },
});

function start(environment: Environment): Run {
  const {PATH = ''} = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/start.ts'], {env: {PATH, ...environment}});
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
  const demo = run({PORT: String(port)});
  expect(await demo.ended).toBe(1);
  expect(demo.said().trim()).toBe(`Port ${port} is taken. Choose another one: PORT=8080 npm start`);
  other.close();
});

for (const [name, environment, words] of [
  [
    'no origin',
    {CALYPSO_API_URL: 'api.example', ...VARIABLES},
    'CALYPSO_API_URL: expected an http(s) origin',
  ],
  ['PORT in words', {PORT: 'coffee'}, 'PORT must be a number'],
  ['PORT out of range', {PORT: '65536'}, 'PORT must be a number'],
  ['PORT with more', {PORT: '80 '}, 'PORT must be a number'],
] as const)
  test(`${name} is refused in words`, () => {
    expect(() => readSettings(environment)).toThrow(words);
  });

test('5173 is the port where none is set', () => {
  expect(readSettings({PORT: ''})).toEqual({port: 5173});
});
