import {CalypsoInvoiceElement} from '../../src/index.js';
import {byId} from './dom.js';
import {logEvents} from './event-log.js';

/**
 * The page of one invoice.
 * @param redirect `manual` from a link that means to look and not to leave again
 */
export function showPayment(key: string, redirect: string | null): CalypsoInvoiceElement {
  const card = byId('invoice', CalypsoInvoiceElement);
  logEvents(card, byId('log', HTMLElement));
  if (redirect === 'manual') card.redirect = redirect;
  card.src = `/api/invoices/${encodeURIComponent(key)}`;

  document.title = 'Your payment · Nordwind Coffee';
  byId('payment', HTMLElement).hidden = false;
  return card;
}
