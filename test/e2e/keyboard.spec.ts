import type {Locator, Page} from '@playwright/test';
import {en} from '../../src/locales/en.js';
import {button, expectReturn, expectView, part} from './support/card.js';
import {expect, test} from './support/fixtures.js';

const MOST_STOPS = 40;

/** Goes on with Tab until `target` has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element.matches(':focus-visible'))) return;
  }
  throw new Error(`${String(target)} cannot be reached by Tab`);
}

test('everything is done with the keyboard alone', async ({page, context}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await tabTo(page, button(page, 'One more Paper filters'));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('Pay in'));
  await page.keyboard.type('LTC');
  await tabTo(page, button(page, 'Pay with crypto'));
  await page.keyboard.press('Enter');

  await expectView(page, 'awaiting');
  await expect(part(page, 'network')).toContainText('Litecoin');
  await tabTo(page, part(page, 'copy-address'));
  await page.keyboard.press('Space');
  await expect(part(page, 'copy-address')).toHaveText(en.copied);
  await tabTo(page, button(page, 'Pay exactly'));
  await page.keyboard.press('Enter');
  await expectView(page, 'detected');
  await tabTo(page, button(page, '+1 h'));
  await page.keyboard.press('Enter');
  await expectView(page, 'completed');
  await page.getByRole('heading', {name: 'Your payment'}).click(); // back to the top of the page
  await tabTo(page, part(page, 'return-link'));
  await page.keyboard.press('Enter');
  await expectReturn(page, 'SUCCESS');
});
