import {ORIGIN} from './browser.js';

/** What becomes of an invoice. */
export const LIFE = ['PENDING_PAYMENT', 'MEM_POOL_FOUND', 'PENDING_COMPLIANCE_CHECK', 'PAID', 'COMPLETED'];

/** A request that the test answers, or nobody does. */
export interface Request {
  readonly invoice: string;
  readonly isStream: boolean;
  /** Tells whose it is. */
  readonly credentials: RequestCredentials | undefined;
  readonly signal: AbortSignal;
  isSettled: boolean;
  /** @param isLate with what was true when it was asked, if the network held the answer back */
  answer(isLate?: boolean): void;
  fail(how: 'network' | 'status' | 'html'): void;
}

/** A stream that is open. What is said on it arrives in its order, when the test lets it. */
export interface Stream {
  readonly invoice: string;
  readonly signal: AbortSignal;
  /** The next event arrives. */
  deliver(): void;
  deliverAll(): void;
  /** It ends; what was under way is lost. */
  cut(): void;
}

/** The shop's server, with a network between it and the browser. */
export class Shop {
  readonly #positions = new Map<string, number>();
  readonly requests: Request[] = [];
  readonly streams = new Set<Stream & {say(text: string): void}>();
  /** The network works: whatever is asked or said arrives. */
  works = false;
  readonly #pushes: boolean;

  constructor(pushes: boolean) {
    this.#pushes = pushes;
  }

  stateOf(invoice: string): string {
    return LIFE[this.#positions.get(invoice) ?? 0] ?? '';
  }

  /** The invoice goes on in its life. @param isHeard whether streams tell */
  advance(invoice: string, steps = 1, isHeard = true): void {
    const before = this.#positions.get(invoice) ?? 0;
    const position = Math.min(before + steps, LIFE.length - 1);
    this.#positions.set(invoice, position);
    if (!isHeard || position === before) return;
    for (const stream of this.streams) if (stream.invoice === invoice) stream.say(this.#event(invoice));
  }

  readonly fetch = async (url: unknown, init: RequestInit = {}): Promise<Response> => {
    const [, invoice = '', isStream] = /invoices\/(\w+)(\/events)?$/.exec(String(url)) ?? [];
    const signal = init.signal ?? new AbortController().signal;
    const asked = this.#body(invoice);
    const etag = new Headers(init.headers).get('If-None-Match');
    return new Promise((resolve, reject) => {
      const request: Request = {
        ...{invoice, isStream: !!isStream, signal, credentials: init.credentials, isSettled: false},
        answer: (isLate) => {
          request.isSettled = true;
          if (isStream) resolve(this.#open(invoice, signal));
          else resolve(this.#respond(isLate ? asked : this.#body(invoice), etag));
        },
        fail: (how) => {
          request.isSettled = true;
          if (how === 'network') reject(new TypeError('Failed to fetch'));
          else resolve(new Response('<h1>Oops</h1>', {status: how === 'html' ? 200 : 503}));
        },
      };
      signal.addEventListener('abort', () => reject(signal.reason));
      this.requests.push(request);
      if (this.works) request.answer();
    });
  };

  #body(invoice: string): string {
    return JSON.stringify({
      idempotencyKey: invoice,
      state: this.stateOf(invoice),
      ...(this.#pushes && {eventsUrl: `${ORIGIN}/invoices/${invoice}/events`}),
    });
  }

  #respond(body: string, etag: string | null): Response {
    const headers = {ETag: `"${JSON.parse(body).state}"`};
    return headers.ETag === etag ? new Response(null, {status: 304, headers}) : new Response(body, {headers});
  }

  #event(invoice: string): string {
    return `event: invoice\ndata: ${this.#body(invoice)}\n\n`;
  }

  #open(invoice: string, signal: AbortSignal): Response {
    let writer: ReadableStreamDefaultController<Uint8Array> | undefined;
    const waiting: string[] = [];
    const body = new ReadableStream<Uint8Array>({start: (started) => void (writer = started)});
    const close = () => {
      writer = undefined;
      this.streams.delete(stream);
    };
    const stream = {
      ...{invoice, signal},
      say: (text: string) => {
        waiting.push(text);
        if (this.works) stream.deliverAll();
      },
      deliver: () => {
        const text = waiting.shift();
        if (text) writer?.enqueue(new TextEncoder().encode(text));
      },
      deliverAll: () => {
        while (waiting.length) stream.deliver();
      },
      cut: () => {
        writer?.close();
        close();
      },
    };
    signal.addEventListener('abort', close);
    this.streams.add(stream);
    stream.say(this.#event(invoice));
    return new Response(body, {headers: {'Content-Type': 'text/event-stream'}});
  }
}
