import type {SandboxDelivery} from '../../src/sandbox/index.js';
import type {Office, OfficeAction, OfficeDeposit, OfficeDeposits, OfficeInvoice} from '../office.js';
import {ApiError, ask} from './api.js';
import {byId, make} from './dom.js';
import {invoiceRow, type RowActions} from './office-row.js';
import {written} from './office-words.js';

const DONE: Readonly<Record<OfficeAction, string>> = {
  'return-to-paid': 'The money was taken as it came.',
  'close-intervention': 'The intervention was closed.',
  archive: 'The invoice was archived.',
};

const rows = byId('invoices', HTMLTableSectionElement);
const refresh = byId('refresh', HTMLButtonElement);

/** The deposits that are shown, by the invoice's key. */
const deposits = new Map<string, readonly OfficeDeposit[]>();

const path = (key = '') => `/api/office/${encodeURIComponent(key)}`;

/** Everything anew, for the deposits that are open too. */
async function load(): Promise<void> {
  const [office] = await Promise.all([ask<Office>('/api/office'), ...[...deposits.keys()].map(readDeposits)]);
  const focused = document.activeElement;
  const key = focused?.closest('tr')?.dataset['key'];
  const action = focused instanceof HTMLElement ? focused.dataset['action'] : undefined;
  rows.replaceChildren(
    ...office.invoices.map((invoice) =>
      invoiceRow(invoice, deposits.get(invoice.idempotencyKey ?? ''), ACTIONS),
    ),
  );
  byId('none', HTMLElement).hidden = office.invoices.length > 0;
  byId('log', HTMLElement).replaceChildren(...office.deliveries.map(entry));
  if (key) restoreFocus(key, action);
}

/** The button that was pressed, or what is next to it where it is gone. */
function restoreFocus(key: string, action = ''): void {
  const row = [...rows.rows].find(({dataset}) => dataset['key'] === key);
  const buttons = [...(row?.querySelectorAll('button') ?? [])];
  (buttons.find(({dataset}) => dataset['action'] === action) ?? buttons.at(-1))?.focus();
}

async function readDeposits(key: string): Promise<void> {
  deposits.set(key, (await ask<OfficeDeposits>(`${path(key)}/deposits`)).deposits);
}

/** Does something, shows what came of it, and says so. */
async function run(work: () => Promise<string>): Promise<void> {
  const status = byId('status', HTMLElement);
  refresh.ariaBusy = 'true';
  let said: string;
  try {
    said = await work();
  } catch (error) {
    said = `Not done. ${error instanceof ApiError ? error.message : 'Something went wrong.'}`;
  }
  try {
    await load();
  } catch (error) {
    said = error instanceof ApiError ? error.message : 'Something went wrong.';
  }
  status.textContent = said;
  refresh.ariaBusy = 'false';
}

const ACTIONS: RowActions = {
  act: ({idempotencyKey, description = ''}: OfficeInvoice, action) =>
    void run(async () => {
      await ask(`${path(idempotencyKey)}/${action}`, {});
      return `${DONE[action]} ${description}`;
    }),
  toggleDeposits: ({idempotencyKey = ''}) =>
    void run(async () => {
      if (!deposits.delete(idempotencyKey)) await readDeposits(idempotencyKey);
      return '';
    }),
};

function entry({at, eventType, status, attempt, next}: SandboxDelivery): HTMLElement {
  const answer = status === null ? 'no answer' : `answered ${status}`;
  const details = `${answer}, attempt ${attempt}${next ? `, again at ${written(next)}` : ''}`;
  return make('p', {}, make('time', {}, written(at)), ' ', make('b', {}, eventType), ' ', details);
}

refresh.addEventListener('click', () => void run(async () => 'Up to date.'));
await run(async () => '');
