import type {Page} from '@playwright/test';
import {button, expectView, part} from './support/card.js';
import {expect, test} from './support/fixtures.js';

// Told of each change, a card need not wait for its next read.
test.use({push: true});

/** Makes an invoice as a customer does, from the footer of the shop. */
async function open(page: Page, call: string, currency = 'USDT · TRON (TRC-20)'): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', {name: 'More kinds of invoice'}).click();
  await page.getByLabel('Pay in').selectOption(currency);
  await button(page, call).click();
  await page.waitForURL(/\?invoice=/);
  await expectView(page, 'awaiting');
}

const sent = (page: Page, amount: string) =>
  expect(page.getByRole('status').filter({hasText: `Sent ${amount}`})).toBeVisible();

test('SINGLE_FIAT: euros lead, and the quoted amount is what is paid', async ({page}) => {
  await open(page, 'Book for €29.00', 'BTC · Bitcoin');
  await expect(part(page, 'fiat')).toContainText('€29.00');
  const [fiat, amount] = await Promise.all([
    part(page, 'fiat').boundingBox(),
    part(page, 'amount').boundingBox(),
  ]);
  expect(fiat?.y).toBeLessThan(amount?.y ?? 0);
  const due = (await part(page, 'amount').textContent()) ?? '';
  expect(due).toMatch(/^0\.000\d+ BTC$/);

  await button(page, 'Pay exactly').click();
  await sent(page, due);
  await button(page, '+5 s').click();
  await expectView(page, 'paid');
});

test('BOUND: at least so much, and any amount from there', async ({page}) => {
  await open(page, 'Buy from $10.00');
  await expect(page.locator('calypso-invoice')).toContainText('Send at least');
  await expect(part(page, 'amount')).toHaveText('10.007 USDT');
  await expect(button(page, 'Pay exactly')).toBeHidden();

  await button(page, 'Pay 25.5').click();
  await sent(page, '25.5 USDT');
  await button(page, '+5 s').click();
  await expectView(page, 'paid');
});

for (const [type, call] of [
  ['UNLIMITED', 'Open the tip jar'],
  ['UNLIMITED_LINKED', 'Top up'],
] as const)
  test(`${type}: any amount, again and again, and never paid`, async ({page}) => {
    await open(page, call);
    await expect(part(page, 'amount')).toHaveText('Any amount USDT');
    await expect(part(page, 'timer')).toHaveCount(0);
    await expect(button(page, 'Let it expire')).toBeHidden();

    await button(page, 'Pay 10').click();
    await sent(page, '10 USDT');
    await button(page, '+5 s').click();
    await expect(part(page, 'deposits').locator('dd')).toHaveText(['10 USDT']);

    await page.getByLabel('Another amount').fill('2,25');
    await page.keyboard.press('Enter');
    await sent(page, '2.25 USDT');
    await button(page, '+5 s').click();
    await expect(part(page, 'deposits').locator('dd')).toHaveText(['2.25 USDT', '10 USDT']);
    await expect(part(page, 'received').locator('dd')).toHaveText('12.25 USDT');
    // Still open: it waits for more.
    await expectView(page, 'awaiting');
    await expect(page.getByRole('log')).not.toContainText('PAID');
  });

test('a sum that is none is not paid', async ({page, shop}) => {
  await page.goto(shop.pageOf(await shop.makeKind('UNLIMITED')));
  for (const typed of ['', 'ten', '-3', '0.0']) {
    await page.getByLabel('Another amount').fill(typed);
    await button(page, 'Pay this').click();
    await expect(page.locator('#wallet-status')).toContainText('Please write an amount');
  }
});

test('what the page cannot name is not made', async ({request}) => {
  for (const data of [{}, {type: 'FREE', currency: 'BTC'}, {type: 'BOUND', currency: 'SAND'}])
    expect((await request.post('/api/kinds', {data})).status()).toBe(400);
  const headers = {Origin: 'https://evil.example'};
  const data = {type: 'UNLIMITED', currency: 'BTC'};
  expect((await request.post('/api/kinds', {data, headers})).status()).toBe(403);
});
