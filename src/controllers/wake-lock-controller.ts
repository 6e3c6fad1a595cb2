import type {ReactiveController, ReactiveControllerHost} from 'lit';

export interface WakeLockOptions {
  /** Whether the screen should stay on now. */
  wanted(): boolean;
  /** Rejects where the engine refuses (low battery, no permission). */
  readonly request?: () => Promise<WakeLockSentinel>;
  readonly isHidden?: () => boolean;
}

/** Keeps the screen on while it is wanted and the page is seen; an engine that cannot is let be. */
export class WakeLockController implements ReactiveController {
  readonly #options: WakeLockOptions;
  #connected = false;
  #lock: Promise<WakeLockSentinel | undefined> | undefined;

  constructor(host: ReactiveControllerHost, options: WakeLockOptions) {
    this.#options = options;
    host.addController(this); // last: a connected host calls hostConnected() at once
  }

  hostConnected(): void {
    this.#connected = true;
    document.addEventListener('visibilitychange', this.#handleVisibility);
  }

  hostUpdated(): void {
    const {wanted, isHidden = () => document.hidden} = this.#options;
    if (this.#connected && !isHidden() && wanted()) this.#lock ??= this.#request();
    else this.#release();
  }

  hostDisconnected(): void {
    this.#connected = false;
    document.removeEventListener('visibilitychange', this.#handleVisibility);
    this.#release();
  }

  async #request(): Promise<WakeLockSentinel | undefined> {
    const {request = async () => navigator.wakeLock.request('screen')} = this.#options;
    try {
      return await request();
    } catch {
      return undefined;
    }
  }

  #release(): void {
    void this.#lock?.then((lock) => lock?.release()).catch(() => undefined);
    this.#lock = undefined;
  }

  // Engines take the lock away from a page that is hidden: it is asked for anew.
  readonly #handleVisibility = (): void => {
    this.#release();
    this.hostUpdated();
  };
}
