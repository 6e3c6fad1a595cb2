import {fork, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import type {Scope} from './scope.js';

/** What a process can be asked to do. */
export type Methods = Record<string, (argument: never) => unknown>;

interface Call {
  readonly id: number;
  readonly method: string;
  readonly argument: unknown;
}
interface Reply {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}

export interface Child<M extends Methods> {
  call<K extends keyof M & string>(
    method: K,
    ...argument: Parameters<M[K]>
  ): Promise<Awaited<ReturnType<M[K]>>>;
}

/** Starts bench/processes/<name>.ts; it ends with the scope, and by itself where this process is lost. */
export function startChild<M extends Methods>(scope: Scope, name: string): Child<M> {
  const child = fork(new URL(`processes/${name}.ts`, import.meta.url), {
    execArgv: ['--import', 'tsx', '--expose-gc'],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  scope.defer(() => end(child));
  const waiting = new Map<number, (reply: Reply) => void>();
  child.on('message', (reply: Reply) => {
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });
  child.on('exit', (code, signal) => {
    for (const [id, settle] of waiting) settle({id, error: `the process ended (${signal ?? code})`});
  });
  let calls = 0;
  return {
    call: (method, ...[argument]) =>
      new Promise((resolve, reject) => {
        const id = calls++;
        waiting.set(id, ({result, error}) =>
          error === undefined ? resolve(result as never) : reject(new Error(`${name}.${method}: ${error}`)),
        );
        child.send({id, method, argument} satisfies Call, (error) => error && reject(error));
      }),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** The other side: answers what the parent asks. */
export function serveParent(methods: Methods): void {
  const answer = async ({id, method, argument}: Call): Promise<Reply> => {
    try {
      return {id, result: await methods[method]?.(argument as never)};
    } catch (error) {
      return {id, error: error instanceof Error ? (error.stack ?? error.message) : String(error)};
    }
  };
  process.on('message', (call: Call) => void answer(call).then((reply) => process.send?.(reply)));
  process.on('disconnect', () => process.exit());
  // Ctrl-C reaches all of the group: the parent ends us.
  process.on('SIGINT', () => undefined);
}
