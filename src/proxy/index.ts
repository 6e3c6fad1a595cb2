export {createInvoiceProxy, type InvoiceProxy, type InvoiceProxyOptions} from './invoice-proxy.js';
export type {WebhookEvent} from './webhook-event.js';
export type {OnInvoice} from './webhooks.js';
