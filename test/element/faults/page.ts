import type {FakeClock} from './fake-clock.js';

/** What a browser does to a page, as far as the page can tell. */
export class Page {
  readonly clock: FakeClock;
  readonly #undo: (() => void)[] = [];

  constructor(clock: FakeClock) {
    this.clock = clock;
  }

  setHidden(isHidden: boolean): void {
    this.#set(document, 'hidden', isHidden);
    this.#set(document, 'visibilityState', isHidden ? 'hidden' : 'visible');
    this.tell(document, 'visibilitychange');
    if (!isHidden) this.tell(window, 'focus');
  }

  setOnline(isOnline: boolean): void {
    this.#set(navigator, 'onLine', isOnline);
    this.tell(window, isOnline ? 'online' : 'offline');
  }

  setFrozen(isFrozen: boolean): void {
    if (isFrozen) this.tell(document, 'freeze');
    this.clock.isFrozen = isFrozen;
    if (!isFrozen) this.tell(document, 'resume');
  }

  /** The page is left, and kept as it is for Back. */
  leave(): void {
    window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
    this.setHidden(true);
    this.setFrozen(true);
  }

  comeBack(): void {
    this.setFrozen(false);
    window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    this.setHidden(false);
  }

  tell(target: EventTarget, type: string): void {
    target.dispatchEvent(new Event(type));
  }

  /** As it was. */
  restore(): void {
    for (const undo of this.#undo.splice(0).reverse()) undo();
  }

  #set(target: object, key: string, value: unknown): void {
    const before = Object.getOwnPropertyDescriptor(target, key);
    Object.defineProperty(target, key, {value, configurable: true});
    this.#undo.push(() => {
      if (before) Object.defineProperty(target, key, before);
      else Reflect.deleteProperty(target, key);
    });
  }
}
