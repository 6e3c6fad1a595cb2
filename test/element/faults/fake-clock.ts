/** ms: timers that are due within one step run together, each at its own time. */
const STEP = 100;
/** Turns of the event loop in which what was begun by a step comes to rest. */
const TURNS = 4;

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  /** Of the page: a frozen page runs none. */
  readonly isPage: boolean;
}

/** Of all clocks, and beyond any of the engine's: who clears a timer from before this clock must not hit another. */
let lastOrder = 2 ** 30;

/** The clocks and timers of this page and of the world around it, which stand still until `advance` is called. */
export class FakeClock {
  /** ms that have passed. */
  now = 0;
  /** ms by which the payer's clock is wrong. */
  skew = 0;
  /** ms that the machine slept: the world went on, timers did not. */
  slept = 0;
  /** Whether `performance.now()` counts sleep: engines and systems differ. */
  countsSleep = false;
  isFrozen = false;
  readonly start: number;
  readonly #timers = new Map<number, Timer>();
  readonly #undo: (() => void)[] = [];
  #pending = 0;

  /** @param start epoch ms */
  constructor(start: number) {
    this.start = start;
  }

  /** Epoch ms by a clock that is right. */
  get world(): number {
    return this.start + this.now + this.slept;
  }

  /** Timers of the page that are still to run. */
  get planned(): number {
    return [...this.#timers.values()].filter(({isPage}) => isPage).length;
  }

  install(): void {
    const set = (run: () => void, ms = 0) => this.#plan(run, ms, true);
    const clear = (id: number | undefined) => void this.#timers.delete(id ?? 0);
    this.#replace(globalThis, 'setTimeout', set);
    this.#replace(globalThis, 'clearTimeout', clear);
    this.#replace(Date, 'now', () => this.world + this.skew);
    const monotonic = performance.now();
    this.#replace(performance, 'now', () => monotonic + this.now + (this.countsSleep ? this.slept : 0));
  }

  uninstall(): void {
    for (const undo of this.#undo.splice(0)) undo();
  }

  /** Runs `run` in `ms`, frozen page or not. */
  after(ms: number, run: () => void): void {
    this.#plan(run, ms, false);
  }

  /** Waits for what takes the engine real time before the clock goes on. */
  async hold<T>(work: Promise<T>): Promise<T> {
    this.#pending++;
    try {
      return await work;
    } finally {
      this.#pending--;
    }
  }

  /** Time passes until `isOver`, or for `ms`. */
  async advance(ms: number, isOver = () => false): Promise<void> {
    const end = this.now + ms;
    await this.#settle();
    while (this.now < end && !isOver()) {
      const next = Math.min(end, ...this.#due(end).map(({at}) => at));
      const stop = Math.min(end, Math.max(this.now, Math.ceil(next / STEP) * STEP));
      for (let due; (due = this.#due(stop)).length;) for (const timer of due) this.#run(timer);
      this.now = stop;
      await this.#settle();
    }
  }

  #plan(run: () => void, ms: number, isPage: boolean): number {
    const order = ++lastOrder;
    this.#timers.set(order, {at: this.now + Math.max(0, ms), order, run, isPage});
    return order;
  }

  /** What is to run until then, in order. */
  #due(until: number): Timer[] {
    const due = [...this.#timers.values()].filter(
      ({at, isPage}) => at <= until && !(isPage && this.isFrozen),
    );
    return due.sort((a, b) => a.at - b.at || a.order - b.order);
  }

  #run({order, at, run}: Timer): void {
    if (!this.#timers.delete(order)) return; // another one has cleared it
    this.now = Math.max(this.now, at);
    run();
  }

  async #settle(): Promise<void> {
    for (let turns = 0; turns < TURNS || this.#pending; turns++) await nextTurn();
  }

  #replace<T extends object, K extends keyof T>(target: T, key: K, value: unknown): void {
    const before = Object.getOwnPropertyDescriptor(target, key);
    Object.defineProperty(target, key, {value, configurable: true, writable: true});
    this.#undo.push(() => {
      if (before) Object.defineProperty(target, key, before);
      else Reflect.deleteProperty(target, key);
    });
  }
}

const {port1, port2} = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

/** A task later: promises that could settle have done so. */
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
