import type {CalypsoClient, CalypsoInvoice, NewInvoice} from '../../src/api/index.js';
import type {Decimal} from '../../src/core/decimal.js';
import type {InvoiceType} from '../../src/core/invoice.js';

/** What an order costs in each currency, and the least that a gift card is worth. */
export const PRICES: Readonly<Record<string, {readonly amount: Decimal; readonly lowerBound: Decimal}>> = {
  USDT_TRX: {amount: '18.204', lowerBound: '10'},
  USDT: {amount: '18.204', lowerBound: '10'},
  ETH: {amount: '0.005204', lowerBound: '0.003'},
  BTC: {amount: '0.00017204', lowerBound: '0.0001'},
};

/** Makes an invoice of any type, as a merchant's server does. */
export function makeInvoice(
  client: CalypsoClient,
  type: InvoiceType,
  currency: string,
): Promise<CalypsoInvoice> {
  const price = PRICES[currency] ?? {amount: '1', lowerBound: '1'};
  const page = (name: string) => new URL(name, location.href).href;
  const fields: NewInvoice = {
    currency,
    description: 'Order 1042',
    supportUrl: page('faq.html'),
    logoUrl: page(document.querySelector<HTMLImageElement>('.brand img')?.src ?? 'mark.svg'),
  };
  const returnUrl = page('live.html?order=1042');
  switch (type) {
    case 'SINGLE':
      return client.createSingleInvoice({...fields, returnUrl, amount: price.amount});
    case 'SINGLE_FIAT':
      return client.createSingleFiatInvoice({...fields, returnUrl, fiatAmount: '16.90', fiatCurrency: 'EUR'});
    case 'BOUND':
      return client.createBoundInvoice({...fields, returnUrl, lowerBound: price.lowerBound});
    case 'UNLIMITED':
      return client.createUnlimitedInvoice({...fields, description: 'Tip jar'});
    case 'UNLIMITED_LINKED':
      return client.createUnlimitedLinkedInvoice({...fields, description: 'Your account'});
  }
}
