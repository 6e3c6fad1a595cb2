export {
  CalypsoClient,
  type CalypsoClientOptions,
  type CallOptions,
  type InvoiceReference,
} from './calypso-client.js';
export {CalypsoApiError, CalypsoTransportError} from './errors.js';
export {signBody} from './sign.js';
export type {CalypsoInvoice, NewSingleInvoice} from './types.js';
