import type {Invoice} from '../core/invoice.js';
import type {PaymentStatus} from '../core/return-url.js';

const OPTIONS = {bubbles: true, composed: true} as const;

/** The invoice is in a new state; the first answer counts as one. */
export class InvoiceStateChangeEvent extends Event {
  readonly state: string;
  /** null with the first answer. */
  readonly previousState: string | null;
  readonly invoice: Invoice;

  constructor(invoice: Invoice, previousState: string | null) {
    super('calypso-state-change', OPTIONS);
    this.state = invoice.state;
    this.previousState = previousState;
    this.invoice = invoice;
  }
}

/** The payer asked to copy something. */
export class InvoiceCopyEvent extends Event {
  readonly field: 'amount' | 'address';
  readonly value: string;
  /** Whether it is on the clipboard; if not, the text was selected. */
  readonly ok: boolean;

  constructor(field: 'amount' | 'address', value: string, ok: boolean) {
    super('calypso-copy', OPTIONS);
    this.field = field;
    this.value = value;
    this.ok = ok;
  }
}

/** Trouble began, or changed its kind. What was shown stays. */
export class InvoiceErrorEvent extends Event {
  /** An `InvoiceRequestError`, or an `InvoiceFormatError` that names the field. */
  readonly error: Error;
  /** ms until the next read; null where nothing will be retried. */
  readonly retryIn: number | null;

  constructor(error: Error, retryIn: number | null) {
    super('calypso-error', OPTIONS);
    this.error = error;
    this.retryIn = retryIn;
  }
}

/**
 * The payer is about to leave for the shop. Cancelable: after `preventDefault()` the page takes over and the element
 * navigates nowhere.
 */
export class InvoiceRedirectEvent extends Event {
  /** Where to, `paymentStatus` included. */
  readonly url: string;
  /** null where the payer leaves before the end. It is a hint: verify on the server. */
  readonly paymentStatus: PaymentStatus | null;

  constructor(url: string, paymentStatus: PaymentStatus | null) {
    super('calypso-redirect', {...OPTIONS, cancelable: true});
    this.url = url;
    this.paymentStatus = paymentStatus;
  }
}

export interface CalypsoInvoiceEventMap {
  'calypso-state-change': InvoiceStateChangeEvent;
  'calypso-copy': InvoiceCopyEvent;
  'calypso-error': InvoiceErrorEvent;
  'calypso-redirect': InvoiceRedirectEvent;
}

declare global {
  // Typed listeners on every node that the events bubble to.
  interface GlobalEventHandlersEventMap extends CalypsoInvoiceEventMap {}
}
