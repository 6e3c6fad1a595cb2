import type {SandboxClock} from '../clock.js';
import type {Outbox} from './outbox.js';

/** A timer that is set to more fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Lets time pass: by itself, with one timer to the next instant at which something is due, and when it is told to. */
export class Ticker {
  readonly #clock: SandboxClock;
  readonly #outbox: Outbox;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** One after the other: nothing is delivered twice at a time. */
  #last: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(clock: SandboxClock, outbox: Outbox) {
    this.#clock = clock;
    this.#outbox = outbox;
  }

  /**
   * Puts the time forward from one due instant to the next, and delivers at each, so that whoever is told of a state
   * and reads the invoice finds it in that state.
   */
  advance(ms: number): Promise<void> {
    const run = this.#last.then(() => this.#runTo(this.#clock.now() + ms));
    this.#last = run.catch(() => undefined);
    return run.finally(() => this.wake());
  }

  /** To be called when something may have happened, or become due. */
  wake(): void {
    this.pause();
    if (this.#isClosed) return;
    const next = this.#outbox.nextAt();
    if (next === undefined) return;
    const wait = Math.min(Math.max(next - this.#clock.now(), 0), LONGEST_TIMER);
    // What goes wrong here goes wrong again, and is told, at the next call.
    this.#timer = setTimeout(() => void this.advance(0).catch(() => undefined), wait);
    // Nobody waits for webhooks alone.
    if (typeof this.#timer === 'object') this.#timer.unref();
  }

  /** Stops the timer until the next {@link wake}. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  /** Stops for good, when what is under way has ended. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.pause();
    await this.#last;
  }

  async #runTo(target: number): Promise<void> {
    let next = this.#outbox.nextAt();
    while (next !== undefined && next <= target && !this.#isClosed) {
      this.#clock.advanceTo(next);
      this.#outbox.announce(next);
      await this.#outbox.deliver(next);
      next = this.#outbox.nextAt();
    }
    this.#clock.advanceTo(target);
  }
}
