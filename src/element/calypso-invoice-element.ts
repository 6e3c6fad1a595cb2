import {LitElement, ReactiveElement, html, isServer, noChange, nothing, type TemplateResult} from 'lit';
import {ClipboardController} from '../controllers/clipboard-controller.js';
import {CountdownController} from '../controllers/countdown-controller.js';
import {HandoffController} from '../controllers/handoff-controller.js';
import {RedirectController} from '../controllers/redirect-controller.js';
import {VIEW_KINDS, type AddressFault, type InvoiceView} from '../core/invoice-view.js';
import {isFinal, type Invoice} from '../core/invoice.js';
import {paymentStatus, returnUrl} from '../core/return-url.js';
import type {Messages} from '../locales/messages.js';
import {loadAddressCheck} from './address-check-loader.js';
import {announcement, crossed} from './announcements.js';
import {styles} from './calypso-invoice.styles.js';
import {CardLanguage} from './card-language.js';
import {
  InvoiceCopyEvent,
  InvoiceErrorEvent,
  InvoiceRedirectEvent,
  InvoiceStateChangeEvent,
} from './events.js';
import {InvoiceSession} from './invoice-session.js';
import {leavePage, targetOf} from './leave-page.js';
import {paintAge, paintTimer, placesIn, type Places} from './paint-times.js';
import type {Card} from './templates/card.js';
import {content, header} from './templates/frame.js';
import {backIn, copiedText, faultText, requoteText, timeLeft, troubleText} from './wording.js';

/** What the last update showed, to tell what is new in the next. */
interface Shown {
  readonly view: InvoiceView['kind'];
  readonly state: string | null;
  readonly requotes: number;
  readonly fault: AddressFault | undefined;
  readonly littleTime: boolean;
  readonly isTroubled: boolean;
}

/** ms that what a server rendered stays without an answer: its timer stands still. */
const PATIENCE = 10_000;

const NOTHING: Shown = {
  view: 'loading',
  state: null,
  requotes: 0,
  fault: undefined,
  littleTime: false,
  isTroubled: false,
};

/** An empty attribute is no number; `Number` makes it 0, and so of a wait none. */
const toNumber = (text: string | null): number | null => (text?.trim() ? Number(text) : null);

/**
 * Shows one invoice, follows its state, and takes the payer back to the shop.
 *
 * @element calypso-invoice
 *
 * @attr {string} src - Where the invoice is read; a change starts afresh.
 * @attr {number} [poll-interval=3000] - ms between reads while a payment is awaited, 1000 to 3600000.
 * @attr {'auto' | 'manual' | 'none'} [redirect=auto] - Whether a final state takes the payer back by itself, by a button, or not.
 * @attr {number} [redirect-delay=5000] - ms, shown and cancellable.
 * @attr {'_self' | '_parent' | '_top'} [redirect-target=_self]
 * @attr {string} return-url - Used where the invoice brings no `returnUrl`; absolute.
 * @attr {'address' | 'uri' | 'none'} [qr=address] - What the QR code holds; `uri` where the chain has a safe one.
 * @attr {'auto' | 'light' | 'dark'} [theme=auto]
 * @attr {RequestCredentials} [credentials=same-origin]
 * @attr {boolean} wake-lock - Keeps the screen on while a payment is awaited and the page is seen.
 * @attr {boolean} title-badge - A sign of the state before the page's title, for a payer in another tab.
 *
 * @slot - Shown until the element is ready, and where there is no invoice: a link to pay elsewhere.
 * @slot header - In place of logo and description.
 * @slot footer - Below everything but the status line.
 * @slot awaiting - Below the address.
 * @slot unavailable - In place of the words of this view.
 * @slot expired - In place of the words of this view.
 * @slot detected - In place of the words of this view.
 * @slot compliance - In place of the words of this view.
 * @slot intervention - In place of the words of this view.
 * @slot paid - In place of the words of this view.
 * @slot completed - In place of the words of this view.
 * @slot declined - In place of the words of this view.
 * @slot archived - In place of the words of this view.
 * @slot unknown - In place of the words of this view.
 *
 * @csspart card - The whole card.
 * @csspart logo - The shop's logo.
 * @csspart description - What is being paid for.
 * @csspart network - The one network that the money must be sent on.
 * @csspart amount - What is due, to the last digit.
 * @csspart fiat - The same in the payer's money, an approximation.
 * @csspart copy-amount - Button.
 * @csspart address - The whole address, in groups.
 * @csspart copy-address - Button.
 * @csspart qr - The code, dark on light in every theme.
 * @csspart qr-choice - Address alone or with amount, where the chain has a choice.
 * @csspart wallet-link - Opens a wallet, where the chain has a safe link.
 * @csspart timer - Time that is left to pay.
 * @csspart status - The line at the foot.
 * @csspart deposits - What arrived, newest first, where any number of payments is taken.
 * @csspart steps - Seen, confirming, checked, done.
 * @csspart received - What arrived against what was due.
 * @csspart explorer-link - The transaction in its chain's explorer.
 * @csspart support-link - To the shop's support.
 * @csspart return-link - Back to the shop.
 * @csspart redirect-cancel - Button: stay here.
 * @csspart notice - Trouble, and what it means for the payer.
 * @csspart refresh - Button: check now.
 *
 * @cssprop --calypso-background
 * @cssprop --calypso-text
 * @cssprop --calypso-muted - Labels and lesser text.
 * @cssprop --calypso-line - Borders.
 * @cssprop --calypso-soft - Quiet surfaces: address, buttons.
 * @cssprop --calypso-accent - The main button, links, focus.
 * @cssprop --calypso-on-accent - Text on the accent.
 * @cssprop --calypso-good - Payment seen and done.
 * @cssprop --calypso-warn - The network, warnings.
 * @cssprop --calypso-warn-soft - Their background.
 * @cssprop [--calypso-radius=12px]
 * @cssprop [--calypso-space=18px] - Between blocks, and in proportion all other space: less of it is denser.
 * @cssprop --calypso-font - Font family.
 * @cssprop [--calypso-font-size=15px] - Of the text; all other sizes follow.
 * @cssprop [--calypso-width=400px] - The card's greatest width; from 600px on the code stands beside the rest.
 *
 * @cssState loading - Nothing read yet.
 * @cssState unavailable - There is no such invoice.
 * @cssState awaiting - A payment is awaited.
 * @cssState expired - The time to pay is over, and the server has not said more yet.
 * @cssState detected - A payment was seen, not yet confirmed.
 * @cssState compliance - The payment is being checked.
 * @cssState intervention - The shop has to look at the payment.
 * @cssState paid - Paid; waiting for settlement.
 * @cssState completed - Done.
 * @cssState declined - Not accepted.
 * @cssState archived - Closed.
 * @cssState unknown - A state that this version does not know.
 * @cssState stale - Reads fail, the element's or the proxy's; what is shown is the last good answer.
 *
 * @fires {InvoiceStateChangeEvent} calypso-state-change - The invoice is in a new state; the first answer counts.
 * @fires {InvoiceCopyEvent} calypso-copy - Amount or address was copied, or could not be.
 * @fires {InvoiceErrorEvent} calypso-error - Trouble began or changed its kind.
 * @fires {InvoiceRedirectEvent} calypso-redirect - About to leave for the shop. Cancelable.
 */
export class CalypsoInvoiceElement extends LitElement {
  static override styles = styles;

  static override properties = {
    src: {},
    pollInterval: {attribute: 'poll-interval', converter: toNumber},
    redirect: {},
    redirectDelay: {attribute: 'redirect-delay', converter: toNumber},
    redirectTarget: {attribute: 'redirect-target'},
    returnUrl: {attribute: 'return-url'},
    qr: {},
    theme: {reflect: true},
    credentials: {},
    wakeLock: {attribute: 'wake-lock', type: Boolean},
    titleBadge: {attribute: 'title-badge', type: Boolean},
    fetch: {attribute: false},
    invoice: {attribute: false, noAccessor: true},
  };

  declare src: string | undefined;
  /** ms */
  declare pollInterval: number;
  declare redirect: 'auto' | 'manual' | 'none';
  /** ms */
  declare redirectDelay: number;
  declare redirectTarget: '_self' | '_parent' | '_top';
  declare returnUrl: string | undefined;
  declare qr: 'address' | 'uri' | 'none';
  declare theme: 'auto' | 'light' | 'dark';
  declare credentials: RequestCredentials;
  declare wakeLock: boolean;
  declare titleBadge: boolean;
  /** Own transport, in place of the page's `fetch`. */
  declare fetch: typeof globalThis.fetch | undefined;

  readonly #internals = this.attachInternals();
  readonly #session = new InvoiceSession(this, {
    tell: (error, retryIn) => this.#emit(new InvoiceErrorEvent(error, retryIn)),
    checked: () => this.#paint(),
  });
  readonly #language = new CardLanguage(this);
  readonly #clipboard = new ClipboardController<'amount' | 'address'>(this);
  readonly #redirecting = new RedirectController(this, {leave: () => this.#leave()});
  readonly #handoff = new HandoffController(this, {fail: () => this.#say(this.#messages.noWallet)});

  /** What the page handed over last as `invoice`. */
  #given: unknown;
  /** The session has not taken it yet. */
  #isGiven = false;
  #shown = NOTHING;
  /** What the live region says. */
  #said = '';
  #places: Places | undefined;
  /** Seconds that the timer showed last. */
  #seconds: number | undefined;
  /** What the payer chose that the code should hold. */
  #chosenQr: 'address' | 'uri' | undefined;
  #subject: object | undefined;
  #pageSigns: Promise<void> | undefined;
  #focused: Element | null | undefined;
  /** What a server rendered: it stays until there is something to show in its place. */
  #served: readonly ChildNode[] = [];

  constructor() {
    super();
    this.pollInterval = 3000;
    this.redirect = 'auto';
    this.redirectDelay = 5000;
    this.redirectTarget = '_self';
    this.qr = 'address';
    this.theme = 'auto';
    this.credentials = 'same-origin';
    this.wakeLock = false;
    this.titleBadge = false;
    new CountdownController(this, {
      remaining: () => this.#remaining(),
      tick: (remaining) => this.#handleTick(remaining),
    });
  }

  /**
   * The last good answer. Set it to show an invoice at once (server rendering, own transport): an object as the
   * proxy answers it. With no `src` nothing is fetched.
   */
  get invoice(): Invoice | null {
    return this.#session.invoice;
  }

  set invoice(value: unknown) {
    if (value === this.#given) return; // frameworks hand over at each rendering what they handed over before
    this.#given = value;
    this.#isGiven = true;
    this.requestUpdate();
  }

  /** What the payer sees. */
  get view(): InvoiceView {
    return this.#session.view;
  }

  /** When the invoice was read last: epoch ms by the payer's clock. */
  get lastUpdated(): number | null {
    return this.#session.lastUpdated;
  }

  /** Asks the server now. Resolves when that has settled, whatever came of it. */
  async refresh(): Promise<void> {
    if (!this.isConnected) return;
    if (this.isUpdatePending) await this.updateComplete; // a change of `src` comes first
    await this.#session.refresh();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.#served = Array.from(this.shadowRoot?.childNodes ?? []);
    if (this.#served.length) setTimeout(() => this.#replaceServed(), PATIENCE);
    // Past Lit's own, which renders before what is there, or, with hydration, takes it for what we would render.
    return ReactiveElement.prototype['createRenderRoot'].call(this);
  }

  #replaceServed(): void {
    for (const node of this.#served) node.remove();
    this.#served = [];
    this.requestUpdate();
  }

  /** Whether what a server rendered says more than we can yet. Nothing holds an address that is not to be paid to. */
  get #isLearning(): boolean {
    const {view} = this;
    if (view.kind !== 'awaiting') return view.kind === 'loading' && !this.#session.isTroubled;
    const isUnready = view.addressFault === 'checking' || this.#language.isLoading;
    return isUnready && (this.#remaining() ?? 1) > 0;
  }

  protected override willUpdate(): void {
    this.#focused = this.shadowRoot?.activeElement;
    const session = this.#session;
    const {subject} = session;
    session.sync();
    // What was handed over is forgotten, and would be news again.
    if (session.subject !== subject && !this.src && !this.#isGiven) this.#given = undefined;
    if (this.wakeLock || this.titleBadge) this.#loadPageSigns();
    if (this.#isGiven) session.give(this.#given);
    this.#isGiven = false;
    if (session.subject !== this.#subject) this.#startAfresh();
    else if (this.view.kind !== this.#shown.view) this.#holdHeight();
    const {invoice} = this;
    const leaves = this.redirect !== 'manual' && this.redirect !== 'none' && this.#returnUrl;
    if (leaves && invoice && isFinal(invoice.state) && !isServer)
      this.#redirecting.schedule(
        Number.isFinite(this.redirectDelay) && this.redirectDelay >= 0 ? this.redirectDelay : 5000,
        this.#shown.state !== null,
      );
    else if (this.#redirecting.secondsLeft !== null) this.#redirecting.cancel();
    this.#announceNews();
    if (this.#served.length && !this.#isLearning) this.#replaceServed();
  }

  #loadPageSigns(): void {
    this.#pageSigns ??= import('./page-signs.js').then(
      ({addPageSigns}) => addPageSigns(this),
      () => undefined, // the card does without
    );
  }

  /** The card keeps the height that it had: what stands below it on the page does not jump when the view changes. */
  #holdHeight(height = this.#shown.view === 'loading' ? 0 : this.#frame?.offsetHeight): void {
    if (this.#frame) this.#frame.style.minBlockSize = height ? `${height}px` : '';
  }

  get #frame(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>('.card');
  }

  #startAfresh(): void {
    this.#holdHeight(0);
    this.#subject = this.#session.subject;
    this.#redirecting.reset();
    this.#handoff.reset();
    this.#shown = NOTHING;
    this.#said = '';
    this.#seconds = undefined;
    this.#chosenQr = undefined;
  }

  #announceNews(): void {
    const {view} = this;
    const {texts} = this.#language;
    const {messages} = texts;
    const {requotes, isTroubled} = this.#session;
    const {secondsLeft} = this.#redirecting;
    const shown = this.#shown;
    const fault = view.kind === 'awaiting' ? view.addressFault : undefined;
    if (fault && fault !== shown.fault && fault !== 'checking') this.#announce(faultText(fault, messages));
    else if (view.kind !== shown.view)
      this.#announce(
        announcement(view, messages) + (secondsLeft === null ? '' : ` ${backIn(secondsLeft, texts)}`),
      );
    else if (isTroubled && !shown.isTroubled && view.kind !== 'unavailable')
      this.#announce(troubleText(!navigator.onLine, messages));
    else if (view.kind !== 'awaiting') return;
    else if (requotes > shown.requotes) this.#announce(requoteText(view, messages));
    else if (view.littleTime && !shown.littleTime) this.#announce(messages.littleTime);
  }

  protected override render(): TemplateResult | typeof noChange {
    if (this.#served.length) return noChange;
    const card = this.#card();
    return html`<section
      part="card"
      class="card"
      tabindex="-1"
      lang=${card.language}
      dir=${this.#language.direction ?? nothing}
      aria-label=${card.messages.card}
      aria-busy=${card.view.kind === 'loading'}
    >
      <div class="announcement" role="status" aria-live="polite">${this.#said}</div>
      ${header(card)} ${content(card)} ${isServer ? html`<noscript><slot></slot></noscript>` : nothing}
    </section>`;
  }

  protected override updated(): void {
    // What had the focus may be gone with its view: a keyboard must not start again at the top of the page.
    if (this.#focused?.isConnected === false) this.#frame?.focus();
    const {view, invoice} = this;
    for (const kind of VIEW_KINDS) this.#setState(kind, kind === view.kind);
    this.#setState('stale', this.#session.stale);
    this.#places = placesIn(this.renderRoot, invoice);
    this.#paint();
    const previous = this.#shown.state;
    const {requotes, isTroubled} = this.#session;
    const fault = view.kind === 'awaiting' ? view.addressFault : undefined;
    const littleTime = view.kind === 'awaiting' && view.littleTime;
    this.#shown = {view: view.kind, state: invoice?.state ?? null, requotes, fault, littleTime, isTroubled};
    if (invoice && invoice.state !== previous) this.#emit(new InvoiceStateChangeEvent(invoice, previous));
  }

  /** Where an address waits for its check, the update is complete when the check is. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    const {view} = this;
    if (view.kind !== 'awaiting' || view.addressFault !== 'checking') return complete;
    await loadAddressCheck();
    return super.getUpdateComplete();
  }

  #card(): Card {
    return {
      ...this.#language.texts,
      view: this.view,
      qr: this.qr === 'none' ? this.qr : (this.#chosenQr ?? this.qr),
      walletMissing: this.#handoff.failed,
      copied: this.#copied,
      now: this.#session.now(),
      requoted: this.#session.requotes > 0,
      isTroubled: this.#session.isTroubled,
      offline: !isServer && !navigator.onLine,
      returnUrl: this.redirect === 'none' ? undefined : this.#returnUrl,
      returnTarget: targetOf(this.redirectTarget),
      secondsLeft: this.#redirecting.secondsLeft,
      hasFallback: isServer || Array.from(this.childNodes).some(isFallback),
      copy: (field, value) => void this.#copy(field, value),
      chooseQr: (qr) => {
        this.#chosenQr = qr;
        this.requestUpdate();
      },
      openWallet: () => this.#handoff.start(),
      refresh: this.src ? () => void this.refresh() : undefined,
      leave: this.#handleLeave,
      stay: () => this.#redirecting.cancel(),
    };
  }

  /** What was copied last, while it is what the card shows. */
  get #copied(): Card['copied'] {
    const {result} = this.#clipboard;
    const {view} = this;
    if (!result || view.kind !== 'awaiting') return null;
    const shown = result.field === 'address' ? view.address : 'amount' in view.due && view.due.amount;
    return result.text === shown ? result : null;
  }

  get #messages(): Messages {
    return this.#language.texts.messages;
  }

  get #returnUrl(): string | undefined {
    const {invoice} = this;
    const base = invoice?.returnUrl ?? this.returnUrl;
    return base ? returnUrl(base, invoice?.state ?? '') : undefined;
  }

  /** ms until the invoice expires; undefined where nothing runs out. */
  #remaining(): number | undefined {
    const {view} = this;
    return view.kind === 'awaiting' && view.expiresAt !== undefined
      ? view.expiresAt - this.#session.now()
      : undefined;
  }

  #handleTick(remaining: number): void {
    const seconds = Math.ceil(remaining / 1000);
    const mark = crossed(this.#seconds ?? seconds + 1, seconds);
    this.#seconds = seconds;
    if (mark) this.#sayMark(mark);
    this.#paint(remaining);
    if (remaining > 0) return;
    this.#say(this.#messages.timeIsUp);
    // Address and code are gone from the card before anybody is asked.
    void this.updateComplete.then(() => this.refresh());
  }

  #sayMark(mark: number): void {
    const {messages, language} = this.#language.texts;
    const left = timeLeft(mark, messages, language);
    const isNews = this.view.kind === 'awaiting' && this.view.littleTime && !this.#shown.littleTime;
    if (isNews) this.#shown = {...this.#shown, littleTime: true};
    this.#say(isNews ? `${left}. ${messages.littleTime}` : left);
  }

  #paint(remaining = this.#remaining()): void {
    const {lastUpdated} = this;
    if (remaining !== undefined) this.#seconds ??= Math.ceil(remaining / 1000);
    if (!this.#places) return; // nothing is rendered yet
    paintTimer(this.#places, remaining);
    if (lastUpdated !== null) paintAge(this.#places, Date.now() - lastUpdated, this.#language.texts);
  }

  async #copy(field: 'amount' | 'address', value: string): Promise<void> {
    const ok = await this.#clipboard.copy(field, value);
    const {view} = this;
    const messages = this.#messages;
    const copied =
      field === 'address' && view.kind === 'awaiting'
        ? copiedText(view, value, messages)
        : messages.amountCopied;
    this.#say(ok ? copied : messages.copyFailed);
    const text = this.renderRoot.querySelector(field === 'amount' ? '.number' : '.address');
    if (!ok && text) getSelection()?.selectAllChildren(text);
    this.#emit(new InvoiceCopyEvent(field, value, ok));
  }

  /** The wait is over: leaves, unless the page takes over. */
  #leave(): void {
    const url = this.#returnUrl;
    if (url && this.#emit(this.#redirectEvent(url))) leavePage(url, this.redirectTarget, true);
  }

  readonly #handleLeave = (event: MouseEvent): void => {
    const {invoice} = this;
    const url = this.#returnUrl;
    if (!url || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    this.#redirecting.cancel();
    const goes = this.#emit(this.#redirectEvent(url));
    if (goes && !isFinal(invoice?.state ?? '')) return; // an ordinary link: Back leads to the invoice again
    event.preventDefault();
    if (goes) leavePage(url, this.redirectTarget, false);
  };

  #redirectEvent(url: string): InvoiceRedirectEvent {
    return new InvoiceRedirectEvent(url, paymentStatus(this.invoice?.state ?? ''));
  }

  #say(text: string): void {
    this.#announce(text);
    this.requestUpdate();
  }

  /** The live region speaks when its text changes: what is said twice differs by a space. */
  #announce(text: string): void {
    this.#said = text === this.#said ? `${text}\u00a0` : text;
  }

  #setState(state: string, on: boolean): void {
    try {
      this.#internals.states[on ? 'add' : 'delete'](state);
    } catch {
      // Engines before :state() take dashed names only; they go without.
    }
  }

  #emit(event: Event): boolean {
    return this.dispatchEvent(event);
  }
}

const isFallback = (node: Node): boolean =>
  node instanceof Element ? !node.slot : node.nodeType === Node.TEXT_NODE && !!node.textContent?.trim();
