import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {after, before, describe, it} from 'node:test';
import {serve, type Serving} from '../../src/cli/serve.js';
import {readEvents} from '../proxy/event-reader.js';
import {MERCHANT, openShop} from './shop.js';
import {run} from './terminal.js';

const OTHER_KEY = '00000000-0000-4000-8000-00000000000a';

const env = (calypso: number) => ({
  CALYPSO_API_URL: `http://127.0.0.1:${calypso}`,
  CALYPSO_ACCOUNT: MERCHANT.account,
  CALYPSO_KEY: MERCHANT.key,
  CALYPSO_SECRET: MERCHANT.secret,
  HOST: '127.0.0.1',
  PORT: '0',
});

/** The real command as a process of its own. */
async function spawnProxy(calypso: number) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/index.ts', 'proxy'], {
    env: {...process.env, ...env(calypso)},
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
  const line = async (event: string): Promise<Record<string, unknown>> => {
    for (;;) {
      const {value, done} = await lines.next();
      assert.ok(!done, `the proxy ended before "${event}"`);
      const record = JSON.parse(String(value)) as Record<string, unknown>;
      if (record['event'] === event) return record;
    }
  };
  const exit = once(child, 'exit') as Promise<[number | null, string | null]>;
  const {port} = await line('listening');
  return {child, line, exit, url: `http://127.0.0.1:${String(port)}/api/invoices`};
}

describe('SIGTERM', () => {
  let shop: Awaited<ReturnType<typeof openShop>>;
  let calypso: Serving;
  /** Calypso does not answer about the other invoice before it is let. */
  let arrived: Promise<void>;
  let release: () => void;
  before(async () => {
    shop = await openShop();
    calypso = await serve(
      async (request) => {
        if ((await request.clone().text()).includes(OTHER_KEY)) await held();
        return shop.sandbox.fetch(request);
      },
      {port: 0, host: '127.0.0.1', portName: 'port'},
    );
  });
  after(async () => {
    calypso.cut();
    await calypso.drain();
    await shop.close();
  });

  let held: () => Promise<void>;
  const hold = () => {
    const released = new Promise<void>((resolve) => (release = resolve));
    arrived = new Promise((resolve) => {
      held = () => {
        resolve();
        return released;
      };
    });
  };

  it('tells streams to come back elsewhere, answers what is under way, and ends with 0', async () => {
    hold();
    const {child, line, exit, url} = await spawnProxy(calypso.port);
    const stream = readEvents(await fetch(`${url}/${shop.key}/events`));
    assert.equal(await stream.nextState(), 'PENDING_PAYMENT');
    const read = fetch(`${url}/${OTHER_KEY}`);
    await arrived;
    child.kill('SIGTERM');
    await line('stopping');
    const farewell = await stream.next();
    assert.ok(Number(farewell?.retry) <= 2000, JSON.stringify(farewell));
    assert.equal(await stream.next(), undefined);
    release();
    assert.equal((await read).status, 404);
    assert.equal((await line('stopped'))['what'], 'drained');
    assert.deepEqual(await exit, [0, null]);
  });

  it('ends at once when it comes again', async () => {
    hold();
    const {child, line, exit, url} = await spawnProxy(calypso.port);
    const read = fetch(`${url}/${OTHER_KEY}`).then(
      ({status}) => status,
      () => 'cut',
    );
    await arrived;
    child.kill('SIGTERM');
    await line('stopping');
    child.kill('SIGTERM');
    assert.deepEqual(await exit, [143, null]);
    assert.equal(await read, 'cut');
    release();
  });

  it('cuts what takes longer than SHUTDOWN_TIMEOUT', async () => {
    hold();
    const {line, stop} = run(['proxy'], {...env(calypso.port), SHUTDOWN_TIMEOUT: '1'});
    const {port} = JSON.parse(await line(/"listening"/)) as {port: number};
    const read = fetch(`http://127.0.0.1:${port}/api/invoices/${OTHER_KEY}`).then(
      ({status}) => status,
      () => 'cut',
    );
    await arrived;
    assert.equal(await stop(), 1);
    assert.match(await line(/"stopped"/), /"what":"cut"/);
    assert.equal(await read, 'cut');
    release();
  });
});
