import {withDeadline} from '../../api/deadline.js';
import {parseJson} from '../../core/json.js';

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** As any JSON reader sees it; undefined where it is no JSON. */
  readonly json: unknown;
  /** The same with decimals as texts, every digit kept. */
  readonly exact: unknown;
}

export interface ShopOptions {
  /** Of one invoice. */
  readonly url: URL;
  /** The invoice's key, as it stands in the URL. */
  readonly key: string;
  /** Sent with each request: whatever the proxy's own check of who may read wants. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Another site that may read invoices. */
  readonly origin?: string | undefined;
  readonly fetch?: typeof globalThis.fetch;
  /** Epoch ms. */
  readonly now?: () => number;
  /** ms for each answer, as many as the element gives. */
  readonly timeout?: number;
}

interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const UNKNOWN_KEY = '00000000-0000-4000-8000-000000000000';

/** A merchant's proxy as a browser meets it. */
export class Shop {
  readonly url: URL;
  readonly key: string;
  readonly origin: string | undefined;
  readonly now: () => number;
  readonly #options: ShopOptions;
  #first: Promise<Answer> | undefined;

  constructor(options: ShopOptions) {
    this.url = options.url;
    this.key = options.key;
    this.origin = options.origin;
    this.now = options.now ?? Date.now;
    this.#options = options;
  }

  /** The answer that most is said about. */
  get invoice(): Promise<Answer> {
    return (this.#first ??= this.ask(this.url));
  }

  /** The URL with another text in place of the key; without one, that of an invoice that there is not. */
  at(text: string = UNKNOWN_KEY): URL {
    const url = new URL(this.url);
    const at = url.pathname.lastIndexOf(this.key);
    if (at < 0) url.search = url.search.replace(this.key, () => text);
    else url.pathname = url.pathname.slice(0, at) + text + url.pathname.slice(at + this.key.length);
    return url;
  }

  ask(url: URL, ask: Ask = {}): Promise<Answer> {
    return this.within(async (signal) => {
      const response = await this.open(url, ask, signal);
      const text = await response.text();
      const {status, headers} = response;
      return {status, headers, text, json: parse(text, JSON.parse), exact: parse(text, parseJson)};
    });
  }

  /** The same, its body unread. */
  open(url: URL, {method = 'GET', headers = {}}: Ask, signal: AbortSignal): Promise<Response> {
    const {fetch = globalThis.fetch} = this.#options;
    return fetch(url, {
      method,
      headers: {Accept: '*/*', ...this.#options.headers, ...headers},
      redirect: 'manual',
      signal,
    });
  }

  /** Runs `work` in the time of one answer, its body included. @throws CalypsoTransportError `timeout` */
  within<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return withDeadline(this.#options.timeout ?? 10_000, undefined, work);
  }
}

function parse(text: string, by: (text: string) => unknown): unknown {
  try {
    return by(text);
  } catch {
    return undefined;
  }
}
