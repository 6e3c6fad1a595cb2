export {CalypsoInvoiceElement} from './calypso-invoice-element.js';
export {
  InvoiceCopyEvent,
  InvoiceErrorEvent,
  InvoiceRedirectEvent,
  InvoiceStateChangeEvent,
  type CalypsoInvoiceEventMap,
} from './events.js';
export {InvoiceRequestError} from './fetch-invoice.js';
export {InvoiceFormatError} from '../core/invoice-format-error.js';
export type {AwaitingView, Due, InterventionView, InvoiceView} from '../core/invoice-view.js';
export type {Deposit, Invoice, InvoiceState, InvoiceType} from '../core/invoice.js';
export {readPaymentStatus, type PaymentStatus} from '../core/return-url.js';
