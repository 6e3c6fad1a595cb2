const encoder = new TextEncoder();
/** ms; proxies and phones give up on a connection that is silent for long. */
const HEARTBEAT = 15_000;
/** Pieces that may wait for a slow reader; the newest event waits beside them. */
const BACKLOG = 8;

export interface EventStreamOptions {
  /** ms after which it ends by itself. */
  readonly lifetime: number;
  /** ms that a reader shall wait before it comes back. */
  readonly retry: number;
  /** Called once, whoever ended it. */
  readonly onEnd: () => void;
}

/** A `text/event-stream` of one kind of event, where the newest is all that counts. */
export class EventStream {
  readonly body: ReadableStream<Uint8Array>;
  readonly #onEnd: () => void;
  readonly #heartbeat: ReturnType<typeof setInterval>;
  readonly #limit: ReturnType<typeof setTimeout>;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #waiting: string | undefined;

  constructor({lifetime, retry, onEnd}: EventStreamOptions) {
    this.#onEnd = onEnd;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => void (this.#controller = controller),
        pull: () => this.#flush(),
        cancel: () => this.#stop(),
      },
      {highWaterMark: BACKLOG},
    );
    this.#heartbeat = setInterval(() => this.#hasRoom && this.#write(':\n\n'), HEARTBEAT);
    this.#limit = setTimeout(() => this.end(), lifetime);
    this.#write(`retry: ${Math.round(retry)}\n\n`);
  }

  /** @param data on one line */
  send(id: string, event: string, data: string): void {
    this.#waiting = `id: ${id}\nevent: ${event}\ndata: ${data}\n\n`;
    if (this.#hasRoom) this.#flush();
  }

  /** @param retry ms, where it is to be another than in the beginning */
  end(retry?: number): void {
    if (!this.#controller) return;
    if (retry !== undefined) this.#write(`retry: ${Math.round(retry)}\n\n`);
    this.#flush();
    this.#controller?.close();
    this.#stop();
  }

  get #hasRoom(): boolean {
    return (this.#controller?.desiredSize ?? 0) > 0;
  }

  #flush(): void {
    const text = this.#waiting;
    // A write can call for more at once.
    this.#waiting = undefined;
    if (text !== undefined) this.#write(text);
  }

  #write(text: string): void {
    this.#controller?.enqueue(encoder.encode(text));
  }

  #stop(): void {
    if (!this.#controller) return;
    this.#controller = undefined;
    clearInterval(this.#heartbeat);
    clearTimeout(this.#limit);
    this.#onEnd();
  }
}
