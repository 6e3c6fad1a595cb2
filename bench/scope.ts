type End = () => unknown;

/** What was started, and is ended in reverse order, whatever happens. */
export class Scope {
  readonly #ends: End[] = [];
  #isClosed = false;

  /** Where the scope is closed already, it ends at once. */
  defer(end: End): void {
    if (this.#isClosed) void attempt(end);
    else this.#ends.push(end);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (let end = this.#ends.pop(); end; end = this.#ends.pop()) await attempt(end);
  }
}

/** One end that fails does not keep the others from theirs. */
async function attempt(end: End): Promise<void> {
  try {
    await end();
  } catch (error) {
    console.error(error);
  }
}
