import type {Page} from '@playwright/test';
import {createDemo} from '../../demo/server.js';
import {startSandbox} from '../../demo/server/backend.js';
import {button} from './support/card.js';
import {expect, test} from './support/fixtures.js';
import {act, rowOf} from './support/office.js';

/** Looks again until it is there: webhooks take their time. */
const refreshUntil = (page: Page, check: () => Promise<void>) =>
  expect(async () => {
    await button(page, 'Refresh').click();
    await check();
  }).toPass({timeout: 15_000});

for (const {action, said, state, remark} of [
  {
    action: 'Take the money as it came',
    said: 'The money was taken as it came.',
    state: 'PAID',
    remark: /PAID/,
  },
  {
    action: 'Close the intervention',
    said: 'The intervention was closed.',
    state: 'PENDING_INTERVENTION',
    remark: /UNDERPAY, closed/,
  },
])
  test(`too little came. ${action}`, async ({page, shop}) => {
    const invoice = await shop.makeInvoice();
    await shop.pay(invoice, '0.5');
    await shop.advance(5000);
    await page.goto('/');
    await page.getByRole('link', {name: 'Back office'}).click();
    const row = rowOf(page, invoice);
    await expect(row).toContainText('UNDERPAY, open');
    await expect(row).toContainText('29.0203 USDT');

    await act(row, 'Deposits, payments');
    await expect(row.getByRole('listitem')).toHaveText(/14\.51015 USDT [^]+\s[\da-f]{8}…[\da-f]{6}\s/);
    await act(row, action);
    await expect(page.getByRole('status')).toContainText(said);
    await expect(row.locator('b').first()).toHaveText(state);
    await expect(row).toContainText(remark);
    await expect(row.getByRole('button', {name: action})).toHaveCount(0);
    // Still shown, and the keyboard is still in the row.
    await expect(row.getByRole('listitem')).toHaveCount(1);
    await expect(row.locator(':focus')).toHaveCount(1);
  });

test('archives one, and no other', async ({page, shop}) => {
  const invoice = await shop.makeKind('UNLIMITED');
  const other = await shop.makeInvoice();
  await page.goto('/demo/office.html');
  await act(rowOf(page, invoice), 'Archive');
  await expect(rowOf(page, invoice).locator('b').first()).toHaveText('ARCHIVED');
  await expect(rowOf(page, invoice).getByRole('button', {name: 'Archive'})).toHaveCount(0);
  await expect(rowOf(page, other).locator('b').first()).toHaveText('PENDING_PAYMENT');
});

test.describe('refused', () => {
  test.use({expectedErrors: /status of 409/});

  test('what Calypso refuses is said in words', async ({page, shop}) => {
    const invoice = await shop.makeInvoice();
    await page.goto('/demo/office.html');
    await expect(rowOf(page, invoice)).toBeVisible();
    await shop.archive(invoice);
    await act(rowOf(page, invoice), 'Archive');
    await expect(page.getByRole('status')).toContainText('its state does not allow this any more');
    await expect(rowOf(page, invoice).locator('b').first()).toHaveText('ARCHIVED');
  });
});

test('webhooks reach the shop, are logged, and lead its books', async ({page, shop}) => {
  const invoice = await shop.makeInvoice();
  await shop.pay(invoice);
  await shop.advance(5000);
  await page.goto('/demo/office.html');
  const paid = page.getByRole('log').locator('p').filter({hasText: 'INVOICE_PAID'});
  await refreshUntil(page, async () => {
    await expect(paid).toContainText('answered 200, attempt 1', {timeout: 500});
    await expect(rowOf(page, invoice)).toContainText('Our books: PAID', {timeout: 500});
  });
  await shop.advance(5000);
  await expect.poll(() => shop.orderOf(invoice)).toMatchObject({state: 'COMPLETED', told: 'COMPLETED'});
});

test('nobody else may act, and without the sandbox there is no office', async ({request, shop}) => {
  const {idempotencyKey} = await shop.makeInvoice();
  const url = `/api/office/invoices/${idempotencyKey}/archive`;
  expect((await request.post(url, {headers: {Origin: 'https://evil.example'}})).status()).toBe(403);
  expect((await request.post(`/api/office/invoices/${idempotencyKey}/delete`)).status()).toBe(404);

  const {client, close} = await startSandbox();
  const real = createDemo({
    client,
    files: (path) => (path.endsWith('.html') ? new Response('a page') : undefined),
  });
  for (const path of [
    '/api/office/invoices',
    '/demo/office.html',
    '/api/office/rates',
    '/api/office/webhooks',
  ]) {
    const {status} = await real.fetch(new Request(`http://shop.example${path}`));
    expect([path, status]).toEqual([path, 404]);
  }
  await close();
});
