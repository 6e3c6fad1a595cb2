import {execFile} from 'node:child_process';
import {cp, mkdtemp, rename, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const LEFT_OUT = ['node_modules', 'dist', '.angular', 'calypso-invoice.tgz'];

/** The example apps, installed with the packed package into a folder of their own, as on a machine that has only them. */
export type Examples = Awaited<ReturnType<typeof installExamples>>;

export async function installExamples() {
  const folder = await mkdtemp(join(tmpdir(), 'examples-'));
  await cp(join(ROOT, 'examples'), folder, {
    recursive: true,
    filter: (source) => !LEFT_OUT.includes(basename(source)),
  });
  const packed = await npm(ROOT, ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder]);
  await rename(join(folder, packed.trim()), join(folder, 'calypso-invoice.tgz'));
  await npm(folder, ['install', './calypso-invoice.tgz', '--prefer-offline']);
  const [inTurn, idle] = twoAtATime();
  return {
    folderOf: (name: string) => join(folder, name),
    /** Runs a script of an example, and resolves to what went wrong, or to undefined. */
    run: (name: string, script: string[], env = {}): Promise<unknown> =>
      inTurn(() => npm(join(folder, name), ['run', '--silent', ...script], env)).then(
        () => undefined,
        (error: unknown) => error,
      ),
    async remove() {
      await idle();
      await rm(folder, {recursive: true});
    },
  };
}

/** @throws Error with what npm said, where it fails */
async function npm(cwd: string, args: string[], more: NodeJS.ProcessEnv = {}): Promise<string> {
  // What the npm that runs these tests was told is not for the one in there.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/.test(name)));
  try {
    return (await promisify(execFile)('npm', args, {cwd, env: {...env, ...more}})).stdout;
  } catch (error) {
    const {stdout, stderr} = error as {stdout: string; stderr: string};
    throw new Error(`npm ${args.join(' ')}\n${stdout}${stderr}`, {cause: error});
  }
}

/** As many builds at once as CI has cores; and the end of all. */
function twoAtATime() {
  const all: Promise<unknown>[] = [];
  const waiting: (() => void)[] = [];
  let free = 2;
  async function take<T>(work: () => Promise<T>): Promise<T> {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  }
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = take(work);
    all.push(result);
    return result;
  }
  return [inTurn, () => Promise.allSettled(all)] as const;
}
