import {html, render} from 'lit';
import {currencyLabel} from '../../catalog.js';
import {RATED, RATED_IN, type OfficeRates} from '../../office.js';
import {ask} from '../api.js';
import {byId} from '../dom.js';
import {written} from './words.js';

/** What a unit of each currency is worth, anew. */
export async function loadRates(): Promise<void> {
  const {rates} = await ask<OfficeRates>('/api/office/rates');
  const find = (from: string, to: string) =>
    rates.find(({fromCurrency, toCurrency}) => fromCurrency === from && toCurrency === to)?.rates ?? '–';
  const rows = RATED.map(
    (from) =>
      html`<tr>
        <th scope="row">${currencyLabel(from)}</th>
        ${RATED_IN.map((to) => html`<td>${find(from, to)}</td>`)}
      </tr>`,
  );
  render(rows, byId('rates', HTMLTableSectionElement));
  byId('rated', HTMLElement).textContent = `What one is worth, as of ${written(rates[0]?.ratesDate)}.`;
}
