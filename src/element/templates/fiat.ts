import {html, nothing, type TemplateResult} from 'lit';
import type {Invoice} from '../../core/invoice.js';
import type {Card} from './card.js';

/** The price in the payer's money: an approximation, and the only number that is written as the locale does. */
export function fiat(
  {messages, language}: Card,
  {fiatAmount, fiatCurrency}: Invoice,
): TemplateResult | typeof nothing {
  if (!fiatAmount || !fiatCurrency) return nothing;
  return html`<div part="fiat" class="label">
    ${messages.approximately(format(fiatAmount, fiatCurrency, language))}
  </div>`;
}

function format(amount: string, currency: string, language: string): string {
  try {
    // A string is formatted exactly, and the cast is what TypeScript's older lib asks for.
    return new Intl.NumberFormat(language, {style: 'currency', currency}).format(amount as unknown as number);
  } catch {
    return `${amount} ${currency}`; // a currency or language that Intl does not take
  }
}
