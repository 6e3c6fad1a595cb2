import {isFinal} from '../../src/core/invoice.js';
import type {OfficeAction, OfficeDeposit, OfficeInvoice} from '../office.js';
import {make} from './dom.js';
import {breakable, depositList, due, money, written} from './office-words.js';

/** What a row's buttons do. */
export interface RowActions {
  act(invoice: OfficeInvoice, action: OfficeAction): void;
  toggleDeposits(invoice: OfficeInvoice): void;
}

const LABELS: Readonly<Record<OfficeAction, string>> = {
  'return-to-paid': 'Take the money as it came',
  'close-intervention': 'Close the intervention',
  archive: 'Archive',
};

/**
 * The row of an invoice.
 * @param deposits those that are to be shown beneath it
 */
export function invoiceRow(
  invoice: OfficeInvoice,
  deposits: readonly OfficeDeposit[] | undefined,
  {act, toggleDeposits}: RowActions,
): HTMLTableRowElement {
  const {idempotencyKey = '', type = '', state, told, description = ''} = invoice;
  const href = `/?${new URLSearchParams({invoice: idempotencyKey, redirect: 'manual'})}`;
  const todo = actionsFor(invoice).map((action) =>
    button(action, LABELS[action], description, () => act(invoice, action)),
  );
  const shown = button('deposits', 'Deposits', description, () => toggleDeposits(invoice));
  shown.ariaExpanded = String(deposits !== undefined);
  const row = make(
    'tr',
    {role: 'row'},
    cell('Invoice', make('a', {href}, description), make('small', {}, type)),
    cell(
      'State',
      make('b', {}, ...breakable(state)),
      ...remarks(invoice),
      make('small', {}, 'Our books: ', ...breakable(told ?? '–')),
    ),
    cell('Due', due(invoice)),
    cell('Received', money(invoice.totalDebitAmount ?? '0', invoice.currency)),
    cell('Created', written(invoice.createdDate)),
    cell(
      'To do',
      make('div', {className: 'todo'}, ...todo, shown),
      ...(deposits ? [depositList(deposits)] : []),
    ),
  );
  row.dataset['key'] = idempotencyKey;
  return row;
}

/** What Calypso would not refuse. */
function actionsFor({state, isInterventionResolved}: OfficeInvoice): OfficeAction[] {
  const isOpen = state === 'PENDING_INTERVENTION' && !isInterventionResolved;
  return [
    ...(isOpen ? (['return-to-paid', 'close-intervention'] as const) : []),
    ...(isFinal(state) ? [] : (['archive'] as const)),
  ];
}

function button(name: string, label: string, description: string, onclick: () => void): HTMLButtonElement {
  const made = make('button', {type: 'button', ariaLabel: `${label}: ${description}`, onclick}, label);
  made.dataset['action'] = name;
  return made;
}

/** On narrow screens, where the heads are gone, each says what it is. */
function cell(head: string, ...children: (Node | string)[]): HTMLTableCellElement {
  const made = make('td', {role: 'cell'}, make('div', {}, ...children));
  made.dataset['head'] = head;
  return made;
}

const remarks = ({state, interventionType, isInterventionResolved}: OfficeInvoice) =>
  state === 'PENDING_INTERVENTION'
    ? [make('small', {}, `${interventionType ?? 'Other'}, ${isInterventionResolved ? 'closed' : 'open'}`)]
    : [];
