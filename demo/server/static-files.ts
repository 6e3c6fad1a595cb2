import {readdir, readFile} from 'node:fs/promises';
import {extname, join, sep} from 'node:path';

/** The answer for a path; undefined where there is no such file. */
export type StaticFiles = (path: string) => Response | undefined;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Reads every file of a folder into memory: what is not in it cannot be asked for, however a path is written.
 * @throws Error where the folder is not there.
 */
export async function readStaticFiles(folder: string): Promise<StaticFiles> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const files = new Map<string, {body: Uint8Array<ArrayBuffer>; headers: Record<string, string>}>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(join(folder, sep).length - 1).replaceAll(sep, '/');
    files.set(path, {body: new Uint8Array(await readFile(file)), headers: headersFor(path)});
  }
  return (path) => {
    const file = files.get(path.replace(/\/$/, '/index.html'));
    return file && new Response(file.body, {headers: file.headers});
  };
}

/** Vite names what is in `assets` by its content. */
const headersFor = (path: string): Record<string, string> => ({
  'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
  'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
});
