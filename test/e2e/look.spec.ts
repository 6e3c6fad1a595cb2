import type {Page} from '@playwright/test';
import axe from 'axe-core';
import {expectView} from './support/card.js';
import {expect, test} from './support/fixtures.js';

// Told of each change, a card need not wait for its next read.
test.use({push: true});

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(async () =>
    (globalThis as {axe?: typeof axe}).axe?.run({resultTypes: ['violations']}),
  );
  expect(results?.violations.map(({id, nodes}) => [id, ...nodes.map(({html}) => html)])).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({colorScheme});

    for (const path of [
      '/',
      '/demo/contact.html',
      '/demo/return.html?paymentStatus=FAILED',
      '/demo/types.html',
    ])
      test(`${path} is accessible`, async ({page}) => {
        await page.goto(path);
        await expect(page.getByRole('heading', {level: 1})).toBeVisible();
        await expectAccessible(page);
      });

    test('the page of an invoice is accessible, before and after', async ({page, shop}) => {
      const invoice = await shop.makeInvoice();
      await page.goto(shop.pageOf(invoice));
      await expectView(page, 'awaiting');
      await expectAccessible(page);
      await shop.pay(invoice, '0.5');
      await shop.advance(5000);
      await expectView(page, 'underpaid');
      await expectAccessible(page);
    });

    test('the wallet of an endless invoice and the back office are accessible', async ({page, shop}) => {
      const invoice = await shop.makeKind('UNLIMITED');
      await page.goto(shop.pageOf(invoice));
      await expect(page.getByLabel('Another amount')).toBeVisible();
      await expectAccessible(page);
      await shop.payAmount(invoice, '12.5');
      await shop.advance(5000);
      await page.goto('/demo/office.html');
      await page.getByRole('button', {name: 'Deposits'}).click();
      await expect(page.getByRole('row').getByRole('listitem')).toBeVisible();
      await expectAccessible(page);
    });
  });

test.describe('320 px wide', () => {
  test.use({viewport: {width: 320, height: 640}});

  test('nothing has to be scrolled sideways', async ({page, shop}) => {
    const expectFit = async () =>
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);

    const invoice = await shop.makeInvoice('ETH');
    await page.goto(shop.pageOf(invoice));
    await expectView(page, 'awaiting');
    await expectFit();
    await shop.pay(invoice, '0.5');
    await expectView(page, 'detected');
    await expectFit();
    await shop.advance(5000);
    await expectView(page, 'underpaid');
    await expectFit();

    const {idempotencyKey} = invoice;
    for (const path of [
      '/',
      '/demo/contact.html',
      '/demo/types.html',
      '/demo/office.html',
      `/demo/return.html?order=${idempotencyKey}`,
      shop.pageOf(await shop.makeKind('UNLIMITED', 'ETH')),
    ]) {
      await page.goto(path);
      await expect(page.getByRole('heading', {level: 1})).toBeVisible();
      await expectFit();
    }
  });
});
