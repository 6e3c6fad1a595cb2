import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {isFinal} from '../../../src/core/invoice.js';
import type {OfficeAction, OfficeInvoice} from '../../office.js';
import {historyOf, type History, type RecordKind} from './history.js';
import {breakable} from './parts.js';
import {ACTION_LABELS, due, money, written} from './words.js';

/** What the buttons of an invoice do. */
export interface RowActions {
  act(invoice: OfficeInvoice, action: OfficeAction): void;
  /** Shows what came in, or hides it. */
  toggle(invoice: OfficeInvoice): void;
  look(invoice: OfficeInvoice, kind: RecordKind, id: string): void;
}

/** The row of an invoice, and beneath it what came in where that is shown. */
export function invoiceRows(
  invoice: OfficeInvoice,
  history: History | undefined,
  {act, toggle, look}: RowActions,
): TemplateResult {
  const {idempotencyKey = '', type = '', state, told, description = ''} = invoice;
  const href = `/?${new URLSearchParams({invoice: idempotencyKey, redirect: 'manual'})}`;
  // By its name: a button that has the focus never becomes another one.
  const buttons = repeat(
    actionsFor(invoice),
    (action) => action,
    (action) => {
      const label = ACTION_LABELS[action];
      const press = () => act(invoice, action);
      return html`<button type="button" aria-label=${`${label}: ${description}`} @click=${press}>
        ${label}
      </button>`;
    },
  );
  const row = html`<tr role="row">
    ${cell('Invoice', html`<a href=${href}>${description}</a><small>${type}</small>`)}
    ${cell(
      'State',
      html`<b data-state=${state}>${breakable(state)}</b>${remark(invoice)}<small
          >Our books: ${breakable(told ?? '–')}</small
        >`,
    )}
    ${cell('Due', due(invoice))} ${cell('Received', money(invoice.totalDebitAmount ?? '0', invoice.currency))}
    ${cell('Created', written(invoice.createdDate))}
    ${cell(
      'To do',
      html`<div class="todo">
        ${buttons}
        <button
          type="button"
          aria-label=${`Deposits, payments: ${description}`}
          aria-expanded=${String(history !== undefined)}
          @click=${() => toggle(invoice)}
        >
          Deposits, payments
        </button>
      </div>`,
    )}
  </tr>`;
  const beneath =
    history &&
    html`<tr role="row" class="beneath">
      <td role="cell" colspan="6">${historyOf(history, (kind, id) => look(invoice, kind, id))}</td>
    </tr>`;
  return html`<tbody role="rowgroup" data-key=${idempotencyKey}>
    ${row}${beneath}
  </tbody>`;
}

/** What Calypso would not refuse. */
function actionsFor({state, isInterventionResolved}: OfficeInvoice): OfficeAction[] {
  const isOpen = state === 'PENDING_INTERVENTION' && !isInterventionResolved;
  return [
    ...(isOpen ? (['return-to-paid', 'close-intervention'] as const) : []),
    ...(isFinal(state) ? [] : (['archive'] as const)),
  ];
}

/** On narrow screens, where the heads are gone, each says what it is. */
const cell = (head: string, content: TemplateResult | string) =>
  html`<td role="cell" data-head=${head}><div>${content}</div></td>`;

const remark = ({state, interventionType, isInterventionResolved}: OfficeInvoice) =>
  state === 'PENDING_INTERVENTION'
    ? html`<small>${interventionType ?? 'Other'}, ${isInterventionResolved ? 'closed' : 'open'}</small>`
    : nothing;
