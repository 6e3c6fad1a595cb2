import type {ReactiveController, ReactiveControllerHost} from 'lit';

export interface RedirectOptions {
  /** The wait is over. */
  leave(): void;
  /** Whether the payer came to this page by Back: then nothing leaves by itself. */
  readonly cameBack?: () => boolean;
}

const cameByBack = (): boolean =>
  performance
    .getEntriesByType('navigation')
    .some((entry) => (entry as PerformanceNavigationTiming).type === 'back_forward');

/** Leaves after a wait that is shown and can be cancelled: at most once, and never after Back. */
export class RedirectController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: RedirectOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #leaveAt: number | undefined;
  #spent = false;

  constructor(host: ReactiveControllerHost, options: RedirectOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this); // last: a connected host calls hostConnected() at once
  }

  /** Seconds until it leaves; null where it will not. */
  get secondsLeft(): number | null {
    return this.#leaveAt === undefined
      ? null
      : Math.max(0, Math.ceil((this.#leaveAt - performance.now()) / 1000));
  }

  hostConnected(): void {
    window.addEventListener('pageshow', this.#handlePageShow);
    this.#tick();
  }

  hostDisconnected(): void {
    window.removeEventListener('pageshow', this.#handlePageShow);
    clearTimeout(this.#timer);
  }

  /** Starts the wait of `delay` ms, if this is the first time and nobody came Back. */
  schedule(delay: number): void {
    if (this.#spent || (this.#options.cameBack ?? cameByBack)()) return;
    this.#spent = true;
    this.#leaveAt = performance.now() + delay;
    this.#tick();
  }

  /** Stays; `schedule` does nothing any more. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#spent = true;
    this.#leaveAt = undefined;
    this.#host.requestUpdate();
  }

  /** Forgets all, for another invoice. */
  reset(): void {
    this.cancel();
    this.#spent = false;
  }

  readonly #tick = (): void => {
    clearTimeout(this.#timer);
    if (this.#leaveAt === undefined) return;
    const left = this.#leaveAt - performance.now();
    if (left <= 0) {
      this.cancel();
      this.#options.leave();
      return;
    }
    this.#host.requestUpdate();
    this.#timer = setTimeout(this.#tick, left % 1000 || 1000);
  };

  readonly #handlePageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) this.cancel();
  };
}
