import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {format} from 'prettier';

/** A JSON file beside the pictures; one worker reads and writes it. */
export class Baseline<T> {
  readonly #file: string;

  constructor(name: string) {
    this.#file = fileURLToPath(new URL(`baselines/${name}`, import.meta.url));
  }

  read(): Readonly<Record<string, T>> {
    return existsSync(this.#file) ? (JSON.parse(readFileSync(this.#file, 'utf8')) as Record<string, T>) : {};
  }

  async write(entries: Readonly<Record<string, T>>): Promise<void> {
    const sorted = Object.fromEntries(
      Object.entries({...this.read(), ...entries}).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    mkdirSync(dirname(this.#file), {recursive: true});
    writeFileSync(
      this.#file,
      await format(JSON.stringify(sorted), {parser: 'json', printWidth: 110, bracketSpacing: false}),
    );
  }
}
