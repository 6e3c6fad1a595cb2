export {createInvoiceProxy, type InvoiceProxy, type InvoiceProxyOptions} from './invoice-proxy.js';
