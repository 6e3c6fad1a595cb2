import {compareDecimals, parseDecimal, type Decimal} from '../core/decimal.js';
import {decimal, nameOf, originOf, text} from './arguments.js';
import {withDeadline} from './deadline.js';
import {CalypsoApiError} from './errors.js';
import {eachOf, type Page, type PageRequest} from './pages.js';
import {withRetries} from './retry.js';
import {send, type ApiRequest, type Credentials} from './transport.js';
import type {
  CalypsoDeposit,
  CalypsoInvoice,
  CalypsoPayment,
  InvoiceFilter,
  InvoiceReference,
  NewBoundInvoice,
  NewInvoice,
  NewSingleFiatInvoice,
  NewSingleInvoice,
  NewUnlimitedInvoice,
  NewWebhook,
  Rate,
  Webhook,
} from './types.js';

export interface CalypsoClientOptions extends Omit<Credentials, 'fetch' | 'now'> {
  readonly fetch?: typeof globalThis.fetch;
  /** Epoch ms; Calypso refuses a timestamp more than 3 minutes off. */
  readonly now?: () => number;
  /** ms that a call may take with all its repeats, 10 000 where absent. */
  readonly timeout?: number;
  /** How often a call that can be repeated without harm is repeated when no answer came, 2 where absent. */
  readonly retries?: number;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** ms, in place of the client's. */
  readonly timeout?: number;
  /** In place of the client's; what is never repeated is not by this either. */
  readonly retries?: number;
}

/** What an invoice can be priced by, as it is sent. */
interface Price {
  readonly amount?: Decimal;
  readonly lowerBound?: Decimal;
  readonly fiatAmount?: Decimal;
  readonly fiatCurrency?: string;
}

/**
 * A signed client of the Calypso Invoice API for servers and edge runtimes: Web Crypto and `fetch`, nothing else.
 * It must never run in a browser: the secret would be public.
 *
 * Calls throw `CalypsoApiError` where Calypso refuses, `CalypsoTransportError` where no usable answer came, and
 * `TypeError` for arguments that name no invoice or amount. Reads, and creates with their one `idempotencyKey`, are
 * repeated where no answer came; what moves money or deletes is not.
 */
export class CalypsoClient {
  readonly #credentials: Credentials;
  readonly #timeout: number;
  readonly #retries: number;

  constructor({
    fetch = (...request) => globalThis.fetch(...request),
    now = Date.now,
    timeout = 10_000,
    retries = 2,
    ...options
  }: CalypsoClientOptions) {
    for (const name of ['account', 'key', 'secret'] as const) text(name, options[name]);
    if (!(typeof timeout === 'number' && timeout > 0))
      throw new TypeError(
        `timeout: expected more than 0 ms, got ${typeof timeout === 'number' ? timeout : typeof timeout}`,
      );
    if (!(typeof retries === 'number' && retries >= 0))
      throw new TypeError(
        `retries: expected 0 or more, got ${typeof retries === 'number' ? retries : typeof retries}`,
      );
    const {account, key, secret} = options;
    this.#credentials = {baseUrl: originOf(options.baseUrl), account, key, secret, fetch, now};
    this.#timeout = timeout;
    this.#retries = retries;
  }

  /** Makes an invoice for one payment of a fixed amount. */
  async createSingleInvoice(invoice: NewSingleInvoice, options?: CallOptions): Promise<CalypsoInvoice> {
    return this.#create('single', {...invoice, amount: decimal('amount', invoice.amount)}, options);
  }

  /** Makes an invoice for one payment of a price in fiat money; Calypso works out `amount` anew as the rate moves. */
  async createSingleFiatInvoice(
    invoice: NewSingleFiatInvoice,
    options?: CallOptions,
  ): Promise<CalypsoInvoice> {
    const fiatAmount = decimal('fiatAmount', invoice.fiatAmount);
    return this.#create('single-fiat', {...invoice, fiatAmount}, options);
  }

  /** Makes an invoice for one payment of any amount from `lowerBound`. */
  async createBoundInvoice(invoice: NewBoundInvoice, options?: CallOptions): Promise<CalypsoInvoice> {
    const lowerBound = decimal('lowerBound', invoice.lowerBound);
    return this.#create('bound', {...invoice, lowerBound}, options);
  }

  /** Makes an invoice for any number of payments of any amount. Calypso takes a fee for creating it. */
  async createUnlimitedInvoice(invoice: NewUnlimitedInvoice, options?: CallOptions): Promise<CalypsoInvoice> {
    return this.#create('unlimited', invoice, options);
  }

  /** As {@link createUnlimitedInvoice}, for one client of Calypso's payment widget. */
  async createUnlimitedLinkedInvoice(
    invoice: NewUnlimitedInvoice,
    options?: CallOptions,
  ): Promise<CalypsoInvoice> {
    return this.#create('unlimited-linked', invoice, options);
  }

  /** Reads one invoice; Calypso answers 004 where there is none. */
  async getInvoice(reference: InvoiceReference, options?: CallOptions): Promise<CalypsoInvoice> {
    return this.#read<CalypsoInvoice>({path: 'invoice', payload: nameOf(reference)}, options);
  }

  /** The invoices that carry the merchant's own id: several may share one. */
  async getInvoicesByExternalId(
    externalId: string,
    page: PageRequest = {},
    options?: CallOptions,
  ): Promise<Page<CalypsoInvoice>> {
    const payload = {...page, externalId: text('externalId', externalId)};
    return this.#read({path: 'invoice/external', payload}, options);
  }

  async listInvoices(filter: InvoiceFilter = {}, options?: CallOptions): Promise<Page<CalypsoInvoice>> {
    return this.#read({path: 'invoice/all', payload: filter}, options);
  }

  /** Every invoice that {@link listInvoices} knows, page after page. */
  eachInvoice(filter: InvoiceFilter = {}, options?: CallOptions): AsyncIterable<CalypsoInvoice> {
    return eachOf((pageNumber) => this.listInvoices({...filter, pageNumber}, options));
  }

  /** Deletes an invoice: ARCHIVED. Calypso answers 006 where its state does not allow that. */
  async archiveInvoice(reference: InvoiceReference, options?: CallOptions): Promise<CalypsoInvoice> {
    return this.#act<CalypsoInvoice>({path: 'invoice/archive', payload: nameOf(reference)}, options);
  }

  /** @param transactionId of the deposit, as webhooks tell it */
  async getDeposit(
    reference: InvoiceReference,
    transactionId: string,
    options?: CallOptions,
  ): Promise<CalypsoDeposit> {
    const payload = {...nameOf(reference), transactionId: text('transactionId', transactionId)};
    return this.#read<CalypsoDeposit>({path: 'invoice/deposit', payload}, options);
  }

  async listDeposits(
    reference: InvoiceReference,
    page: PageRequest = {},
    options?: CallOptions,
  ): Promise<Page<CalypsoDeposit>> {
    return this.#read({path: 'invoice/deposit-history', payload: {...page, ...nameOf(reference)}}, options);
  }

  /** Every deposit of an invoice, page after page. */
  eachDeposit(
    reference: InvoiceReference,
    page: PageRequest = {},
    options?: CallOptions,
  ): AsyncIterable<CalypsoDeposit> {
    return eachOf((pageNumber) => this.listDeposits(reference, {...page, pageNumber}, options));
  }

  async getPayment(
    reference: InvoiceReference,
    paymentId: string,
    options?: CallOptions,
  ): Promise<CalypsoPayment> {
    const payload = {...nameOf(reference), paymentId: text('paymentId', paymentId)};
    return this.#read<CalypsoPayment>({path: 'invoice/payment', payload}, options);
  }

  async listPayments(
    reference: InvoiceReference,
    page: PageRequest = {},
    options?: CallOptions,
  ): Promise<Page<CalypsoPayment>> {
    return this.#read({path: 'invoice/payment-history', payload: {...page, ...nameOf(reference)}}, options);
  }

  /** Every payment of an invoice, page after page. */
  eachPayment(
    reference: InvoiceReference,
    page: PageRequest = {},
    options?: CallOptions,
  ): AsyncIterable<CalypsoPayment> {
    return eachOf((pageNumber) => this.listPayments(reference, {...page, pageNumber}, options));
  }

  /** Resolves an intervention by taking the money as it came: the invoice goes on to PAID. */
  async returnToPaid(reference: InvoiceReference, options?: CallOptions): Promise<CalypsoInvoice> {
    return this.#act<CalypsoInvoice>({path: 'invoice/return-to-paid', payload: nameOf(reference)}, options);
  }

  /** Marks an intervention as resolved. */
  async closeIntervention(reference: InvoiceReference, options?: CallOptions): Promise<CalypsoInvoice> {
    return this.#act<CalypsoInvoice>(
      {path: 'invoice/close-intervention', payload: nameOf(reference)},
      options,
    );
  }

  /** What one unit of each of `fromCurrencies` is worth in each of `toCurrencies`. */
  async getRates(
    fromCurrencies: readonly string[],
    toCurrencies: readonly string[],
    options?: CallOptions,
  ): Promise<readonly Rate[]> {
    const request = {path: 'rate', payload: {fromCurrencies, toCurrencies}, anonymous: true};
    const {currencyRates} = await this.#read<{currencyRates?: readonly Rate[]}>(request, options);
    return (currencyRates ?? []).map((rate) => ({...rate, rates: parseDecimal(rate.rates) ?? rate.rates}));
  }

  /** Subscribes to events; the answer has the `secretKey` that signs them. */
  async createWebhook(webhook: NewWebhook, options?: CallOptions): Promise<Webhook> {
    const payload = {
      ...webhook,
      requestId: webhook.requestId ?? crypto.randomUUID(),
      url: text('url', webhook.url),
    };
    return this.#act<Webhook>({path: 'subscription/webhook/create', payload}, options);
  }

  async listWebhooks(options?: CallOptions): Promise<readonly Webhook[]> {
    const request = {path: 'subscription/webhook'};
    const {subscriptions} = await this.#read<{subscriptions?: readonly Webhook[]}>(request, options);
    return subscriptions ?? [];
  }

  async deleteWebhook(requestId: string, options?: CallOptions): Promise<void> {
    const payload = {requestId: text('requestId', requestId)};
    await this.#act({path: 'subscription/webhook', method: 'DELETE', payload}, options);
  }

  /**
   * One key for all attempts: at most one invoice comes of it. Where Calypso says that the key is taken (016), an
   * earlier attempt got through: the invoice that exists is the answer, if it is the one that was asked for.
   */
  #create(path: string, invoice: NewInvoice & Price, options: CallOptions = {}): Promise<CalypsoInvoice> {
    const idempotencyKey = invoice.idempotencyKey ?? crypto.randomUUID();
    const request = {path: `invoice/${path}/create`, payload: {...invoice, idempotencyKey}};
    // One deadline for the create and the read that may follow.
    return withDeadline(options.timeout ?? this.#timeout, options.signal, async (signal) => {
      const within = {...options, signal};
      try {
        return await this.#read<CalypsoInvoice>(request, within);
      } catch (error) {
        if (!(error instanceof CalypsoApiError) || error.errorCode !== '016') throw error;
        const existing = await this.getInvoice({idempotencyKey}, within).catch(() => undefined);
        if (existing && isOf(existing, path, invoice)) return existing;
        throw error;
      }
    });
  }

  /** A call that may be repeated: it changes nothing, or changes it once. */
  #read<T>(request: ApiRequest, options: CallOptions = {}): Promise<T> {
    return this.#call(request, options, options.retries ?? this.#retries);
  }

  /** A call that is made once, whatever the options say. */
  #act<T>(request: ApiRequest, options: CallOptions = {}): Promise<T> {
    return this.#call(request, options, 0);
  }

  #call<T>(request: ApiRequest, {signal, timeout}: CallOptions, retries: number): Promise<T> {
    return withDeadline(timeout ?? this.#timeout, signal, (deadline) =>
      withRetries(retries, deadline, () => send(this.#credentials, request, deadline)),
    ) as Promise<T>;
  }
}

/** Whether an invoice that exists is what a new one was to be: another kind or price under the same key is an error. */
const isOf = (existing: CalypsoInvoice, path: string, wanted: NewInvoice & Price): boolean =>
  (!existing.type || existing.type.toLowerCase().replace('_', '-') === path) &&
  existing.currency === wanted.currency &&
  (wanted.fiatCurrency === undefined || existing.fiatCurrency === wanted.fiatCurrency) &&
  (['amount', 'lowerBound', 'fiatAmount'] as const).every((name) => {
    const [price, known] = [wanted[name], parseDecimal(existing[name])];
    return price === undefined || (known !== undefined && compareDecimals(price, known) === 0);
  });
