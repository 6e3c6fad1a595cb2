import type {Page} from '@playwright/test';
import {BY_VIEW, invoiceOf, NOW} from '../../../demo/gallery/fixtures.js';
import {expect, test} from './gallery.js';

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly {readonly previousRect: DOMRect; readonly currentRect: DOMRect}[];
}

/** Each jump of something that was seen before: how bad, and from where to where. */
type Jump = readonly [value: number, ...from: string[]];

const JUMPS = 'jumps';

function watchJumps(name: string) {
  const jumps: Jump[] = [];
  Object.assign(globalThis, {[name]: jumps});
  new PerformanceObserver((list) => {
    for (const {value, sources} of list.getEntries() as LayoutShift[])
      jumps.push([value, ...sources.map((it) => `${it.previousRect.top} px -> ${it.currentRect.top} px`)]);
  }).observe({type: 'layout-shift', buffered: true});
}

/** What has jumped since this was last asked; the engine tells of a frame after it. */
const jumpsOf = (page: Page): Promise<Jump[]> =>
  page.evaluate(async (name) => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    return (globalThis as unknown as Record<string, Jump[]>)[name]?.splice(0) ?? [];
  }, JUMPS);

const SCREENS = [
  {name: 'a wide screen', viewport: {width: 1280, height: 1600}},
  {name: 'a phone', viewport: {width: 390, height: 844}},
];

for (const {name, viewport} of SCREENS)
  test.describe(name, () => {
    /** Shows the card of one view after the other. */
    const watchLife = (title: string, life: readonly (keyof typeof BY_VIEW)[]) =>
      test(`nothing jumps: ${title}`, async ({browser, origin}) => {
        const context = await browser.newContext({viewport});
        const page = await context.newPage();
        await page.clock.setFixedTime(NOW);
        await page.addInitScript(watchJumps, JUMPS);
        await page.goto(`${origin}/demo/gallery.html?view=loading`);
        await expect(page.locator('#wall')).toHaveAttribute('aria-busy', 'false');
        await jumpsOf(page); // of the page itself
        for (const view of life) {
          const invoice = {...invoiceOf('SINGLE', BY_VIEW[view]), logoUrl: `${origin}/logo.svg`};
          await page.locator('calypso-invoice').evaluate((card, given) => {
            Object.assign(card, {invoice: given});
          }, invoice);
          expect(await jumpsOf(page), `when it is ${view}`).toEqual([]);
        }
        await context.close();
      });

    watchLife('from loading to awaiting', ['awaiting']);
    watchLife('from loading to paid', ['awaiting', 'detected', 'compliance', 'paid', 'completed']);
  });
