import type {ReactiveControllerHost} from 'lit';
import {isFinal, type Invoice} from '../core/invoice.js';
import type {Live, LiveOptions, LiveSettings} from './live.js';

/** Listens to what others know of an invoice, once there is one. Without the file for it the card goes on reading. */
export class Following {
  readonly #host: ReactiveControllerHost;
  readonly #options: LiveOptions;
  #live: Live | undefined;
  /** What a feed is wanted for: one is loaded once, and belongs to one subject. */
  #wanted: {readonly subject: object} | undefined;

  constructor(host: ReactiveControllerHost, options: LiveOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Somebody tells us of changes: reads of our own are for safety only. */
  get isTold(): boolean {
    return !!this.#live?.isTold;
  }

  /** Tells the other tabs what we read. */
  publish(text: string): void {
    this.#live?.publish(text);
  }

  /** @param subject another one for each invoice */
  async begin(invoice: Invoice | null, subject: object, settings: () => LiveSettings): Promise<void> {
    if (!invoice || isFinal(invoice.state) || this.#wanted?.subject === subject) return;
    const wanted = (this.#wanted = {subject});
    await this.#host.updateComplete.catch(() => undefined); // what is to be paid comes first
    if (this.#wanted !== wanted) return;
    const loaded = await import('./live.js').catch(() => undefined);
    // Whoever was taken out of the page meanwhile, and put back, follows anew.
    if (this.#wanted === wanted) this.#live = loaded?.live(settings(), invoice.eventsUrl, this.#options);
  }

  end(): void {
    this.#live?.close();
    this.#live = this.#wanted = undefined;
  }
}
