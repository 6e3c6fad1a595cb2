import {describeCurrency, explorerUrl} from '../../src/core/currency.js';
import {parseInstant} from '../../src/core/instant.js';
import type {OfficeDeposit, OfficeInvoice} from '../office.js';
import {make} from './dom.js';

/** What is asked of the payer. */
export function due({amount, lowerBound, fiatAmount, fiatCurrency, currency}: OfficeInvoice): string {
  const price = fiatAmount ? ` (${fiatAmount} ${fiatCurrency ?? ''})` : '';
  if (amount) return money(amount, currency) + price;
  return lowerBound
    ? `from ${money(lowerBound, currency)}`
    : `any, in ${describeCurrency(currency ?? '').symbol}`;
}

export const money = (amount: string, currency = '') => `${amount} ${describeCurrency(currency).symbol}`;

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

/** A state that can break behind its underscores. */
export const breakable = (state: string): (Node | string)[] =>
  state.split(/(?<=_)/).flatMap((part) => [part, make('wbr')]);

/** Deposits, as they came. */
export function depositList(deposits: readonly OfficeDeposit[]): HTMLElement {
  if (!deposits.length) return make('p', {className: 'deposits'}, 'No deposit has arrived.');
  const items = deposits.map(({amount = '', currency, transactionHash = '', createdDate}) => {
    const href = explorerUrl(currency, transactionHash);
    const hash = `${transactionHash.slice(0, 8)}…${transactionHash.slice(-6)}`;
    const transaction = href
      ? make('a', {href, target: '_blank', rel: 'noopener noreferrer'}, hash)
      : make('span', {}, hash);
    return make('li', {}, make('b', {}, money(amount, currency)), ` ${written(createdDate)} `, transaction);
  });
  return make('ul', {className: 'deposits'}, ...items);
}
