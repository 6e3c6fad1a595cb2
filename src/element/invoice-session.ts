import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {PollingController} from '../controllers/polling-controller.js';
import {parseInstant} from '../core/instant.js';
import {InvoiceFormatError} from '../core/invoice-format-error.js';
import {parseInvoice} from '../core/invoice-json.js';
import type {InvoiceView} from '../core/invoice-view.js';
import {isFinal, type Invoice} from '../core/invoice.js';
import {pollDelay, pollInterval} from '../core/poll-policy.js';
import {addressCheck, loadAddressCheck} from './address-check-loader.js';
import {fetchInvoice, InvoiceRequestError, readInvoice, type InvoiceAnswer} from './fetch-invoice.js';
import {Following} from './following.js';
import {InvoiceFacts} from './invoice-facts.js';
import type {LiveSettings} from './live.js';
import {isGone, isNoInvoice, kindOf} from './trouble.js';

/** ms that a read may take. */
const DEADLINE = 10_000;

const CREDENTIALS: readonly string[] = ['omit', 'same-origin', 'include'] satisfies RequestCredentials[];

/** What the element was told about where and how to read. */
export interface SessionSettings {
  readonly src: string | undefined;
  readonly pollInterval: number;
  readonly credentials: RequestCredentials;
  readonly fetch: typeof globalThis.fetch | undefined;
}

export interface SessionOptions {
  /** Hears of each trouble once: when it begins, and when its kind changes. */
  tell(error: Error, retryIn: number | null): void;
  /** An answer came that changes nothing but how old the last one is. */
  checked(): void;
}

/** How the element learns of its invoice: reads while connected, keeps what is known, tells of trouble once. */
export class InvoiceSession implements ReactiveController {
  readonly #host: ReactiveControllerHost & SessionSettings;
  readonly #options: SessionOptions;
  readonly #polling: PollingController<InvoiceAnswer>;
  readonly #following: Following;
  #facts = new InvoiceFacts();
  #source: string | undefined;
  #etag: string | null = null;
  /** The body that what is shown was read from; empty where it came otherwise. */
  #text = '';
  /** `performance.now()` when the read under way, or the last, was begun. */
  #readAt = 0;
  /** The invoice came without a read of our own after the read under way, or the last, was begun. */
  #isTold = false;
  /** `performance.now()` when news came that could not be read. */
  #unsureAt = -Infinity;
  #lastUpdated: number | null = null;
  /** The last answer came from the proxy's memory, because Calypso fails. */
  #isStale = false;
  /** The kind of trouble that reads are in; null when the last one was good. */
  #trouble: string | null = null;
  /** Faults of this invoice's answers that were told. */
  #told = new Set<string>();

  constructor(host: ReactiveControllerHost & SessionSettings, options: SessionOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.#polling = new PollingController(host, {
      deadline: DEADLINE,
      source: () => host.src || undefined,
      read: (signal) => this.#read(signal),
      accept: (answer) => this.#accept(answer),
      fail: (error, retryIn) => this.#fail(error as Error, retryIn),
      delay: (failures, error) => this.#delay(failures, error),
      isAppointed: (error) => error instanceof InvoiceRequestError && error.retryAfter !== undefined,
      overdue: () => new InvoiceRequestError('timeout', `no answer within ${DEADLINE} ms`),
    });
    this.#following = new Following(host, {
      take: (text) => this.#hear(text),
      change: () => this.#polling.replan(),
    });
  }

  get invoice(): Invoice | null {
    return this.#facts.invoice;
  }

  get view(): InvoiceView {
    return this.#facts.view(addressCheck());
  }

  /** Whether reads fail. */
  get isTroubled(): boolean {
    return this.#trouble !== null;
  }

  /** Whether what is shown may be old: reads fail, ours or the proxy's. */
  get stale(): boolean {
    return this.isTroubled || this.#isStale;
  }

  /** Epoch ms at which the invoice was read last, by the payer's clock. */
  get lastUpdated(): number | null {
    return this.#lastUpdated;
  }

  get requotes(): number {
    return this.#facts.requotes;
  }

  /** Another one after every fresh start: what was said of the last invoice does not count for this one. */
  get subject(): object {
    return this.#facts;
  }

  /** Epoch ms by the server's clock. */
  now(): number {
    return this.#facts.now();
  }

  refresh(): Promise<void> {
    return this.#polling.refresh();
  }

  hostConnected(): void {
    void loadAddressCheck().then(() => {
      this.#tellAddressFault();
      if (this.invoice) this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#following.end();
  }

  /** The host's `src` may have changed: another source starts afresh. Called before the polling looks at it. */
  sync(): void {
    const src = this.#host.src || undefined;
    if (src !== this.#source) this.#reset();
    this.#source = src;
  }

  /** Takes an invoice that the page hands over; null forgets it where nothing is read. */
  give(value: unknown): void {
    const {src} = this.#host;
    if (value === null || value === undefined) {
      if (!src) this.#reset();
      return;
    }
    try {
      const invoice = parseInvoice(value);
      if (src && this.#isBefore(invoice)) return;
      // Without a source the page is the transport, and may go on to its next invoice.
      if (!src && this.invoice && invoice.idempotencyKey !== this.invoice.idempotencyKey) this.#reset();
      // A time that is known already is over by now, and where there is a source, reads tell the time.
      if (!this.invoice || (!src && invoice.serverTime !== this.invoice.serverTime))
        this.#facts.setClock(parseInstant(invoice.serverTime));
      // What a page hands over again and again is no news: reads that are under way then still count.
      if (invoice.state !== this.invoice?.state) this.#isTold = true;
      this.#take(invoice);
      this.#etag = null; // of what was read, and not of what is shown now
      this.#lastUpdated = Date.now();
      if (!src) this.#facts.asked(Infinity); // there is no server to ask
    } catch (error) {
      if (!src) this.#facts.refuse();
      this.#tellOnce((error as Error).message, error as Error);
    }
  }

  #reset(): void {
    this.#following.end();
    this.#facts = new InvoiceFacts();
    this.#etag = null;
    this.#text = '';
    this.#isTold = false;
    this.#lastUpdated = null;
    this.#isStale = false;
    this.#trouble = null;
    this.#told = new Set();
  }

  async #read(signal: AbortSignal): Promise<InvoiceAnswer> {
    this.#readAt = performance.now();
    this.#isTold = false;
    const {src = '', fetch, credentials} = this.#settings;
    return fetchInvoice({
      ...{url: urlOf(src), credentials, etag: this.#etag, signal},
      fetch: fetch ?? ((...request) => globalThis.fetch(...request)),
    });
  }

  get #settings(): LiveSettings {
    const {src, fetch, credentials} = this.#host;
    return {src, fetch, credentials: CREDENTIALS.includes(credentials) ? credentials : 'same-origin'};
  }

  #accept({invoice, text, etag, serverTime, isStale = this.#isStale, age}: InvoiceAnswer): void {
    const before = this.#sight;
    const body = text || this.#text;
    const isSame = body === this.#text;
    this.#facts.setClock(serverTime);
    // What was told while the read was under way is newer; an answer that was not taken must come again in full.
    const isNews = !this.#isTold;
    if (invoice && isNews) this.#take(invoice);
    this.#facts.asked(this.#readAt);
    this.#etag = isNews ? etag : null;
    this.#text = isNews ? body : '';
    this.#succeed(isStale, Date.now() - age);
    if (isSame && this.#sight === before) this.#options.checked();
    else this.#host.requestUpdate();
    if (body && isNews) this.#following.publish(body);
    void this.#following.begin(this.invoice, this.subject, () => this.#settings);
  }

  /** What is shown beside the invoice itself, and may change with time or with an answer. */
  get #sight(): string {
    const {view} = this;
    const {addressFault, littleTime} = view.kind === 'awaiting' ? view : {};
    const minute = Math.floor(this.now() / 60_000); // the age of a price
    return [view.kind, addressFault, littleTime, this.#trouble, this.#isStale, minute].join();
  }

  #succeed(isStale: boolean, readAt: number): void {
    this.#lastUpdated = readAt;
    this.#isStale = isStale;
    this.#trouble = null;
  }

  /** The invoice came from the proxy's stream or from another tab. */
  #hear(text: string): void {
    try {
      const {invoice, isStale} = readInvoice(text);
      if (this.#isBefore(invoice)) return void this.refresh();
      this.#take(invoice);
      this.#etag = null; // of what was read, and not of what is shown now
      this.#isTold = true;
      this.#succeed(isStale, isStale ? (this.#lastUpdated ?? Date.now()) : Date.now());
      this.#host.requestUpdate();
      this.#polling.replan();
      if (isFinal(invoice.state)) this.#following.end();
    } catch (error) {
      this.#tellOnce((error as Error).message, error as Error);
      // There was news, and it is not known which.
      this.#unsureAt = performance.now();
      this.#polling.replan();
    }
  }

  /** What is told may be older than what was read: an address comes back by a read only. */
  #isBefore({state}: Invoice): boolean {
    return !!this.invoice && state === 'PENDING_PAYMENT' && this.invoice.state !== state;
  }

  #take(invoice: Invoice): void {
    this.#facts.accept(invoice);
    this.#text = '';
    for (const problem of invoice.problems) this.#tellOnce(problem.field, problem);
    this.#tellAddressFault();
  }

  #tellAddressFault(): void {
    const {view} = this;
    const fault = view.kind === 'awaiting' ? view.addressFault : undefined;
    if (fault !== 'changed' && fault !== 'checksum') return;
    const expected = fault === 'changed' ? 'the address that it had before' : 'an address of its chain';
    this.#tellOnce(
      fault,
      new InvoiceFormatError(
        'invoice.invoiceAddress',
        expected,
        view.kind === 'awaiting' ? view.invoice.invoiceAddress : '',
      ),
    );
  }

  #tellOnce(fault: string, error: Error): void {
    if (this.#told.has(fault)) return;
    this.#told.add(fault);
    this.#options.tell(error, null);
  }

  #fail(error: Error, retryIn: number | null): void {
    if (isNoInvoice(error)) this.#facts.refuse();
    this.#facts.asked(this.#readAt);
    const trouble = kindOf(error);
    if (trouble !== this.#trouble) this.#options.tell(error, retryIn);
    this.#trouble = trouble;
    this.#host.requestUpdate();
  }

  #delay(failures: number, error: unknown): number | null {
    if (this.#facts.mustAsk && !failures) return 0;
    return pollDelay({
      invoice: this.invoice,
      gone: !this.invoice && isGone(error),
      failures,
      spent: performance.now() - this.#readAt,
      retryAfter: error instanceof InvoiceRequestError ? error.retryAfter : undefined,
      hidden: document.hidden,
      told: this.#following.isTold && this.#readAt > this.#unsureAt,
      interval: pollInterval(this.#host.pollInterval),
      random: Math.random(),
    });
  }
}

/** Not by `URL.canParse`, which Safari has from 17 on. */
function urlOf(src: string): URL {
  try {
    return new URL(src, document.baseURI);
  } catch {
    throw new InvoiceRequestError('network', 'src: expected a URL');
  }
}
