import type {TestContext} from 'node:test';
import {Locks} from './locks.js';
import {stubGlobal} from './time.js';

export const ORIGIN = 'https://shop.example';

/** A target that knows how many listeners it has. */
class Target extends EventTarget {
  readonly #listeners = new Set<string>();
  readonly #ids = new Map<unknown, number>();

  get size(): number {
    return this.#listeners.size;
  }

  override addEventListener(...[type, listener, options]: Parameters<EventTarget['addEventListener']>): void {
    this.#listeners.add(this.#nameOf(type, listener));
    super.addEventListener(type, listener, options);
  }

  override removeEventListener(
    ...[type, listener, options]: Parameters<EventTarget['removeEventListener']>
  ): void {
    this.#listeners.delete(this.#nameOf(type, listener));
    super.removeEventListener(type, listener, options);
  }

  #nameOf(type: string, listener: unknown): string {
    const id = this.#ids.get(listener) ?? this.#ids.size;
    this.#ids.set(listener, id);
    return `${type} ${id}`;
  }
}

/** As much of a browser as cards need to learn of their invoices; all of it is for the test to count. */
export class Browser {
  readonly window = new Target();
  readonly document = Object.assign(new Target(), {hidden: false, baseURI: `${ORIGIN}/pay`});
  readonly locks = new Locks();
  readonly channels = new Set<{readonly name: string; onmessage?: (event: {data: unknown}) => void}>();

  constructor(test: TestContext, fetch: typeof globalThis.fetch) {
    const {channels} = this;
    class Channel {
      readonly name: string;
      onmessage?: (event: {data: unknown}) => void;
      constructor(name: string) {
        this.name = name;
        channels.add(this);
      }
      postMessage(data: unknown): void {
        for (const other of channels)
          if (other !== this && other.name === this.name)
            queueMicrotask(() => channels.has(other) && other.onmessage?.({data}));
      }
      close(): void {
        channels.delete(this);
      }
    }
    const {window, document, locks} = this;
    const location = new URL(document.baseURI);
    const globals = {window, document, location, navigator: {locks}, BroadcastChannel: Channel, fetch};
    for (const [name, value] of Object.entries(globals)) stubGlobal(test, name, value);
  }

  /** As the payer turns to another tab, and back. */
  setHidden(hidden: boolean): void {
    if (hidden === this.document.hidden) return;
    this.document.hidden = hidden;
    // On the document, from where it bubbles.
    for (const target of [this.document, this.window]) target.dispatchEvent(new Event('visibilitychange'));
  }

  wake(type: string): void {
    (type === 'visibilitychange' ? this.document : this.window).dispatchEvent(new Event(type));
  }
}
