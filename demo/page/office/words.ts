import {describeCurrency} from '../../../src/core/currency.js';
import {parseInstant} from '../../../src/core/instant.js';
import type {OfficeAction, OfficeInvoice} from '../../office.js';

export const ACTION_LABELS: Readonly<Record<OfficeAction, string>> = {
  'return-to-paid': 'Take the money as it came',
  'close-intervention': 'Close the intervention',
  archive: 'Archive',
};

export const ACTION_DONE: Readonly<Record<OfficeAction, string>> = {
  'return-to-paid': 'The money was taken as it came.',
  'close-intervention': 'The intervention was closed.',
  archive: 'The invoice was archived.',
};

/** What is asked of the payer. */
export function due({amount, lowerBound, fiatAmount, fiatCurrency, currency}: OfficeInvoice): string {
  const price = fiatAmount ? ` (${fiatAmount} ${fiatCurrency ?? ''})` : '';
  if (amount) return money(amount, currency) + price;
  return lowerBound
    ? `from ${money(lowerBound, currency)}`
    : `any, in ${describeCurrency(currency ?? '').symbol}`;
}

export const money = (amount = '?', currency = '') => `${amount} ${describeCurrency(currency).symbol}`;

const FORM: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
};

/** "22 Nov, 10:19:34". */
export function written(date: string | undefined): string {
  const instant = parseInstant(date);
  return instant === undefined ? '–' : new Date(instant).toLocaleString('en-GB', FORM);
}

/** "1 invoice", "2 invoices". */
export const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** An id or a hash, short enough to be told from another. */
export const shortened = (id = '') => (id.length > 16 ? `${id.slice(0, 8)}…${id.slice(-6)}` : id);
