import {en} from '../../src/locales/en.js';
import {expectReturn, expectView, part} from './support/card.js';
import {expect, test} from './support/fixtures.js';

test('a payer who goes back to the shop early takes no paymentStatus along', async ({page, shop}) => {
  await page.goto(shop.pageOf(await shop.makeInvoice()));
  await part(page, 'return-link').click();
  await expectReturn(page, null);
  await expect(page.getByRole('heading', {name: 'Welcome back'})).toBeVisible();
  await expect(page.locator('#proof')).toHaveText('PENDING_PAYMENT');
  await page.getByRole('link', {name: 'Look at the invoice'}).click();
  await expectView(page, 'awaiting');
});

test('Back to an invoice that was paid meanwhile shows a button, and does not redirect', async ({
  page,
  shop,
}) => {
  const invoice = await shop.makeInvoice();
  await page.goto(shop.pageOf(invoice));
  await part(page, 'return-link').click();
  await expectReturn(page, null);
  await shop.pay(invoice);
  await shop.advance(10_000);

  await page.goBack();
  await expectView(page, 'completed');
  await expect(part(page, 'redirect-cancel')).toHaveCount(0);
  await expect(part(page, 'status')).toContainText(en.views.completed.status);
  await part(page, 'return-link').click();
  await expectReturn(page, 'SUCCESS');
});

test('the redirect leaves no trap for Back', async ({page, shop}) => {
  const invoice = await shop.makeInvoice();
  await shop.decline(invoice);
  await page.goto('/');
  await page.goto(shop.pageOf(invoice));
  await expectReturn(page, 'FAILED');

  await page.goBack();
  await expect(page.getByRole('heading', {name: 'Your order'})).toBeVisible();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/');
});

test('reload keeps the invoice', async ({page, shop}) => {
  const invoice = await shop.makeInvoice();
  await page.goto(shop.pageOf(invoice));
  await expect(part(page, 'address')).toHaveText(invoice.invoiceAddress);
  await page.reload();
  await expect(part(page, 'address')).toHaveText(invoice.invoiceAddress);
});
