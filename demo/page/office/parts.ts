import {html} from 'lit';
import {explorerUrl} from '../../../src/core/currency.js';

/** A state that can break behind its underscores. */
export const breakable = (state: string) => state.split(/(?<=_)/).map((part) => html`${part}<wbr />`);

/** A transaction, and a link to it where its chain has an explorer. */
export function transaction(currency: string | undefined, hash: string | undefined, shown = hash) {
  const href = explorerUrl(currency, hash);
  return href ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${shown}</a>` : html`${shown}`;
}
