import {execFile} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve, sep} from 'node:path';
import {promisify} from 'node:util';

// Nothing waits for it with the whole process: beside it other tests count the time.
const run = promisify(execFile);

export interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/**
 * The package as npm would publish it: the tarball, and a project that has it installed, with what it declares to
 * depend on and nothing else.
 */
export async function packed() {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const [{filename}] = JSON.parse((await run('npm', pack)).stdout);
  const tarball = join(folder, filename);
  const root = join(folder, 'node_modules', 'calypso-invoice');
  mkdirSync(root, {recursive: true});
  await run('tar', ['-xzf', tarball, '-C', root, '--strip-components=1']);
  const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as PackageJson;
  for (const name of Object.keys({...about.dependencies, ...about.peerDependencies})) link(folder, name);
  const files = readdirSync(root, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
  return {
    tarball,
    /** The project's folder. */
    folder,
    about,
    /** Paths in the package. */
    files,
    read: (file: string) => readFileSync(join(root, file)),
    remove: () => rmSync(folder, {recursive: true}),
  };
}

function link(folder: string, name: string): void {
  const path = join(folder, 'node_modules', name);
  mkdirSync(dirname(path), {recursive: true});
  symlinkSync(resolve('node_modules', name), path);
}
