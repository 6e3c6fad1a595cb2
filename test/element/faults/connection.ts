import type {FakeClock} from './fake-clock.js';

/** ms between two heartbeats of the proxy. */
const HEARTBEAT = 15_000;

/** One stream of events, from the side of the server. */
export class Connection {
  readonly #clock: FakeClock;
  readonly #signal: AbortSignal;
  #stream: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;
  /** What is kept back; undefined where all is sent at once. */
  kept: (string | Uint8Array<ArrayBuffer>)[] | undefined;
  /** What is written arrives nowhere any more. */
  isDead = false;
  hasHeart = true;
  /** When a byte arrived last. */
  heardAt: number;
  readonly response: Response;

  constructor(clock: FakeClock, signal: AbortSignal, headers: Readonly<Record<string, string>>) {
    this.#clock = clock;
    this.#signal = signal;
    this.heardAt = clock.now;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (stream) => void (this.#stream = stream),
      cancel: () => void (this.#stream = undefined),
    });
    signal.addEventListener('abort', () => this.fail());
    this.response = new Response(body, {headers});
    this.#beat();
  }

  get isOpen(): boolean {
    return !!this.#stream && !this.#signal.aborted;
  }

  write(piece: string | Uint8Array<ArrayBuffer>): void {
    if (!this.isOpen || this.isDead) return;
    if (this.kept) return void this.kept.push(piece);
    this.heardAt = this.#clock.now;
    this.#stream?.enqueue(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
  }

  /** Sends what was kept back. */
  flush(): void {
    const {kept = []} = this;
    this.kept = undefined;
    for (const piece of kept) this.write(piece);
  }

  end(): void {
    if (this.isDead) return; // of that end nobody hears: it stays half open
    if (this.isOpen) this.#stream?.close();
    this.#stream = undefined;
  }

  fail(): void {
    this.#stream?.error(this.#signal.reason ?? new TypeError('network error'));
    this.#stream = undefined;
  }

  #beat(): void {
    setTimeout(() => {
      if (!this.isOpen) return;
      if (this.hasHeart) this.write(':\n\n');
      this.#beat();
    }, HEARTBEAT);
  }
}
