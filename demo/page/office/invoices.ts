import {render} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {OfficePage} from '../../office.js';
import {ask} from '../api.js';
import {byId} from '../dom.js';
import {invoiceRows, type RowActions} from './invoice-rows.js';
import {readHistory, type History} from './history.js';
import {currentQuery} from './query.js';
import {showRecord} from './record.js';
import {run} from './work.js';
import {ACTION_DONE, counted} from './words.js';

const INVOICES = '/api/office/invoices';
const pathOf = (key = '') => `${INVOICES}/${encodeURIComponent(key)}`;

/** What came in, for the invoices where it is shown. */
const open = new Map<string, History>();

/** The list anew, with what is open in it. */
export async function loadInvoices(): Promise<void> {
  const page = await ask<OfficePage>(INVOICES + currentQuery());
  const keys = page.invoices.flatMap(({idempotencyKey = ''}) =>
    open.has(idempotencyKey) ? idempotencyKey : [],
  );
  const histories = await Promise.all(
    keys.map(async (key) => [key, await readHistory(pathOf(key))] as const),
  );
  for (const [key, history] of histories) open.set(key, history);
  const rows = repeat(
    page.invoices,
    ({idempotencyKey}) => idempotencyKey,
    (invoice) => invoiceRows(invoice, open.get(invoice.idempotencyKey ?? ''), ACTIONS),
  );
  render(rows, byId('invoices', HTMLTableElement));
  showPages(page);
}

function showPages({invoices, page, pages, total}: OfficePage): void {
  byId('none', HTMLElement).hidden = invoices.length > 0;
  byId('count', HTMLElement).textContent =
    `${counted(total, 'invoice')}${pages > 1 ? `, page ${page} of ${pages}` : ''}`;
  byId('previous', HTMLButtonElement).ariaDisabled = String(page <= 1);
  byId('next', HTMLButtonElement).ariaDisabled = String(page >= pages);
  byId('turn', HTMLElement).hidden = pages <= 1 && page <= 1;
}

const ACTIONS: RowActions = {
  act: ({idempotencyKey, description = ''}, action) =>
    void run(async () => {
      await ask(`${pathOf(idempotencyKey)}/${action}`, {});
      return `${ACTION_DONE[action]} ${description}`;
    }, loadInvoices),
  toggle: ({idempotencyKey = ''}) =>
    void run(async () => {
      if (!open.delete(idempotencyKey)) open.set(idempotencyKey, await readHistory(pathOf(idempotencyKey)));
      return '';
    }, loadInvoices),
  look: ({idempotencyKey}, kind, id) =>
    void run(() => showRecord(kind, `${pathOf(idempotencyKey)}/${kind}/${encodeURIComponent(id)}`)),
};
