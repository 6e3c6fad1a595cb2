import type {ReactiveController, ReactiveControllerHost} from 'lit';

export interface TitleBadgeOptions {
  /** What to put before the page's title; undefined for nothing. */
  badge(): string | undefined;
}

/** A sign before the page's own title, for a payer who has gone to another tab. */
export class TitleBadgeController implements ReactiveController {
  readonly #options: TitleBadgeOptions;
  #badge = '';
  #connected = false;

  constructor(host: ReactiveControllerHost, options: TitleBadgeOptions) {
    this.#options = options;
    host.addController(this); // last: a connected host calls hostConnected() at once
  }

  hostConnected(): void {
    this.#connected = true;
  }

  /** A host that was removed is updated once more. */
  hostUpdated(): void {
    const badge = this.#connected && this.#options.badge();
    this.#show(badge ? `${badge} ` : '');
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#show('');
  }

  /** The page may have changed its title meanwhile: only the sign in front is ours. */
  #show(badge: string): void {
    const {title} = document;
    const own = title.startsWith(this.#badge) ? title.slice(this.#badge.length) : title;
    if (badge !== this.#badge) document.title = badge + own;
    this.#badge = badge;
  }
}
