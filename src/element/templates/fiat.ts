import {html, nothing, type TemplateResult} from 'lit';
import {fromNow} from '../../localize/intl.js';
import {parseInstant} from '../../core/instant.js';
import type {Invoice} from '../../core/invoice.js';
import type {Card} from './card.js';

/** The price in the payer's money: an approximation with its age, and the one number that is written as the locale does. */
export function fiat(
  card: Card,
  {type, fiatAmount, fiatCurrency, lastFiatUpdated}: Invoice,
): TemplateResult | typeof nothing {
  if (!fiatAmount || !fiatCurrency) return nothing;
  const {messages, now} = card;
  const price = format(fiatAmount, fiatCurrency, card.language);
  const updated = parseInstant(lastFiatUpdated);
  const minutes = updated === undefined ? 0 : Math.max(0, Math.floor((now - updated) / 60_000));
  const age = updated === undefined ? '' : ` · ${messages.rateAge(fromNow(-minutes, 'minute', card))}`;
  // Where the price was made in fiat money it leads, and it is exact.
  return type === 'SINGLE_FIAT'
    ? html`<div part="fiat"><b class="price">${price}</b><span class="label">${age}</span></div>`
    : html`<div part="fiat" class="label">≈ ${price}${age}</div>`;
}

function format(amount: string, currency: string, language: string): string {
  try {
    // A string is formatted exactly, and the cast is what TypeScript's older lib asks for.
    return new Intl.NumberFormat(language, {style: 'currency', currency}).format(amount as unknown as number);
  } catch {
    return `${amount} ${currency}`; // a currency or language that Intl does not take
  }
}
