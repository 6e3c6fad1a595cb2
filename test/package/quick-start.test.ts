import assert from 'node:assert/strict';
import {execFileSync, spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {createServer, type AddressInfo} from 'node:net';
import {join, resolve} from 'node:path';
import {createInterface} from 'node:readline';
import {after, before, describe, it} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {blocksOf, fileNameOf} from './docs/blocks.js';

// The programs of the README, run as it says: by Node alone, against the package as it was built.
const folder = resolve('test-results/quick-start');
const programs = new Map(blocksOf('README.md').map((block) => [fileNameOf(block), block.text]));
const running: ChildProcess[] = [];

function write(name: string, change = (text: string) => text): string {
  const text = programs.get(name);
  assert.ok(text, `the README has no ${name}`);
  writeFileSync(join(folder, name), change(text));
  return name;
}

function run(...args: string[]): ChildProcess {
  const process_ = spawn(process.execPath, args, {cwd: folder, stdio: ['ignore', 'pipe', 'inherit']});
  running.push(process_);
  return process_;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Asks until there is an answer that will do. */
async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) return answer;
    await sleep(50);
  }
}

describe('the README’s programs', () => {
  before(() => {
    rmSync(folder, {recursive: true, force: true});
    mkdirSync(join(folder, 'node_modules'), {recursive: true});
    symlinkSync(resolve('.'), join(folder, 'node_modules/calypso-invoice'), 'junction');
  });
  after(() => {
    for (const each of running) each.kill('SIGKILL');
    rmSync(folder, {recursive: true});
  });

  it('from nothing to a paid invoice', {timeout: 50_000}, async () => {
    const sandbox = run('node_modules/calypso-invoice/dist/cli/index.js', 'sandbox', '--port', '0');
    const lines: string[] = [];
    assert.ok(sandbox.stdout);
    for await (const line of createInterface(sandbox.stdout)) {
      lines.push(line);
      if (line.startsWith('CALYPSO_SECRET=')) break;
    }
    writeFileSync(join(folder, 'sandbox.env'), lines.join('\n'));
    const api = lines.find((line) => line.startsWith('CALYPSO_API_URL='))?.split('=')[1];
    const tell = async (path: string, body: object) =>
      assert.equal(
        (await fetch(`${api}/sandbox/${path}`, {method: 'POST', body: JSON.stringify(body)})).status,
        200,
      );

    const port = await freePort();
    run(
      '--env-file=sandbox.env',
      write('shop.mjs', (text) => text.replace('3000', String(port))),
    );
    const origin = `http://localhost:${port}`;
    const page = await until(async () => (await fetch(origin)).text());
    const src = /<calypso-invoice src="(\S+)">/.exec(page)?.[1];
    assert.ok(src, page);
    const read = async () =>
      (await (await fetch(origin + src)).json()) as Record<
        'state' | 'amount' | 'invoiceAddress' | 'returnUrl',
        string
      >;

    const {state, amount, invoiceAddress, returnUrl} = await read();
    assert.deepEqual([state, amount, returnUrl], ['PENDING_PAYMENT', '18.204', `${origin}/thanks`]);
    await tell('deposit', {address: invoiceAddress, amount});
    await tell('advance', {ms: 60_000});
    await until(async () => ((await read()).state === 'COMPLETED' ? true : undefined));

    const script = await fetch(`${origin}/calypso-invoice.js`);
    assert.match(script.headers.get('Content-Type') ?? '', /javascript/);
    assert.match(await script.text(), /calypso-invoice/);
    assert.equal(await (await fetch(`${origin}/thanks?paymentStatus=SUCCESS`)).text(), 'Thank you.');
  });

  it('the sandbox in a test', () => {
    execFileSync(process.execPath, [write('sandbox.mjs')], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  });
});
