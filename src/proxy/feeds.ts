import type {AnswerListener, Invoices} from './invoices.js';

/** Follows an invoice for those who look on, and only for as long as somebody does. */
export type Follow = (key: string, listener: AnswerListener) => Promise<() => void>;

/** @param interval ms from one look to the next, asked each time */
export function createFeeds(invoices: Invoices, interval: () => Promise<number>): Follow {
  const feeds = new Map<string, Feed>();
  return async (key, listener) => {
    let feed = feeds.get(key);
    if (!feed) feeds.set(key, (feed = new Feed(key, invoices, interval, () => feeds.delete(key))));
    const leave = feed.join(listener);
    await feed.ready;
    return leave;
  };
}

class Feed {
  /** Resolves once changes are heard of. */
  readonly ready: Promise<unknown>;
  readonly #viewers = new Set<AnswerListener>();
  readonly #watch: Promise<() => void>;
  readonly #onEmpty: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Nothing more will change, or nobody looks on. */
  #isOver = false;

  constructor(key: string, invoices: Invoices, interval: () => Promise<number>, onEmpty: () => void) {
    this.#onEmpty = onEmpty;
    this.#watch = invoices.watch(key, (answer) => {
      this.#isOver ||= answer.final;
      for (const viewer of [...this.#viewers]) viewer(answer);
    });
    this.ready = this.#watch;
    const next = async () => {
      const ms = await interval();
      if (this.#isOver) return;
      // A tenth either way, so that feeds that began together do not look together.
      this.#timer = setTimeout(look, ms * (0.9 + Math.random() / 5));
    };
    // What failed is tried again at the next look; what came was told by the watch.
    const look = () => void invoices.get(key).then(next, next);
    void next();
  }

  join(viewer: AnswerListener): () => void {
    this.#viewers.add(viewer);
    return () => {
      if (!this.#viewers.delete(viewer) || this.#viewers.size > 0) return;
      this.#stop();
    };
  }

  #stop(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#onEmpty();
    void this.#watch.then((leave) => leave());
  }
}
