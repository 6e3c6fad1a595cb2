import {describeCurrency} from '../core/currency.js';
import {compareDecimals} from '../core/decimal.js';
import {parseInstant} from '../core/instant.js';
import {InvoiceFormatError} from '../core/invoice-format-error.js';
import {invoiceView, type AddressFault, type InvoiceView} from '../core/invoice-view.js';
import {isFinal, type Invoice} from '../core/invoice.js';
import type {isAddress} from '../core/address-check.js';

/** The address check once it is loaded; undefined while it is not known whether there will be one, null if not. */
export type AddressCheck = typeof isAddress | null | undefined;

/**
 * What is known of the invoice of one `src`, and what follows from it. It takes no answer that contradicts an
 * earlier one: another invoice is refused, another address withheld, a final state stays, and what is paid is not
 * awaited again.
 */
export class InvoiceFacts {
  #invoice: Invoice | null = null;
  #refused = false;
  #key: string | undefined;
  #address: string | undefined;
  #changed = false;
  /** The one address, checked: a hash each time that somebody looks would be felt. */
  #checked: {readonly family: string; readonly isValid: boolean} | undefined;
  #amount: string | undefined;
  #requotes = 0;
  /** Server time at which the last read was begun: only one after the expiration may say "expired". */
  #askedAt = -Infinity;
  #clock: {readonly server: number; readonly monotonic: number} | undefined;

  get invoice(): Invoice | null {
    return this.#invoice;
  }

  /** How often the amount has become another: the rate moves. */
  get requotes(): number {
    return this.#requotes;
  }

  /** Epoch ms by the server's clock, as far as it is known. */
  now(): number {
    return this.#clock ? this.#clock.server + performance.now() - this.#clock.monotonic : Date.now();
  }

  /** Sets the clock, or leaves it where it is as good: `Date` has whole seconds, and answers are late by turns. */
  setClock(server: number | undefined): void {
    if (server === undefined || (this.#clock && Math.abs(server - this.now()) < 2000)) return;
    this.#clock = {server, monotonic: performance.now()};
  }

  /** A read that was begun at `at` (`performance.now()`) has settled; Infinity where none will ever be made. */
  asked(at: number): void {
    this.#askedAt = this.now() - performance.now() + at;
  }

  /** The time to pay is over and the server has not been asked since. */
  get mustAsk(): boolean {
    return (
      invoiceView(this.#invoice, this.now()).kind === 'expired' &&
      this.#askedAt < (parseInstant(this.#invoice?.expiration) ?? 0)
    );
  }

  refuse(): void {
    this.#refused = true;
  }

  /** @throws InvoiceFormatError for the answer of another invoice. */
  accept(invoice: Invoice): void {
    const {idempotencyKey, invoiceAddress} = invoice;
    this.#key ??= idempotencyKey;
    if (idempotencyKey !== undefined && idempotencyKey !== this.#key)
      throw new InvoiceFormatError('invoice.idempotencyKey', `the invoice ${this.#key}`, idempotencyKey);
    this.#address ??= invoiceAddress;
    this.#changed ||= invoiceAddress !== undefined && invoiceAddress !== this.#address;
    if (invoice.amount !== undefined) {
      if (compareDecimals(this.#amount ?? invoice.amount, invoice.amount) !== 0) this.#requotes++;
      this.#amount = invoice.amount;
    }
    if (!this.#invoice || !isOld(this.#invoice.state, invoice.state)) this.#invoice = invoice;
  }

  view(check: AddressCheck): InvoiceView {
    const invoice = this.#invoice;
    if (!invoice) return {kind: this.#refused ? 'unavailable' : 'loading'};
    const view = invoiceView(invoice, this.now(), this.#addressFault(invoice, check));
    // The server is asked before the payer is told; until it has answered nobody should pay either.
    const expiresAt = parseInstant(invoice.expiration) ?? 0;
    return view.kind === 'expired' && this.mustAsk ? invoiceView(invoice, expiresAt - 1, 'checking') : view;
  }

  #addressFault({currency, invoiceAddress}: Invoice, check: AddressCheck): AddressFault | undefined {
    if (this.#changed) return 'changed';
    if (invoiceAddress === undefined) return 'checking'; // it may yet come
    const family = describeCurrency(currency ?? '').network?.family;
    if (!family || check === null) return undefined;
    if (!check) return 'checking';
    if (this.#checked?.family !== family) this.#checked = {family, isValid: check(invoiceAddress, family)};
    return this.#checked.isValid ? undefined : 'checksum';
  }
}

/** Whether `state` can only be of an answer that is older than the one in the state `known`. */
const isOld = (known: string, state: string): boolean =>
  isFinal(known) || (known === 'PAID' && ['PENDING_PAYMENT', 'MEM_POOL_FOUND'].includes(state));
