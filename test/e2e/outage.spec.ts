import type {Route} from '@playwright/test';
import {en} from '../../src/locales/en.js';
import {expectView, part} from './support/card.js';
import {expect, test} from './support/fixtures.js';

test.use({expectedErrors: /^Failed to load resource/});

const OUTAGES: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'no connection': (route) => route.abort(),
  '503 with Retry-After': (route) => route.fulfill({status: 503, headers: {'Retry-After': '1'}}),
  'a page of somebody else': (route) =>
    route.fulfill({contentType: 'text/html', body: '<!doctype html><h1>Sign in to the network</h1>'}),
};

for (const [name, outage] of Object.entries(OUTAGES))
  test(`${name}: the last good view stays, and the card recovers`, async ({page, shop}) => {
    const invoice = await shop.makeInvoice();
    await page.goto(shop.pageOf(invoice));
    await expectView(page, 'awaiting');

    await page.route('**/api/invoices/*', outage);
    await expect(part(page, 'notice')).toHaveText(en.notices.trouble);
    await expect(part(page, 'address')).toHaveText(invoice.invoiceAddress);
    await expect(page.getByRole('log').locator('p', {hasText: 'calypso-error'})).toHaveCount(1);

    await shop.pay(invoice);
    await page.unroute('**/api/invoices/*');
    await expectView(page, 'detected');
    await expect(part(page, 'notice')).toHaveCount(0);
  });

test('an invoice that does not exist is told in words', async ({page}) => {
  await page.goto('/?invoice=1be6a518-6dcd-477d-96af-dd914b1300ce');
  await expectView(page, 'unavailable');
});
