import type {Storage} from './storage.js';

/** Rows in memory that are kept in a storage, too. */
export class Table<T> {
  readonly #storage: Storage;
  readonly #prefix: string;
  readonly #rows = new Map<string, T>();

  constructor(storage: Storage, name: string) {
    this.#storage = storage;
    this.#prefix = `${name}/`;
    for (const [key, row] of storage.read(this.#prefix))
      this.#rows.set(key.slice(this.#prefix.length), row as T);
  }

  get size(): number {
    return this.#rows.size;
  }

  get(key: string): T | undefined {
    return this.#rows.get(key);
  }

  values(): IterableIterator<T> {
    return this.#rows.values();
  }

  put(key: string, row: T): void {
    this.#rows.set(key, row);
    this.#storage.write(this.#prefix + key, row);
  }

  delete(key: string): boolean {
    this.#storage.write(this.#prefix + key, undefined);
    return this.#rows.delete(key);
  }
}
