import {readdirSync, readFileSync} from 'node:fs';
import {relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {build, type Metafile} from 'esbuild';
import {ROOT} from './package.js';

/** Bytes. */
export interface Size {
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
}

const sizeOf = (code: Uint8Array): Size => ({
  minified: code.length,
  gzip: gzipSync(code, {level: 9}).length,
  brotli: brotliCompressSync(code).length,
});

/** What a page fetches with a script tag, by file name: the script, and the chunks beside it. */
export function scriptSizes(): Map<string, Size> {
  const folder = new URL('../dist/', import.meta.url);
  const names = readdirSync(folder).filter((name) => /^calypso-invoice(-[a-z][\w-]*)?\.js$/i.test(name));
  return new Map(names.map((name) => [name, sizeOf(readFileSync(new URL(name, folder)))]));
}

/** What one file of these may weigh at most. */
export const BUDGETS = [
  {what: 'the script tag', files: /^calypso-invoice\.js$/, encoding: 'brotli', limit: 20_480},
  {what: 'a language', files: /^calypso-invoice-[a-z]{2}(-\w+)?\.js$/, encoding: 'brotli', limit: 2048},
  {what: 'the address check', files: /-address-check\.js$/, encoding: 'gzip', limit: 8192},
] as const;

const ENTRIES = {
  '.': 'browser',
  './element': 'browser',
  './react': 'browser',
  './api': 'node',
  './proxy': 'node',
  './sandbox': 'node',
} as const;

/** Entry points of the package, each bundled with what it imports but for peers. */
export async function entrySizes(): Promise<Map<string, Size>> {
  const {exports, peerDependencies} = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as {exports: Record<string, {default: string}>; peerDependencies: Record<string, string>};
  const sizes = Object.entries(ENTRIES).map(async ([entry, platform]) => {
    const {outputFiles, metafile} = await build({
      entryPoints: [fileURLToPath(new URL(`../${exports[entry]?.default}`, import.meta.url))],
      absWorkingDir: ROOT,
      bundle: true,
      minify: true,
      format: 'esm',
      platform,
      target: 'es2022',
      legalComments: 'none',
      // What is imported on demand is a file of its own, and no part of the entry.
      splitting: true,
      outdir: 'out',
      external: Object.keys(peerDependencies),
      metafile: true,
      write: false,
    });
    const needed = filesOf(metafile);
    const files = outputFiles.filter(({path}) => needed.has(relative(ROOT, path)));
    return [entry, sizeOf(Buffer.concat(files.map(({contents}) => contents)))] as const;
  });
  return new Map(await Promise.all(sizes));
}

/** The file of the entry, and those that it imports before it can run. */
function filesOf({outputs}: Metafile): Set<string> {
  const found = new Set<string>();
  const add = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const {path, kind, external} of outputs[file]?.imports ?? [])
      if (kind === 'import-statement' && !external) add(path);
  };
  add(Object.keys(outputs).find((file) => outputs[file]?.entryPoint?.endsWith('index.js')) ?? '');
  return found;
}
