import assert from 'node:assert/strict';
import {spawn, spawnSync, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {connect, createServer as createTcpServer, type AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {CalypsoClient} from '../../src/api/index.js';
import {readShop} from '../../src/cli/check/command.js';
import {runChecks} from '../../src/cli/check/run-checks.js';
import {Shop} from '../../src/cli/check/shop.js';
import {serve, type Serving} from '../../src/cli/serve.js';
import {createSandbox} from '../../src/sandbox/index.js';
import {MERCHANT} from '../cli/shop.js';

interface Recipe {
  readonly file: string;
  /** Is there where the runtime is. */
  readonly probe: readonly string[];
  readonly build?: (folder: string) => readonly string[];
  readonly command: (folder: string, port: number) => readonly string[];
}

const path = (file: string) => resolve('recipes', file);

const RECIPES: Readonly<Record<string, Recipe>> = {
  python: {
    file: 'python/proxy.py',
    probe: ['python3', '--version'],
    command: () => ['python3', path('python/proxy.py')],
  },
  php: {
    file: 'php/proxy.php',
    probe: ['php', '-r', 'exit(extension_loaded("curl") ? 0 : 1);'],
    command: (_, port) => ['php', '-S', `127.0.0.1:${port}`, path('php/proxy.php')],
  },
  ruby: {
    file: 'ruby/proxy.rb',
    probe: ['ruby', '--version'],
    command: () => ['ruby', path('ruby/proxy.rb')],
  },
  java: {
    file: 'java/Proxy.java',
    probe: ['javac', '--version'],
    build: (folder) => ['javac', '-d', folder, path('java/Proxy.java')],
    command: (folder) => ['java', '-cp', folder, 'Proxy'],
  },
  go: {
    file: 'go/proxy.go',
    probe: ['go', 'version'],
    build: (folder) => ['go', 'build', '-o', join(folder, 'proxy'), path('go/proxy.go')],
    command: (folder) => [join(folder, 'proxy')],
  },
  csharp: {
    file: 'csharp/Proxy.cs',
    probe: ['mcs', '--version'],
    build: (folder) => [
      'mcs',
      '-r:System.Net.Http.dll',
      `-out:${join(folder, 'Proxy.exe')}`,
      path('csharp/Proxy.cs'),
    ],
    command: (folder) => ['mono', join(folder, 'Proxy.exe')],
  },
};

const has = ({probe: [command = '', ...args]}: Recipe) => spawnSync(command, args).status === 0;
const missing = Object.keys(RECIPES).filter((name) => !has(RECIPES[name]!));
if (missing.length)
  console.error(`!!! NOT TESTED: the recipes in ${missing.join(', ')}: not on this machine.`);

/** Calypso's answers that are no invoice, by the key that is asked for. */
const FAILURES: Readonly<
  Record<string, readonly [status: number, answer: () => Response | Promise<Response>]>
> = {
  '00000000-0000-4000-8000-0000000000a1': [502, () => new Response('<h1>Bad Gateway</h1>', {status: 502})],
  '00000000-0000-4000-8000-0000000000a2': [
    502,
    () => Response.json({errorCode: '003', message: 'CANARY'}, {status: 400}),
  ],
  '00000000-0000-4000-8000-0000000000a3': [
    502,
    () => Response.json({state: 'PAID', idempotencyKey: crypto.randomUUID()}),
  ],
  '00000000-0000-4000-8000-0000000000a4': [502, () => new Response('[]')],
  '00000000-0000-4000-8000-0000000000a5': [504, () => new Promise(() => undefined)],
};

// Side by side: each waits for a Calypso that does not answer.
describe('recipes', {concurrency: true}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'recipes-'));
  const children: ChildProcess[] = [];
  const sandbox = createSandbox(MERCHANT);
  let calypso: Serving;
  let key: string;

  before(async () => {
    calypso = await serve(
      async (request) => {
        const {payload} = (await request.clone().json()) as {payload: {idempotencyKey?: string}};
        return FAILURES[payload.idempotencyKey ?? '']?.[1]() ?? sandbox.fetch(request);
      },
      {port: 0, host: '127.0.0.1', portName: 'port'},
    );
    const client = new CalypsoClient({...MERCHANT, baseUrl: `http://127.0.0.1:${calypso.port}`});
    const invoice = await client.createSingleInvoice({
      amount: '10.234567890123456789',
      currency: 'ETH',
      description: 'Thé "vert" \\ 2 × {1}: ☕',
      externalId: 'order 7',
      returnUrl: 'https://shop.example/thanks?a=1&b=2',
    });
    key = invoice.idempotencyKey!;
  });
  after(async () => {
    // With what it has started itself.
    for (const {pid, exitCode} of children) if (pid && exitCode === null) process.kill(-pid, 'SIGKILL');
    const drained = calypso.drain();
    calypso.cut();
    await drained;
    await sandbox.close();
    rmSync(folder, {recursive: true});
  });

  it('have the runtimes that CI promises', () => {
    const promised = JSON.parse(readFileSync('recipes/runtimes.json', 'utf8')) as string[];
    assert.deepEqual(
      promised.filter((name) => !RECIPES[name] || (process.env['CI'] && missing.includes(name))),
      [],
    );
  });

  it('are all here, each short', () => {
    const files = readdirSync('recipes', {recursive: true, withFileTypes: true}).filter((it) => it.isFile());
    const names = files.map(({name}) => name).filter((name) => name !== 'runtimes.json');
    assert.deepEqual(
      names.sort(),
      Object.values(RECIPES)
        .map(({file}) => file.replace(/.*\//, ''))
        .sort(),
    );
    for (const {file} of Object.values(RECIPES)) {
      const lines = readFileSync(path(file), 'utf8').trimEnd().split('\n').length;
      assert.ok(lines <= 60, `${file} has ${lines} lines`);
    }
  });

  /** Started with the variables of the command, once it takes connections. @returns its origin */
  async function start(name: string): Promise<string> {
    const {build, command} = RECIPES[name]!;
    const place = join(folder, name);
    mkdirSync(place);
    if (build) await run(build(place));
    const port = await freePort();
    const [file = '', ...args] = command(place, port);
    const child = spawn(file, args, {
      env: {
        ...process.env,
        CALYPSO_API_URL: `http://127.0.0.1:${calypso.port}`,
        CALYPSO_ACCOUNT: MERCHANT.account,
        CALYPSO_KEY: MERCHANT.key,
        CALYPSO_SECRET: MERCHANT.secret,
        BASE_PATH: '/pay',
        HOST: '127.0.0.1',
        PORT: String(port),
        TIMEOUT: '4000',
        PHP_CLI_SERVER_WORKERS: '3',
      },
      stdio: 'ignore',
      detached: true,
    });
    children.push(child);
    await listening(port, child);
    return `http://127.0.0.1:${port}`;
  }

  for (const name of Object.keys(RECIPES).filter((name) => !missing.includes(name)))
    it(`in ${name} answers as the contract says`, async () => {
      const origin = await start(name);
      const url = `${origin}/pay/${key}`;
      // All the while it waits for the one that does not answer.
      const refusals = Promise.all(
        Object.entries(FAILURES).map(async ([key, [status]]) => {
          const response = await fetch(`${origin}/pay/${key}`);
          assert.equal(response.status, status, key);
          assert.equal(response.headers.get('Content-Type'), 'application/problem+json');
          assert.doesNotMatch(await response.text(), /CANARY|<h1>/);
        }),
      );
      const [findings] = await Promise.all([runChecks(new Shop(readShop([url], {}))), refusals]);
      assert.deepEqual(
        findings.filter(({level}) => level !== 'ok'),
        [],
      );
      const fields = (await (await fetch(url)).json()) as Record<string, unknown>;
      assert.equal(fields['amount'], '10.234567890123456789');
      assert.equal(fields['description'], 'Thé "vert" \\ 2 × {1}: ☕');
      assert.equal(fields['returnUrl'], 'https://shop.example/thanks?a=1&b=2');
      assert.equal(fields['isInterventionResolved'], true);
    });
});

async function run([file = '', ...args]: readonly string[]): Promise<void> {
  const child = spawn(file, args, {stdio: ['ignore', 'ignore', 'inherit']});
  const [code] = (await once(child, 'exit')) as [number | null];
  assert.equal(code, 0, `${file} ${args.join(' ')}`);
}

async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Resolves once somebody listens. */
async function listening(port: number, child: ChildProcess): Promise<void> {
  for (;;) {
    assert.equal(child.exitCode, null, 'it ended by itself');
    const socket = connect(port, '127.0.0.1');
    const isThere = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
