import {InvoiceFormatError} from '../core/invoice-format-error.js';
import {InvoiceRequestError} from './fetch-invoice.js';

/** Nothing is there, or nothing any more. */
export const isGone = (error: unknown): boolean =>
  error instanceof InvoiceRequestError && (error.status === 404 || error.status === 410);

/** Whatever is there, it is no invoice that can be shown. */
export const isNoInvoice = (error: unknown): boolean => isGone(error) || error instanceof InvoiceFormatError;

/** Troubles of one kind are told once: a server that flaps between 502 and 503 is one trouble. */
export const kindOf = (error: Error): string =>
  error instanceof InvoiceRequestError ? `${error.kind} ${String(error.status ?? '').charAt(0)}` : error.name;
