import {spawn, spawnSync, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {createServer, type AddressInfo} from 'node:net';
import {createClient} from 'redis';

/** Whether there is a Redis to test with; where there is none, why. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
if (!hasRedis)
  console.error(
    '!!! NOT TESTED WITH REDIS: there is no redis-server on this machine. Install it to run these tests.',
  );
// CI shall not be green for want of a server.
if (!hasRedis && process.env['CI']) throw new Error('redis-server is needed where CI is set');

export type Client = ReturnType<typeof connect>;

/** A Redis of the test's own, which keeps nothing. */
export class RedisServer {
  readonly port: number;
  #process: ChildProcess | undefined;

  private constructor(port: number) {
    this.port = port;
  }

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort());
    await server.start();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const child = spawn(
      'redis-server',
      ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
      {stdio: ['ignore', 'pipe', 'inherit']},
    );
    this.#process = child;
    for await (const text of child.stdout) if (/Ready to accept/.test(String(text))) break;
    child.stdout.resume();
  }

  /** As by a crash. */
  async stop(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }

  /** It takes connections and commands, and answers nothing. */
  freeze(): void {
    this.#process?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#process?.kill('SIGCONT');
  }
}

export const connect = (url: string) =>
  createClient({url, socket: {reconnectStrategy: 20}}).on('error', () => undefined);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
