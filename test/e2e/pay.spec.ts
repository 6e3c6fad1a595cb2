import {en} from '../../src/locales/en.js';
import {button, expectReturn, expectView, part} from './support/card.js';
import {expect, test} from './support/fixtures.js';

test('a customer buys, pays, watches every state and lands on SUCCESS', async ({page}) => {
  await page.goto('/');
  await button(page, 'One more Huila').click();
  await page.getByLabel('Pay in').selectOption('USDC · Ethereum (ERC-20)');
  const due = (await page.locator('#due').textContent()) ?? '';
  await button(page, 'Pay with crypto').click();

  await expectView(page, 'awaiting');
  await expect(part(page, 'amount')).toHaveText(due);
  await expect(part(page, 'network')).toContainText('Ethereum (ERC-20)');
  await expect(part(page, 'description')).toContainText('2 × Sidamo, 1 × Huila');
  await expect(part(page, 'logo')).toBeVisible();

  await button(page, 'Pay exactly').click();
  await expect(page.getByRole('status').filter({hasText: `Sent ${due}`})).toBeVisible();
  await expectView(page, 'detected');
  await button(page, '+5 s').click();
  await expectView(page, 'paid');
  await button(page, '+5 s').click();
  await expectView(page, 'completed');
  await expect(page.getByRole('log').locator('p')).toContainText([
    'PAID → COMPLETED',
    'MEM_POOL_FOUND → PAID',
    'PENDING_PAYMENT → MEM_POOL_FOUND',
    'nothing → PENDING_PAYMENT',
  ]);

  await expectReturn(page, 'SUCCESS');
  await expect(page.getByRole('heading', {name: 'Thank you for your order'})).toBeVisible();
  await expect(page.locator('#proof')).toHaveText('COMPLETED');
});

test.describe('told of each change, not by its next read', () => {
  test.use({push: true});

  test('compliance looks at a payment, and lets it through', async ({page, shop}) => {
    const invoice = await shop.makeInvoice('BTC');
    await page.goto(shop.pageOf(invoice));
    await expectView(page, 'awaiting');
    await button(page, 'Hold for compliance').click();
    await expectView(page, 'detected');
    await button(page, '+5 s').click();
    await expectView(page, 'compliance');
    await shop.advance(8000);
    await expectView(page, 'paid');
    await shop.advance(5000);
    await expectView(page, 'completed');
    await part(page, 'return-link').click();
    await expectReturn(page, 'SUCCESS');
  });

  for (const {action, view, received, difference} of [
    {action: 'Pay 10 % less', view: 'underpaid', received: '26.11827 USDT', difference: '2.90203 USDT'},
    {action: 'Pay 10 % more', view: 'overpaid', received: '31.92233 USDT', difference: '2.90203 USDT'},
  ] as const)
    test(`${view}: the exact sums, and no way to pay again`, async ({page, shop}) => {
      const invoice = await shop.makeInvoice();
      await page.goto(shop.pageOf(invoice));
      await expectView(page, 'awaiting');
      await button(page, action).click();
      await button(page, '+5 s').click();
      await expectView(page, view);
      await expect(part(page, 'received').locator('dd')).toHaveText(['29.0203 USDT', received, difference]);
      await expect(part(page, 'status')).toContainText(en.intervention.status);

      const contact = page.waitForEvent('popup');
      await part(page, 'support-link').click();
      await expect((await contact).getByLabel('What happened?')).toHaveValue(
        new RegExp(invoice.idempotencyKey),
      );
    });
});
