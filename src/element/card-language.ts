import {isServer, type ReactiveController, type ReactiveControllerHost} from 'lit';
import {loadMessages, messagesFor, type Texts} from '../localize/registry.js';

/** The language and direction of the card, from the nearest `lang` and `dir`; follows them while connected. */
export class CardLanguage implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #observer: MutationObserver | undefined;
  #loading: Promise<void> | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  get texts(): Texts {
    return messagesFor(this.#tag);
  }

  /** Where the page says no direction, a language from right to left has its own; undefined leaves the page's. */
  get direction(): 'rtl' | undefined {
    const isRtl = this.texts.messages.direction === 'rtl';
    return isRtl && !nearest(this.#host, 'dir') ? 'rtl' : undefined;
  }

  /** The texts are not there yet; English stands in for them. */
  get isLoading(): boolean {
    return !!loadMessages(this.#tag);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#host.requestUpdate());
    // A shadow root keeps from those outside what changes in it.
    for (let root = this.#host.getRootNode(); ; root = root.host.getRootNode()) {
      this.#observer.observe(root, {subtree: true, attributeFilter: ['lang', 'dir']});
      if (!(root instanceof ShadowRoot)) break;
    }
  }

  hostUpdate(): void {
    const loading = loadMessages(this.#tag);
    if (loading !== this.#loading) void loading?.then(() => this.#host.requestUpdate());
    this.#loading = loading;
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  get #tag(): string {
    return nearest(this.#host, 'lang') ?? (isServer ? 'en' : navigator.language);
  }
}

/** The attribute of the nearest element that has it, through the shadow roots that the card stands in. */
function nearest(element: Element, name: string): string | undefined {
  if (isServer) return element.getAttribute(name) || undefined; // there is no page around it yet
  const holder = element.closest(`[${name}]`);
  if (holder) return holder.getAttribute(name) || undefined;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearest(root.host, name) : undefined;
}
