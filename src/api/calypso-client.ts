import {parseDecimal} from '../core/decimal.js';
import {decimal, nameOf, object, text} from './arguments.js';
import {Caller} from './caller.js';
import {createInvoice} from './create-invoice.js';
import {readOptions, type CalypsoClientOptions, type CallOptions} from './options.js';
import {eachOf, type Page, type PageRequest} from './pages.js';
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

/**
 * A signed client of the Calypso Invoice API for servers and edge runtimes: Web Crypto and `fetch`, nothing else.
 * It must never run in a browser: the secret would be public.
 *
 * Calls throw `CalypsoApiError` where Calypso refuses, `CalypsoTransportError` where no usable answer came, and
 * `TypeError` for arguments that name no invoice or amount. Reads, and creates with their one `idempotencyKey`, are
 * repeated where no answer came, not before `Retry-After` is over; what moves money or deletes is not.
 */
export class CalypsoClient {
  readonly #caller: Caller;

  constructor(options: CalypsoClientOptions) {
    this.#caller = new Caller(readOptions(options));
  }

  /** Makes an invoice for one payment of a fixed amount. */
  async createSingleInvoice(invoice: NewSingleInvoice, options?: CallOptions): Promise<CalypsoInvoice> {
    const amount = decimal('amount', wanted(invoice).amount);
    return createInvoice(this.#caller, 'single', {...invoice, amount}, options);
  }

  /** Makes an invoice for one payment of a price in fiat money; Calypso works out `amount` anew as the rate moves. */
  async createSingleFiatInvoice(
    invoice: NewSingleFiatInvoice,
    options?: CallOptions,
  ): Promise<CalypsoInvoice> {
    const fiatAmount = decimal('fiatAmount', wanted(invoice).fiatAmount);
    return createInvoice(this.#caller, 'single-fiat', {...invoice, fiatAmount}, options);
  }

  /** Makes an invoice for one payment of any amount from `lowerBound`. */
  async createBoundInvoice(invoice: NewBoundInvoice, options?: CallOptions): Promise<CalypsoInvoice> {
    const lowerBound = decimal('lowerBound', wanted(invoice).lowerBound);
    return createInvoice(this.#caller, 'bound', {...invoice, lowerBound}, options);
  }

  /** Makes an invoice for any number of payments of any amount. Calypso takes a fee for creating it. */
  async createUnlimitedInvoice(invoice: NewUnlimitedInvoice, options?: CallOptions): Promise<CalypsoInvoice> {
    return createInvoice(this.#caller, 'unlimited', wanted(invoice), options);
  }

  /** As {@link createUnlimitedInvoice}, for one client of Calypso's payment widget. */
  async createUnlimitedLinkedInvoice(
    invoice: NewUnlimitedInvoice,
    options?: CallOptions,
  ): Promise<CalypsoInvoice> {
    return createInvoice(this.#caller, 'unlimited-linked', wanted(invoice), options);
  }

  /** Reads one invoice; Calypso answers 004 where there is none. */
  async getInvoice(reference: InvoiceReference, options?: CallOptions): Promise<CalypsoInvoice> {
    return this.#caller.read('invoice', nameOf(reference), options);
  }

  /** The invoices that carry the merchant's own id: several may share one. */
  async getInvoicesByExternalId(
    externalId: string,
    page: PageRequest = {},
    options?: CallOptions,
  ): Promise<Page<CalypsoInvoice>> {
    const payload = {...page, externalId: text('externalId', externalId)};
    return this.#caller.readPage('invoice/external', payload, options);
  }

  async listInvoices(filter: InvoiceFilter = {}, options?: CallOptions): Promise<Page<CalypsoInvoice>> {
    return this.#caller.readPage('invoice/all', filter, options);
  }

  /** Every invoice that {@link listInvoices} knows, page after page. */
  eachInvoice(filter: InvoiceFilter = {}, options?: CallOptions): AsyncIterable<CalypsoInvoice> {
    return eachOf((pageNumber) => this.listInvoices({...filter, pageNumber}, options));
  }

  /** Deletes an invoice: ARCHIVED. Calypso answers 006 where its state does not allow that. */
  async archiveInvoice(reference: InvoiceReference, options?: CallOptions): Promise<CalypsoInvoice> {
    return this.#caller.act('invoice/archive', nameOf(reference), options);
  }

  /** @param transactionId of the deposit, as webhooks tell it */
  async getDeposit(
    reference: InvoiceReference,
    transactionId: string,
    options?: CallOptions,
  ): Promise<CalypsoDeposit> {
    const payload = {...nameOf(reference), transactionId: text('transactionId', transactionId)};
    return this.#caller.read('invoice/deposit', payload, options);
  }

  async listDeposits(
    reference: InvoiceReference,
    page: PageRequest = {},
    options?: CallOptions,
  ): Promise<Page<CalypsoDeposit>> {
    return this.#caller.readPage('invoice/deposit-history', {...page, ...nameOf(reference)}, options);
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
    return this.#caller.read('invoice/payment', payload, options);
  }

  async listPayments(
    reference: InvoiceReference,
    page: PageRequest = {},
    options?: CallOptions,
  ): Promise<Page<CalypsoPayment>> {
    return this.#caller.readPage('invoice/payment-history', {...page, ...nameOf(reference)}, options);
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
    return this.#caller.act('invoice/return-to-paid', nameOf(reference), options);
  }

  /** Marks an intervention as resolved. */
  async closeIntervention(reference: InvoiceReference, options?: CallOptions): Promise<CalypsoInvoice> {
    return this.#caller.act('invoice/close-intervention', nameOf(reference), options);
  }

  /** What one unit of each of `fromCurrencies` is worth in each of `toCurrencies`. */
  async getRates(
    fromCurrencies: readonly string[],
    toCurrencies: readonly string[],
    options?: CallOptions,
  ): Promise<readonly Rate[]> {
    const payload = {fromCurrencies, toCurrencies};
    const list = {name: 'currencyRates'};
    const rates = await this.#caller.readPublicList<Rate>('rate', payload, list, options);
    return rates.map((rate) => ({...rate, rates: parseDecimal(rate.rates) ?? rate.rates}));
  }

  /** Subscribes to events; the answer has the `secretKey` that signs them. */
  async createWebhook(webhook: NewWebhook, options?: CallOptions): Promise<Webhook> {
    const url = text('url', object('webhook', webhook, 'url').url);
    const payload = {...webhook, requestId: webhook.requestId ?? crypto.randomUUID(), url};
    return this.#caller.act('subscription/webhook/create', payload, options);
  }

  async listWebhooks(options?: CallOptions): Promise<readonly Webhook[]> {
    // Nobody documents what a merchant without a subscription is answered.
    const list = {name: 'subscriptions', mayBeMissing: true};
    return this.#caller.readList('subscription/webhook', list, options);
  }

  async deleteWebhook(requestId: string, options?: CallOptions): Promise<void> {
    const payload = {requestId: text('requestId', requestId)};
    await this.#caller.delete('subscription/webhook', payload, options);
  }
}

/** @throws TypeError for what is no new invoice at all. */
const wanted = <T extends NewInvoice>(invoice: T): T =>
  object('invoice', invoice, 'currency and description');
