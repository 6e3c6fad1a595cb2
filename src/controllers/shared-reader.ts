export interface SharedReaderOptions {
  /** What is read: those of one name share one reader. */
  readonly name: string;
  /** What the one who reads has read. */
  take(text: string): void;
  /** We are the one who reads now, or no longer. */
  lead(isLeading: boolean): void;
  readonly isHidden?: () => boolean;
  readonly locks?: Pick<LockManager, 'request'> | undefined;
  readonly channel?: (name: string) => BroadcastChannel;
}

/** ms after which a reader that says nothing is not relied on. */
const PATIENCE = 20_000;

/**
 * One of all pages with the same name reads, and tells the others (Web Locks, BroadcastChannel). Only a page that is
 * seen may lead: a hidden one is slow. Where the browser has neither, each page leads itself.
 */
export class SharedReader {
  readonly #options: SharedReaderOptions;
  readonly #channel: BroadcastChannel | undefined;
  #isLeading = false;
  #heardAt = -Infinity;
  #waiting: AbortController | undefined;
  #release: (() => void) | undefined;

  constructor(options: SharedReaderOptions) {
    this.#options = options;
    const {locks, name, channel = (channelName) => new BroadcastChannel(channelName)} = options;
    const isAble = 'locks' in options ? !!locks : 'locks' in navigator && 'BroadcastChannel' in globalThis;
    if (!isAble) {
      this.#isLeading = true;
      queueMicrotask(() => options.lead(true));
      return;
    }
    this.#channel = channel(name);
    this.#channel.onmessage = ({data}: MessageEvent<unknown>) => this.#hear(data);
    document.addEventListener('visibilitychange', this.#handleVisibility);
    this.#handleVisibility();
  }

  /** Another page reads, and was heard of not long ago. */
  get isFollowing(): boolean {
    return !this.#isLeading && performance.now() - this.#heardAt < PATIENCE;
  }

  publish(text: string): void {
    this.#channel?.postMessage(text);
  }

  close(): void {
    document.removeEventListener('visibilitychange', this.#handleVisibility);
    this.#stepDown();
    this.#channel?.close();
  }

  #hear(data: unknown): void {
    if (typeof data !== 'string') return;
    this.#heardAt = performance.now();
    this.#options.take(data);
  }

  readonly #handleVisibility = (): void => {
    const {isHidden = () => document.hidden} = this.#options;
    if (isHidden()) this.#stepDown();
    else if (!this.#waiting) this.#standUp();
  };

  #standUp(): void {
    const {name, lead, locks = navigator.locks} = this.#options;
    const waiting = new AbortController();
    this.#waiting = waiting;
    locks
      .request(name, {signal: waiting.signal}, () => {
        if (waiting.signal.aborted) return undefined;
        this.#isLeading = true;
        lead(true);
        return new Promise<void>((release) => (this.#release = release));
      })
      .catch(() => undefined); // aborted, or not allowed here: then each page reads for itself
  }

  #stepDown(): void {
    this.#waiting?.abort();
    this.#waiting = undefined;
    this.#release?.();
    this.#release = undefined;
    if (!this.#isLeading) return;
    this.#isLeading = false;
    this.#options.lead(false);
  }
}
