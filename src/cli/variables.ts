import {readFileSync} from 'node:fs';
import {UsageError} from './usage-error.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads environment variables. An empty one counts as none; no message quotes what may be a secret. */
export class Variables {
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  text(name: string): string | undefined {
    return this.#env[name]?.trim() || undefined;
  }

  /** Separated by commas or white space. */
  list(name: string): string[] {
    return split(this.text(name));
  }

  /** Of this variable, or of the file that `{name}_FILE` names. @throws UsageError */
  secret(name: string): string | undefined {
    const [value, path] = [this.text(name), this.text(`${name}_FILE`)];
    if (path === undefined) return value;
    if (value !== undefined) throw new UsageError(`${name} and ${name}_FILE are both set: leave one out`);
    const text = readFile(`${name}_FILE`, path).trim();
    if (!text) throw new UsageError(`${name}_FILE: ${path} is empty`);
    return text;
  }

  secrets(name: string): string[] {
    return split(this.secret(name));
  }

  /** @throws UsageError */
  required(name: string): string {
    const value = this.secret(name);
    if (value === undefined) throw new UsageError(`${name} is missing: set it, or ${name}_FILE`);
    return value;
  }
}

function readFile(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${name}: ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

const split = (text = ''): string[] => text.split(/[\s,]+/).filter(Boolean);
