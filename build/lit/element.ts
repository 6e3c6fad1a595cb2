import type {PropertyDeclaration, ReactiveController} from 'lit';
import {ChildPart, noChange} from './templates.js';

/** Properties, attributes, controllers and updates as the card uses them. */
export class LitElement extends HTMLElement {
  declare static properties: Readonly<Record<string, PropertyDeclaration>>;
  declare static styles: CSSStyleSheet;

  static get observedAttributes(): string[] {
    return Object.entries(this.properties).flatMap(([name, {attribute = name.toLowerCase(), noAccessor}]) => {
      if (!noAccessor)
        Object.defineProperty(this.prototype, name, {
          configurable: true,
          get(this: LitElement) {
            return this.#values.get(name);
          },
          set(this: LitElement, value: unknown) {
            if (Object.is(value, this.#values.get(name))) return;
            this.#values.set(name, value);
            this.requestUpdate();
          },
        });
      return typeof attribute === 'string' ? attribute : [];
    });
  }

  readonly #values = new Map<string, unknown>();
  /** What the page set before the element was defined. */
  readonly #early: Record<string, unknown> = {};
  readonly #controllers = new Set<ReactiveController>();
  #start: (() => void) | undefined;
  #updated: Promise<unknown> = new Promise<void>((resolve) => (this.#start = resolve));
  #content: ChildPart | undefined;
  declare renderRoot: ShadowRoot;
  isUpdatePending = false;
  hasUpdated = false;

  constructor() {
    super();
    for (const name of Object.keys(this.#properties))
      if (Object.hasOwn(this, name)) {
        this.#early[name] = this[name as keyof this];
        delete this[name as keyof this];
      }
    this.requestUpdate();
  }

  get #properties(): Readonly<Record<string, PropertyDeclaration>> {
    return (this.constructor as typeof LitElement).properties;
  }

  get updateComplete(): Promise<unknown> {
    return this.getUpdateComplete();
  }

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
    if (this.renderRoot && this.isConnected) controller.hostConnected?.();
  }

  requestUpdate(): void {
    if (!this.isUpdatePending) this.#updated = this.#enqueueUpdate();
  }

  connectedCallback(): void {
    this.renderRoot ??= this.createRenderRoot();
    this.#start?.();
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  attributeChangedCallback(changed: string, _: string | null, value: string | null): void {
    for (const [name, {attribute = name.toLowerCase(), type, converter}] of Object.entries(this.#properties))
      if (attribute === changed) {
        const convert = converter as ((text: string | null) => unknown) | undefined;
        Object.assign(this, {[name]: type === Boolean ? value !== null : convert ? convert(value) : value});
      }
  }

  protected createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({mode: 'open'});
    root.adoptedStyleSheets = [(this.constructor as typeof LitElement).styles];
    return root;
  }

  protected getUpdateComplete(): Promise<unknown> {
    return this.#updated;
  }

  protected willUpdate(): void {}
  protected updated(): void {}
  protected render(): unknown {
    return noChange;
  }

  async #enqueueUpdate(): Promise<boolean> {
    this.isUpdatePending = true;
    try {
      await this.#updated;
    } catch (error) {
      reportError(error); // the next update is tried all the same
    }
    this.#update();
    return !this.isUpdatePending;
  }

  #update(): void {
    if (!this.hasUpdated) Object.assign(this, this.#early);
    try {
      this.willUpdate();
      for (const controller of this.#controllers) controller.hostUpdate?.();
      const content = this.render();
      this.#reflect();
      this.isUpdatePending = false;
      this.#content ??= new ChildPart(this.renderRoot.appendChild(new Comment()), null);
      this.#content.set([content]);
    } finally {
      this.isUpdatePending = false;
    }
    for (const controller of this.#controllers) controller.hostUpdated?.();
    this.hasUpdated = true;
    this.updated();
  }

  #reflect(): void {
    for (const [name, {reflect}] of Object.entries(this.#properties)) {
      const value = this.#values.get(name) as string | null | undefined;
      if (!reflect) continue;
      if (value === undefined || value === null) this.removeAttribute(name);
      else if (this.getAttribute(name) !== value) this.setAttribute(name, value);
    }
  }
}
