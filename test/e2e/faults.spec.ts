import {expect, test, type Page} from '@playwright/test';
import {CATALOGUE} from '../faults/catalogue.js';
import {openFaultShop} from './support/fault-shop.js';
import {WIRE_FAULTS} from './support/wire-faults.js';

/** What the browser itself does to a request. */
const BROWSER_FAULTS: Readonly<Record<string, string>> = {
  'dns-failure': 'namenotresolved',
  'connection-refused': 'connectionrefused',
  'tls-failure': 'failed',
  'offline-unsaid': 'internetdisconnected',
  'ad-blocker': 'blockedbyclient',
};
/** Nothing is wrong but what the browser says. */
const SAID_ONLY = 'offline-event-only';
const IDS = [...Object.keys(WIRE_FAULTS), ...Object.keys(BROWSER_FAULTS), SAID_ONLY];

/** Cards that do not show this view. */
const without = (page: Page, kind: string) =>
  page.evaluate(
    (kind) =>
      [...document.querySelectorAll('calypso-invoice')]
        .filter((card) => !card.matches(`:state(${kind})`))
        .map(({id}) => id),
    kind,
  );

test('every fault of the network and of HTTP is here', () => {
  const known = CATALOGUE.filter(({group}) => group === 'network' || group === 'http').map(({id}) => id);
  expect([...IDS].sort()).toEqual(known.sort());
});

test('after any fault of the network and of HTTP, every card sees the end', async ({page}) => {
  test.setTimeout(90_000);
  const shop = await openFaultShop(IDS);
  try {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    const met = new Map<string, number>();
    for (const [id, code] of Object.entries(BROWSER_FAULTS))
      await page.route(`**/faults/${id}`, async (route) => {
        met.set(id, (met.get(id) ?? 0) + 1);
        await route.abort(code);
      });
    await page.goto(shop.url);
    await page.evaluate(() => dispatchEvent(new Event('offline')));
    const patience = {timeout: 40_000};
    await expect.poll(() => shop.waiting(1).filter((id) => !met.has(id)), patience).toEqual([]);
    expect((await without(page, 'awaiting')).sort()).not.toEqual([]);

    await shop.complete();
    shop.heal();
    await page.unrouteAll();
    await expect.poll(() => without(page, 'completed'), patience).toEqual([]);
    expect(errors).toEqual([]);
  } finally {
    await shop.close();
  }
});
