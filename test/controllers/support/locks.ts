/** Locks as browsers give them: one holder for each name, the others wait in line. */
export class Locks {
  readonly #lines = new Map<string, Promise<unknown>>();
  /** Requests that hold a lock or wait for one. */
  wanted = 0;

  readonly request = async (
    name: string,
    {signal}: {signal: AbortSignal},
    work: () => unknown,
  ): Promise<unknown> => {
    this.wanted++;
    const before = this.#lines.get(name);
    const turn = (async () => {
      await before?.catch(() => undefined);
      signal.throwIfAborted();
      return work();
    })().finally(() => this.wanted--);
    this.#lines.set(name, turn);
    return turn;
  };
}
