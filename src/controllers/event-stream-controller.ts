/** Reads a stream of text to its end; what the caller makes of the pieces is not known here. */
export interface StreamOptions {
  /** Opens the stream. Rejects where it cannot; must give up when `signal` aborts. */
  open(signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  /** A piece came. Returns ms to wait before the next connection, if the server said so. */
  piece(text: string): number | undefined;
  /** The stream has begun to speak, or has fallen silent. */
  change(isLive: boolean): void;
  readonly isHidden?: () => boolean;
  readonly random?: () => number;
}

/** ms without a byte after which a stream is dead: two heartbeats of the proxy are 30 s. */
const SILENCE = 35_000;
const BACK_OFF_BASE = 1000;
const SLOWEST = 30_000;

/**
 * Keeps one stream open while the page is seen: reconnects after any end with full jitter, gives a silent stream up,
 * and lets go of it where the page is hidden or kept for Back.
 */
export class EventStreamController {
  readonly #options: StreamOptions;
  #aborter: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #isLive = false;

  constructor(options: StreamOptions) {
    this.#options = options;
    for (const type of ['visibilitychange', 'pageshow', 'pagehide', 'online'])
      window.addEventListener(type, this.#handlePage);
    this.#connect();
  }

  get isLive(): boolean {
    return this.#isLive;
  }

  close(): void {
    for (const type of ['visibilitychange', 'pageshow', 'pagehide', 'online'])
      window.removeEventListener(type, this.#handlePage);
    this.#drop();
  }

  readonly #handlePage = ({type}: Event): void => {
    const {isHidden = () => document.hidden} = this.#options;
    if (type === 'pagehide' || isHidden()) this.#drop();
    else if (!this.#aborter || (type === 'online' && !this.#isLive)) this.#connect();
  };

  #drop(): void {
    clearTimeout(this.#timer);
    this.#aborter?.abort();
    this.#aborter = undefined;
    this.#failures = 0;
    this.#setLive(false);
  }

  #connect(): void {
    clearTimeout(this.#timer);
    this.#aborter?.abort();
    const aborter = new AbortController();
    this.#aborter = aborter;
    void this.#read(aborter);
  }

  async #read(aborter: AbortController): Promise<void> {
    const {signal} = aborter;
    const {open, piece, random = Math.random} = this.#options;
    let retry: number | undefined;
    try {
      this.#watch(aborter);
      const reader = (await open(signal)).getReader();
      signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
      const decoder = new TextDecoder();
      for (;;) {
        const {done, value} = await reader.read();
        if (done || signal.aborted) break;
        this.#watch(aborter);
        this.#failures = 0;
        this.#setLive(true);
        retry = piece(decoder.decode(value, {stream: true})) ?? retry;
      }
    } catch {
      // Whatever ended it, the next connection is tried: polling goes on meanwhile.
    }
    if (this.#aborter !== aborter) return;
    clearTimeout(this.#timer);
    this.#setLive(false);
    const longest = Math.min(SLOWEST, BACK_OFF_BASE * 2 ** Math.min(this.#failures++, 10));
    this.#timer = setTimeout(() => this.#connect(), Math.min(retry ?? 0, SLOWEST) + random() * longest);
  }

  #watch(aborter: AbortController): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => aborter === this.#aborter && this.#connect(), SILENCE);
  }

  #setLive(isLive: boolean): void {
    if (isLive === this.#isLive) return;
    this.#isLive = isLive;
    this.#options.change(isLive);
  }
}
