import {expect, test} from './support/fixtures.js';

const heading = {
  SUCCESS: 'Thank you for your order',
  FAILED: 'The payment did not go through',
  none: 'Welcome back',
};

test('a forged SUCCESS is answered with what the server read', async ({page, shop}) => {
  const {idempotencyKey} = await shop.makeInvoice();
  await page.goto(`/demo/return.html?order=${idempotencyKey}&paymentStatus=SUCCESS`);
  await expect(page.getByRole('heading', {name: heading.SUCCESS})).toBeVisible();
  await expect(page.locator('#proof')).toHaveText('PENDING_PAYMENT');
  await expect(page.locator('#verdict')).toHaveText(/do not agree/);
});

for (const [query, shown] of [
  ['paymentStatus=SUCCESS', heading.SUCCESS],
  ['paymentStatus=FAILED', heading.FAILED],
  ['paymentStatus=success', heading.none],
  ['paymentStatus=SUCCESS&paymentStatus=FAILED', heading.none],
  ['', heading.none],
] as const)
  test(`"${query}" shows "${shown}"`, async ({page}) => {
    await page.goto(`/demo/return.html?${query}`);
    await expect(page.getByRole('heading', {level: 1})).toHaveText(shown);
  });

test.describe('without an order that the shop knows', () => {
  test.use({expectedErrors: /^Failed to load resource.*404/});

  for (const order of ['1be6a518-6dcd-477d-96af-dd914b1300ce', '../shop'])
    test(`"${order}" proves nothing`, async ({page}) => {
      await page.goto(`/demo/return.html?paymentStatus=SUCCESS&order=${order}`);
      await expect(page.locator('#proof')).toHaveText(/no such/);
    });
});
