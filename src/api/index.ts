export {CalypsoClient} from './calypso-client.js';
export {CalypsoApiError, CalypsoTransportError} from './errors.js';
export type {CalypsoClientOptions, CallOptions} from './options.js';
export type {Page, PageRequest} from './pages.js';
export {signBody} from './sign.js';
export type {
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
