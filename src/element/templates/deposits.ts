import {html, nothing, type TemplateResult} from 'lit';
import {describeCurrency} from '../../core/currency.js';
import {newestFirst} from '../../core/deposits.js';
import {isUnlimited, type Invoice} from '../../core/invoice.js';
import type {Card} from './card.js';
import {explorerLink} from './explorer-link.js';

/** What arrived so far, where any number of payments is taken: it is never "paid". */
export function deposits({messages}: Card, invoice: Invoice): TemplateResult | typeof nothing {
  if (!isUnlimited(invoice.type)) return nothing;
  const {currency, totalDebitAmount, problems} = invoice;
  const list = newestFirst(invoice.deposits);
  // What came and could not be read is not nothing.
  const isKnown = !problems.some(({field}) => field === 'invoice.totalDebitAmount');
  const amount = (value: string | undefined, code = currency) =>
    value === undefined
      ? nothing
      : html`<dd><bdi dir="ltr">${value} ${describeCurrency(code ?? '').symbol}</bdi></dd>`;
  return html`${
    isKnown
      ? html`<dl part="received">
          <div>
            <dt>${messages.receivedSoFar}</dt>
            ${amount(totalDebitAmount ?? '0')}
          </div>
        </dl>`
      : nothing
  }
  ${
    list.length
      ? html`<dl part="deposits">
          ${list.map(
            (deposit) =>
              html`<div>
                <dt>${explorerLink(deposit.currency ?? currency, deposit.transactionHash)}</dt>
                ${amount(deposit.amount, deposit.currency)}
              </div>`,
          )}
        </dl>`
      : nothing
  }`;
}
