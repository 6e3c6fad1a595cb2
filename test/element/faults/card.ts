import type {CalypsoInvoiceElement} from '../../../src/index.js';
import type {Life} from './life.js';
import type {Shop} from './shop.js';

export interface CardOptions {
  readonly shop: Shop;
  readonly path: string;
  readonly lives: ReadonlyMap<string, Life>;
  /** Amounts and views that faults make the server tell. */
  readonly amounts: readonly string[];
  readonly views: readonly string[];
  readonly properties: object;
  report(problem: string): void;
}

const STATES: Record<string, string> = {
  awaiting: 'PENDING_PAYMENT',
  expired: 'PENDING_PAYMENT',
  detected: 'MEM_POOL_FOUND',
  paid: 'PAID',
  completed: 'COMPLETED',
  declined: 'DECLINED',
  archived: 'ARCHIVED',
};
const EMPTY = ['loading', 'unavailable'];

/** One built element, and whether what it shows was ever true. */
export class Card {
  readonly el: CalypsoInvoiceElement = document.createElement('calypso-invoice');
  readonly #options: CardOptions;
  #subject = '';
  #rank = -1;
  /** It has left for the shop by itself. */
  left = 0;

  constructor(options: CardOptions) {
    this.#options = options;
    const {shop, path, properties} = options;
    const el = this.el;
    el.addEventListener('calypso-redirect', (event) => {
      event.preventDefault();
      this.left++;
    });
    Object.assign(el, {src: path, fetch: shop.fetch, redirect: 'none', qr: 'none'}, properties);
    // After every update, before anybody can see it.
    el.addController({hostUpdated: () => this.#look()});
  }

  get shop(): Shop {
    return this.#options.shop;
  }

  get isFinal(): boolean {
    return this.el.view.kind === this.#expected;
  }

  /** The kind of view that its invoice has in the end. */
  get #expected(): string | undefined {
    const {last} = this.#life;
    return Object.keys(STATES).find((kind) => STATES[kind] === last);
  }

  get #life(): Life {
    return this.#options.lives.get(this.el.src ?? '')!;
  }

  /** ms that the timer shows; undefined where there is none. */
  get timeLeft(): number | undefined {
    const text = this.el.shadowRoot?.querySelector('[role=timer]')?.textContent;
    return text ? text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000 : undefined;
  }

  refresh(): void {
    void this.el.refresh();
  }

  #look(): void {
    const {el, shop} = this;
    const {kind} = el.view;
    if (el.src !== this.#subject) this.#rank = -1;
    this.#subject = el.src ?? '';
    shop.knownPath = el.invoice ? this.#subject : undefined;
    shop.isKnownFinal = this.isFinal;
    this.#lookAtState(kind);
    const shown = el.shadowRoot?.querySelector('[part=address]')?.textContent;
    if (shown && (kind !== 'awaiting' || shown !== this.#life.facts.invoiceAddress))
      this.#options.report(`shows the address ${shown} in ${kind}`);
    const amount = el.shadowRoot?.querySelector('.number')?.textContent;
    if (amount && ![this.#life.facts.amount, ...this.#options.amounts].includes(amount))
      this.#options.report(`shows the amount ${amount}`);
  }

  #lookAtState(kind: string): void {
    const {report, views, shop} = this.#options;
    if (EMPTY.includes(kind)) {
      if (this.#rank >= 0) report(`shows ${kind} after an invoice`);
      return;
    }
    if (views.includes(kind)) return;
    const rank = this.#life.rank(STATES[kind] ?? '');
    if (rank < 0) report(`shows ${kind}, which it never was`);
    else if (rank < this.#rank) report(`shows ${kind} after what comes later`);
    else if (rank > this.#life.rank(this.#life.state(shop.age))) report(`shows ${kind} too early`);
    this.#rank = rank;
  }
}
