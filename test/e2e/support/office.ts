import type {Locator, Page} from '@playwright/test';
import type {ShownInvoice} from './shop.js';

/** The rows of an invoice: its own, and what is shown beneath it. */
export const rowOf = (page: Page, {idempotencyKey}: Pick<ShownInvoice, 'idempotencyKey'>): Locator =>
  page.locator(`tbody[data-key="${idempotencyKey}"]`);

export const act = (row: Locator, name: string) => row.getByRole('button', {name}).click();
