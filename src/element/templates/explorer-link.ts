import {html, nothing, type TemplateResult} from 'lit';
import {explorerUrl} from '../../core/currency.js';

/** The transaction in its chain's explorer, by the ends of its hash; nothing for a chain that we do not know. */
export function explorerLink(
  currency: string | undefined,
  hash: string | undefined,
): TemplateResult | typeof nothing {
  const url = explorerUrl(currency, hash);
  return url && hash
    ? html`<a part="explorer-link" href=${url} target="_blank" rel="noopener noreferrer" dir="ltr"
        >${hash.slice(0, 8)}…${hash.slice(-6)}</a
      >`
    : nothing;
}
