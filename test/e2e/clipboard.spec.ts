import {en} from '../../src/locales/en.js';
import {part} from './support/card.js';
import {expect, test} from './support/fixtures.js';

test('what is copied is what is shown', async ({page, context, shop}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const {idempotencyKey, amount, invoiceAddress} = await shop.makeInvoice('ETH');
  await page.goto(`/?invoice=${idempotencyKey}`);
  const clipboard = () => page.evaluate(async () => navigator.clipboard.readText());

  await part(page, 'copy-amount').click();
  await expect(part(page, 'copy-amount')).toHaveText(en.copied);
  expect(await clipboard()).toBe(amount);
  await expect(part(page, 'amount')).toContainText(amount);

  await part(page, 'copy-address').click();
  await expect(part(page, 'copy-address')).toHaveText(en.copied);
  expect(await clipboard()).toBe(invoiceAddress);
  await expect(part(page, 'address')).toHaveText(invoiceAddress);
  await expect(page.getByRole('log')).toContainText(`address ${invoiceAddress} copied`);
});

test('where copying is refused, the text is selected and the card says so', async ({page, context, shop}) => {
  await context.grantPermissions([]); // all others are denied
  const {idempotencyKey, invoiceAddress} = await shop.makeInvoice();
  await page.goto(`/?invoice=${idempotencyKey}`);

  await part(page, 'copy-address').click();
  await expect(part(page, 'notice')).toHaveText(en.copyFailed);
  await expect(part(page, 'copy-address')).toHaveText(en.copyAddress);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(invoiceAddress);
  await expect(page.getByRole('log')).toContainText('copying was refused');
});
