import type {ReactiveController, ReactiveControllerHost} from 'lit';

export interface PollingOptions<T> {
  /** What is read; a change starts afresh, undefined reads nothing. */
  source(): string | undefined;
  /** Reads once. Rejects where it fails; need not settle after `signal` aborted. */
  read(signal: AbortSignal): Promise<T>;
  /** A read brought `value`. May throw: then it counts as failed. */
  accept(value: T): void;
  /** A read failed; the next one is `retryIn` ms away, or null where there is none. */
  fail(error: unknown, retryIn: number | null): void;
  /** ms until the next read, null to stop. `failures` since the last success. */
  delay(failures: number, error: unknown): number | null;
  /** Whether who was asked has said when to ask again: then it is not done sooner. */
  isAppointed?(error: unknown): boolean;
  /** What a read that is overdue fails with. */
  overdue(): Error;
  /** ms that one read may take. */
  readonly deadline: number;
  readonly isHidden?: () => boolean;
  /** Events at which somebody may be looking again, or the connection has changed. */
  readonly wakeUps?: () => Iterable<readonly [EventTarget, string]>;
}

const pageWakeUps = (): [EventTarget, string][] => [
  [document, 'visibilitychange'],
  [window, 'focus'],
  [window, 'pageshow'],
  [window, 'online'],
  [window, 'offline'], // the read that fails then tells the payer
];

/** On waking the network is often not back yet: one more read follows this many ms later. */
const SECOND_LOOK = 2000;
/** A read that has run for this many ms when the page wakes may have died in its sleep. */
const DOUBTFUL = 2000;

/**
 * Reads again and again while its host is connected: the next read only after the last has settled, each with a
 * deadline, late answers dropped, and at once when the page is looked at again.
 */
export class PollingController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: PollingOptions<T>;
  #connected = false;
  /** Reading of `#source` has begun since the host was connected. */
  #started = false;
  #source: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reading: {readonly done: Promise<void>; readonly since: number; abort(): void} | undefined;
  #failures = 0;
  #stopped = true;
  #secondLook = false;
  #wakeUps: (readonly [EventTarget, string])[] = [];

  constructor(host: ReactiveControllerHost, options: PollingOptions<T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this); // last: a connected host calls hostConnected() at once
  }

  hostConnected(): void {
    this.#wakeUps = [...(this.#options.wakeUps ?? pageWakeUps)()];
    for (const [target, type] of this.#wakeUps) target.addEventListener(type, this.#handleWakeUp);
    this.#connected = true;
    this.#host.requestUpdate();
  }

  /** The first read waits for the host's update: what the page set before the host was defined is there by then. */
  hostUpdate(): void {
    if (!this.#connected || (this.#started && this.#options.source() === this.#source)) return;
    this.#cancel();
    this.#started = true;
    this.#source = this.#options.source();
    this.#failures = 0;
    if (this.#source !== undefined) void this.#start();
  }

  hostDisconnected(): void {
    for (const [target, type] of this.#wakeUps) target.removeEventListener(type, this.#handleWakeUp);
    this.#wakeUps = [];
    this.#connected = false;
    this.#started = false;
    this.#cancel();
  }

  /** Reads now, or joins the read under way. Resolves when it has settled, whatever it brought. */
  async refresh(): Promise<void> {
    if (this.#source === undefined || !this.#started) return;
    clearTimeout(this.#timer);
    await (this.#reading?.done ?? this.#start());
  }

  /** What the wait depends on has changed: the next read is due that much from now, unless reads fail. */
  replan(): void {
    if (this.#stopped || this.#reading || this.#failures) return;
    clearTimeout(this.#timer);
    this.#next(this.#options.delay(0, undefined));
  }

  #cancel(): void {
    clearTimeout(this.#timer);
    this.#reading?.abort();
    this.#reading = undefined;
    this.#stopped = true;
  }

  #start(): Promise<void> {
    this.#stopped = false;
    const controller = new AbortController();
    const reading = {done: this.#read(controller), since: Date.now(), abort: () => controller.abort()};
    this.#reading = reading;
    return reading.done;
  }

  async #read(controller: AbortController): Promise<void> {
    const {read, accept, fail, delay, isAppointed, overdue, deadline} = this.#options;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let failure: {error: unknown} | undefined;
    try {
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(overdue()), deadline);
      });
      const value = await Promise.race([read(controller.signal), late]);
      if (controller.signal.aborted) return;
      accept(value);
      this.#failures = 0;
    } catch (error) {
      if (controller.signal.aborted) return;
      failure = {error};
      this.#failures++;
    } finally {
      clearTimeout(timer);
    }
    controller.abort(); // an overdue read must not go on in the background
    this.#reading = undefined;
    if (failure && isAppointed?.(failure.error)) this.#secondLook = false;
    const wait = this.#next(delay(this.#failures, failure?.error));
    if (failure) fail(failure.error, wait);
  }

  /** Plans the next read; returns the wait, null where there is none. */
  #next(delay: number | null): number | null {
    this.#stopped = delay === null;
    if (delay === null) return null;
    const wait = this.#secondLook ? Math.min(delay, SECOND_LOOK) : delay;
    this.#secondLook = false;
    this.#timer = setTimeout(() => void this.#start(), wait);
    return wait;
  }

  readonly #handleWakeUp = (event: Event): void => {
    const {isHidden = () => document.hidden} = this.#options;
    const isLoading = (event as PageTransitionEvent).persisted === false; // a page that is new has just asked
    if (this.#stopped || isHidden() || isLoading) return;
    this.#secondLook = true;
    if (this.#reading && Date.now() - this.#reading.since < DOUBTFUL) return;
    clearTimeout(this.#timer);
    this.#reading?.abort();
    void this.#start();
  };
}
