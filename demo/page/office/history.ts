import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {OfficeDeposit, OfficeHistory, OfficePayment} from '../../office.js';
import {ask} from '../api.js';
import {breakable, transaction} from './parts.js';
import {money, shortened, written} from './words.js';

/** What came in for an invoice. */
export interface History {
  readonly deposits: OfficeHistory<OfficeDeposit>;
  readonly payments: OfficeHistory<OfficePayment>;
}

export type RecordKind = keyof History;

/** @param path of the invoice */
export async function readHistory(path: string): Promise<History> {
  const [deposits, payments] = await Promise.all([
    ask<OfficeHistory<OfficeDeposit>>(`${path}/deposits`),
    ask<OfficeHistory<OfficePayment>>(`${path}/payments`),
  ]);
  return {deposits, payments};
}

/** @param look hears which one somebody wants to see alone */
export function historyOf(
  {deposits, payments}: History,
  look: (kind: RecordKind, id: string) => void,
): TemplateResult {
  const opener = (kind: RecordKind, id: string | undefined, label: string) =>
    id === undefined
      ? nothing
      : html`<button type="button" aria-label=${label} @click=${() => look(kind, id)}>Open</button>`;
  return html`<div class="history">
    <div>
      <h3>Deposits${outOf(deposits)}</h3>
      ${deposits.items.length ? nothing : html`<p>No deposit has arrived.</p>`}
      <ul>
        ${repeat(deposits.items, idOf, ({id, amount, currency, transactionHash, createdDate}) => {
          const sum = money(amount, currency);
          return html`<li>
            <div>
              <b>${sum}</b> <span>${written(createdDate)}</span>
              <span>${transaction(currency, transactionHash, shortened(transactionHash))}</span>
            </div>
            ${opener('deposits', id, `Open the deposit of ${sum}`)}
          </li>`;
        })}
      </ul>
    </div>
    <div>
      <h3>Payments${outOf(payments)}</h3>
      ${payments.items.length ? nothing : html`<p>No payment has begun.</p>`}
      <dl>
        ${repeat(
          payments.items,
          idOf,
          ({id, state = ''}) =>
            html`<div>
              <dt>${shortened(id)}</dt>
              <dd>
                <b>${breakable(state)}</b> ${opener('payments', id, `Open the payment ${shortened(id)}`)}
              </dd>
            </div>`,
        )}
      </dl>
    </div>
  </div>`;
}

const idOf = ({id}: {readonly id?: string}) => id;

const outOf = ({items, total}: OfficeHistory<unknown>): string =>
  items.length < total ? `, the latest ${items.length} of ${total}` : '';
