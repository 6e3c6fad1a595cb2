import type {ReactiveController, ReactiveControllerHost} from 'lit';

export interface CountdownOptions {
  /** ms that are left, undefined where nothing runs out. Asked anew at every tick: sleep and throttling do no harm. */
  remaining(): number | undefined;
  /** Once a second, when the shown second changes; the last time at 0. */
  tick(remaining: number): void;
}

/** Ticks with the seconds of something that runs out, while its host is connected. */
export class CountdownController implements ReactiveController {
  readonly #options: CountdownOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #connected = false;
  /** Something was left when it was last asked: its end is still to be told. */
  #running = false;

  constructor(host: ReactiveControllerHost, options: CountdownOptions) {
    this.#options = options;
    host.addController(this); // last: a connected host calls hostConnected() at once
  }

  hostConnected(): void {
    this.#connected = true;
    this.#plan();
  }

  /** What is left may have changed with the host. */
  hostUpdated(): void {
    this.#plan();
  }

  hostDisconnected(): void {
    this.#connected = false;
    clearTimeout(this.#timer);
  }

  #plan(): void {
    clearTimeout(this.#timer);
    const remaining = this.#options.remaining();
    if (!this.#connected || remaining === undefined) return;
    if (remaining > 0) this.#running = true;
    else if (!this.#running) return;
    // What ran out while the page was busy with something else still ends once.
    this.#timer = setTimeout(this.#tick, remaining > 0 ? remaining % 1000 || 1000 : 0);
  }

  readonly #tick = (): void => {
    const remaining = this.#options.remaining();
    if (remaining === undefined) return;
    this.#running = remaining > 0;
    this.#options.tick(Math.max(remaining, 0));
    this.#plan();
  };
}
