/** A text as a store has it. */
export interface StoredText {
  readonly text: string;
  /** ms since it was written. Ages need no clock that instances agree on. */
  readonly age: number;
}

/**
 * What the instances of a proxy share: short texts that expire, locks that expire, and messages. It may forget: then
 * Calypso is read once more, or the merchant is told once more. No method ever rejects or waits for long.
 */
export interface InvoiceStore {
  /** Whether what is written reaches the other instances. */
  readonly healthy: boolean;
  get(name: string): Promise<StoredText | undefined>;
  /** @param lifetime ms */
  set(name: string, text: string, lifetime: number): Promise<void>;
  /**
   * Writes where nothing stands, or still what the caller had read.
   * @param known the text that was read; undefined where there was none
   * @param lifetime ms
   * @returns undefined where it was written, else what another has written meanwhile
   */
  replace(
    name: string,
    known: string | undefined,
    text: string,
    lifetime: number,
  ): Promise<StoredText | undefined>;
  /**
   * Takes a lock that nobody holds.
   * @param lifetime ms after which it is free again, whatever became of its holder
   * @returns what releases it; undefined where another holds it
   */
  claim(name: string, lifetime: number): Promise<string | undefined>;
  /** Makes a lock of one's own free in `after` ms. @returns whether it was still one's own */
  release(name: string, token: string, after: number): Promise<boolean>;
  publish(channel: string, text: string): Promise<void>;
  /** Resolves once messages arrive, as far as that can be said; messages may be lost. */
  subscribe(channel: string, listener: (text: string) => void): Promise<() => void>;
  /** Gives up connections of its own; what comes after opens them anew. */
  close(): Promise<void>;
}
