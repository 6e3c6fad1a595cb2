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
  #connected = false;
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
    this.#connected = true;
    if (this.#leaveAt !== undefined) this.#plan();
  }

  hostDisconnected(): void {
    window.removeEventListener('pageshow', this.#handlePageShow);
    this.#connected = false;
    clearTimeout(this.#timer);
  }

  /**
   * Starts the wait of `delay` ms, if this is the first time and nobody came Back to it.
   * @param isNews the reason to leave came up while the payer looked on: then it does not matter how they came here
   */
  schedule(delay: number, isNews = false): void {
    if (this.#spent) return;
    this.#spent = true;
    if (!isNews && (this.#options.cameBack ?? cameByBack)()) return;
    this.#leaveAt = performance.now() + delay;
    this.#plan();
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

  #plan(): void {
    clearTimeout(this.#timer);
    const left = (this.#leaveAt ?? 0) - performance.now();
    if (this.#connected) this.#timer = setTimeout(this.#tick, left > 0 ? left % 1000 || 1000 : 0);
  }

  readonly #tick = (): void => {
    if (this.#leaveAt === undefined) return;
    if (performance.now() < this.#leaveAt) {
      this.#host.requestUpdate();
      this.#plan();
      return;
    }
    this.cancel();
    this.#options.leave();
  };

  readonly #handlePageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) this.cancel();
  };
}
