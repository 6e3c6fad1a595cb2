import type {Page} from '@playwright/test';
import {orderNumberOf} from '../../demo/order-number.js';
import {button} from './support/card.js';
import {expect, test} from './support/fixtures.js';
import {rowOf} from './support/office.js';

const shown = (page: Page) => page.locator('tbody[data-key]');
const count = (page: Page) => page.locator('#count');

test('by state and by type, kept in the address', async ({page, shop}) => {
  const paid = await shop.makeInvoice();
  await shop.pay(paid);
  await shop.advance(5000);
  const bound = await shop.makeKind('BOUND');
  const gone = await shop.makeKind('BOUND');
  await shop.archive(gone);

  await page.goto('/demo/office.html');
  await expect(shown(page)).toHaveCount(3);
  await page.getByLabel('State').selectOption('PAID');
  await expect(shown(page)).toHaveCount(1);
  await expect(rowOf(page, paid)).toBeVisible();
  await expect(count(page)).toHaveText('1 invoice');

  await page.getByLabel('Type').selectOption('BOUND');
  await expect(page.getByText('There is none here.')).toBeVisible();
  await page.getByLabel('State').selectOption('PENDING_PAYMENT');
  await expect(rowOf(page, bound)).toBeVisible();
  await expect(shown(page)).toHaveCount(1);

  await page.reload();
  await expect(page.getByLabel('Type')).toHaveValue('BOUND');
  await expect(rowOf(page, bound)).toBeVisible();
  await expect(shown(page)).toHaveCount(1);
  await page.goBack();
  await expect(page.getByText('There is none here.')).toBeVisible();
  await button(page, 'Show all').click();
  await expect(shown(page)).toHaveCount(3);
});

test('page by page, the newest first', async ({page, shop}) => {
  const made = [];
  for (let i = 0; i < 12; i++) made.push(await shop.makeInvoice());
  const keys = made.map(({idempotencyKey}) => idempotencyKey).reverse();
  const keysShown = () =>
    shown(page).evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['key']));

  await page.goto('/demo/office.html');
  await expect(count(page)).toHaveText('12 invoices, page 1 of 2');
  expect(await keysShown()).toEqual(keys.slice(0, 10));
  await expect(button(page, 'Previous')).toHaveAttribute('aria-disabled', 'true');
  await button(page, 'Next').click();
  await expect(count(page)).toHaveText('12 invoices, page 2 of 2');
  expect(await keysShown()).toEqual(keys.slice(10));
  await expect(button(page, 'Next')).toHaveAttribute('aria-disabled', 'true');
  await button(page, 'Previous').click();
  await expect(count(page)).toHaveText('12 invoices, page 1 of 2');
  expect(await keysShown()).toEqual(keys.slice(0, 10));
});

test('by order number, as people write it', async ({page, shop}) => {
  const invoice = await shop.makeInvoice();
  // Numbers are short: by chance two orders may share one.
  let other = await shop.makeInvoice();
  const number = orderNumberOf(invoice.idempotencyKey);
  while (orderNumberOf(other.idempotencyKey) === number) other = await shop.makeInvoice();

  await page.goto('/demo/office.html?state=PENDING_PAYMENT');
  await expect(rowOf(page, other)).toBeVisible();
  await page.getByLabel('Order number').fill(`order ${number.toLowerCase()}`);
  await page.keyboard.press('Enter');
  await expect(rowOf(page, other)).toHaveCount(0);
  await expect(rowOf(page, invoice)).toBeVisible();
  await expect(page.getByLabel('State')).toHaveValue('');
  await page.getByLabel('Order number').fill('ZZZZ');
  await button(page, 'Find').click();
  await expect(page.getByText('There is none here.')).toBeVisible();
});

test.describe('refused', () => {
  test.use({expectedErrors: /status of 400/});

  test('an address that asks for what there is not is said in words', async ({page, request}) => {
    await page.goto('/demo/office.html?state=FREE');
    await expect(page.getByRole('status')).toContainText('asks for something that there is not');
    for (const query of ['page=0', 'page=1.5', 'page=x', 'type=FREE'])
      expect((await request.get(`/api/office/invoices?${query}`)).status(), query).toBe(400);
  });
});
