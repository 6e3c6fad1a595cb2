import {en} from '../../src/locales/en.js';
import {button, expectReturn, expectView, part} from './support/card.js';
import {expect, test} from './support/fixtures.js';

test('a declined payment leads to FAILED by itself', async ({page, shop}) => {
  const invoice = await shop.makeInvoice();
  await page.goto(shop.pageOf(invoice));
  await expectView(page, 'awaiting');
  await shop.pay(invoice);
  await expectView(page, 'detected');
  await button(page, 'Decline').click();
  await expectView(page, 'declined');
  await expectReturn(page, 'FAILED');
  await expect(page.getByRole('heading', {name: 'The payment did not go through'})).toBeVisible();
  await expect(page.locator('#proof')).toHaveText('DECLINED');
});

test('an archived invoice leads to FAILED', async ({page, shop}) => {
  await page.goto(shop.pageOf(await shop.makeInvoice()));
  await expectView(page, 'awaiting');
  await button(page, 'Archive').click();
  await expectView(page, 'archived');
  await part(page, 'return-link').click();
  await expectReturn(page, 'FAILED');
  await expect(page.locator('#proof')).toHaveText('ARCHIVED');
});

test('an invoice that runs out is closed, and money sent after is told to be lost', async ({page, shop}) => {
  await page.goto(shop.pageOf(await shop.makeInvoice()));
  await expectView(page, 'awaiting');
  await button(page, 'Let it expire').click();
  await expect(part(page, 'timer')).toContainText(/00:[01]\d/);
  await button(page, '+1 h').click();
  await expectView(page, 'archived');
  await button(page, en.stay).click();
  await button(page, 'Pay exactly').click();
  await expect(
    page.getByRole('status').filter({hasText: 'nobody watches this address any more'}),
  ).toBeVisible();
  await part(page, 'return-link').click();
  await expectReturn(page, 'FAILED');
});

test('a payer who stays is not sent away', async ({page, shop}) => {
  const invoice = await shop.makeInvoice();
  await shop.archive(invoice);
  await page.goto(shop.pageOf(invoice));
  await button(page, en.stay).click();
  await expect(part(page, 'status')).toContainText(en.views.archived.status);
  await expect(part(page, 'redirect-cancel')).toHaveCount(0);
});
