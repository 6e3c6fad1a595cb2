import type {ReactiveController, ReactiveControllerHost} from 'lit';

export interface HandoffOptions {
  /** The page is still in front: no app took the link. */
  fail(): void;
  /** ms in which an app comes to the front. */
  readonly patience?: number;
}

const SIGNS_OF_LEAVING = ['blur', 'pagehide', 'visibilitychange'];

/** Finds out whether a link to an app led anywhere: browsers do not tell, but the page loses its place in front. */
export class HandoffController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: HandoffOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failed = false;

  constructor(host: ReactiveControllerHost, options: HandoffOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this); // last: a connected host calls hostConnected() at once
  }

  /** The last link led nowhere. */
  get failed(): boolean {
    return this.#failed;
  }

  /** The payer follows a link to an app. */
  start(): void {
    this.#stop();
    for (const sign of SIGNS_OF_LEAVING) window.addEventListener(sign, this.#handleLeaving);
    this.#timer = setTimeout(() => this.#end(true), this.#options.patience ?? 1500);
  }

  /** What became of the last link is of no matter any more. */
  reset(): void {
    this.#stop();
    this.#failed = false;
  }

  hostDisconnected(): void {
    this.reset();
  }

  #stop(): void {
    if (this.#timer === undefined) return; // nor does a server have a window
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const sign of SIGNS_OF_LEAVING) window.removeEventListener(sign, this.#handleLeaving);
  }

  #end(failed: boolean): void {
    this.#stop();
    this.#failed = failed;
    if (failed) this.#options.fail();
    this.#host.requestUpdate();
  }

  readonly #handleLeaving = (): void => this.#end(false);
}
