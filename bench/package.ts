import {spawnSync} from 'node:child_process';
import {readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = new URL('../dist/', import.meta.url);

// The types are those of the sources, since these can be checked before anything is built.
const load = (path: string): Promise<unknown> => import(new URL(path, DIST).href);

/** The package as it is published. */
export const built = {
  /** Defines the element; in Node it needs no DOM. */
  index: async () => (await load('index.js')) as typeof import('../src/index.js'),
  api: async () => (await load('api/index.js')) as typeof import('../src/api/index.js'),
  proxy: async () => (await load('proxy/index.js')) as typeof import('../src/proxy/index.js'),
  sandbox: async () => (await load('sandbox/index.js')) as typeof import('../src/sandbox/index.js'),
  polling: async () =>
    (await load(
      'controllers/polling-controller.js',
    )) as typeof import('../src/controllers/polling-controller.js'),
  eventStream: async () =>
    (await load(
      'controllers/event-stream-controller.js',
    )) as typeof import('../src/controllers/event-stream-controller.js'),
  eventStreamParser: async () =>
    (await load('core/event-stream.js')) as typeof import('../src/core/event-stream.js'),
  pollPolicy: async () => (await load('core/poll-policy.js')) as typeof import('../src/core/poll-policy.js'),
  /** A file for the script tag. */
  file: (name: string) => new URL(name, DIST),
};

/** Builds where `dist` is missing or older than a source. @throws Error where that fails */
export function ensureBuilt(): void {
  if (newest(join(ROOT, 'src')) <= age(join(ROOT, 'dist/calypso-invoice.js'))) return;
  console.log('dist is missing or older than src: npm run build');
  const {status} = spawnSync('npm', ['run', 'build', '--silent'], {cwd: ROOT, stdio: 'inherit'});
  if (status !== 0) throw new Error('npm run build failed');
}

/** Epoch ms of the last change; 0 where there is no such file. */
const age = (path: string): number => statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? 0;

const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, {recursive: true, encoding: 'utf8'}).map((name) => age(join(folder, name))),
  );
