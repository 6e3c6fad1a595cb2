/** Where the sandbox's facts outlive it: JSON values by key. */
export interface Storage {
  /** What was kept by an earlier run. */
  read(prefix: string): Iterable<readonly [key: string, value: unknown]>;
  /** Keeps a value, or forgets it where undefined. What is written without waiting in between is kept whole or not at all. */
  write(key: string, value: unknown): void;
  /** Resolves when all that was written is safe from the end of this process. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Nothing outlives the process. */
export const MEMORY: Storage = {
  read: () => [],
  write: () => undefined,
  settled: async () => undefined,
  close: async () => undefined,
};

/** LMDB's magic number, and where it stands in the file. */
const MAGIC = 'dec0efbe';
const MAGIC_AT = 24;

/** LMDB ends the process over a file that is none of its own, and over a device. */
async function checkFile(dataFile: string): Promise<void> {
  const {open} = await import('node:fs/promises');
  const file = await open(dataFile).catch((error: {code?: unknown}) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!file) return;
  try {
    const {buffer, bytesRead} = await file.read(Buffer.alloc(MAGIC_AT + 4), 0, MAGIC_AT + 4, 0);
    const isOurs = !bytesRead || buffer.subarray(MAGIC_AT).toString('hex') === MAGIC;
    if (!isOurs || !(await file.stat()).isFile())
      throw new TypeError(`dataFile: expected a file that a sandbox wrote, got ${dataFile}`);
  } finally {
    await file.close();
  }
}

/** A storage in one file (LMDB); a second one of the same name with `-lock` stands beside it. */
export async function openStorage(dataFile: string): Promise<Storage> {
  // Only here, so that everything else runs without Node and without this package.
  const [{open}] = await Promise.all([import('lmdb'), checkFile(dataFile)]);
  // Writes of one turn of the event loop make one transaction: a kill in the middle leaves the one before.
  const database = open<unknown, string>({path: dataFile, noSubdir: true, encoding: 'json'});
  let lastWrite: Promise<unknown> = Promise.resolve();
  return {
    read: (prefix) =>
      [...database.getRange({start: prefix, end: `${prefix}\uffff`})].map(
        ({key, value}) => [key, value] as const,
      ),
    write(key, value) {
      lastWrite = value === undefined ? database.remove(key) : database.put(key, value);
      // Whoever waits for `settled` is told; nobody may wait.
      lastWrite.catch(() => undefined);
    },
    settled: async () => void (await lastWrite),
    close: () => database.close(),
  };
}
