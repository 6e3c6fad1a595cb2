import type {Locator, Page} from '@playwright/test';
import {en} from '../../../src/locales/en.js';
import {expect} from './fixtures.js';

type View = keyof typeof en.views | keyof Omit<typeof en.intervention, 'status'>;

/** A part of the card, by its public name. */
export const part = (page: Page, name: string): Locator => page.locator(`calypso-invoice [part="${name}"]`);

export const button = (page: Page, name: string): Locator => page.getByRole('button', {name, exact: true});

/** Waits until the card shows a view, by its headline. */
export async function expectView(page: Page, view: View): Promise<void> {
  if (view === 'awaiting') return expect(part(page, 'address')).toBeVisible();
  const {title} = {...en.views, ...en.intervention}[view];
  await expect(page.locator('calypso-invoice').getByRole('heading', {name: title})).toBeVisible();
  // Only an invoice that waits for money may be paid to.
  for (const name of ['address', 'qr', 'copy-amount', 'copy-address'])
    await expect(part(page, name)).toHaveCount(0);
}

/** Waits for the shop's return page and reads what it was told. */
export async function expectReturn(page: Page, paymentStatus: 'SUCCESS' | 'FAILED' | null): Promise<void> {
  await page.waitForURL(/\/demo\/return\.html/);
  expect(new URL(page.url()).searchParams.get('paymentStatus')).toBe(paymentStatus);
}
