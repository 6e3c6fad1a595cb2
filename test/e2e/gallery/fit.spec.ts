import {CHOICES} from '../../../demo/gallery/picture.js';
import {expect, test} from './gallery.js';

/** Scripts and word lengths that differ most. */
const LANGUAGES = ['en', 'de', 'ru', 'ar', 'th'];

/** 320 CSS px is a small phone, and 400 % of zoom on a screen of 1280 (WCAG 1.4.10). */
const SCREENS = [
  {name: 'a phone of 320 px', viewport: {width: 320, height: 640}, deviceScaleFactor: 1},
  {name: '1280 px at 400 %', viewport: {width: 320, height: 256}, deviceScaleFactor: 4},
];

for (const {name, viewport, deviceScaleFactor} of SCREENS)
  test.describe(name, () => {
    for (const lang of LANGUAGES)
      for (const show of ['view=all', 'special=all', 'view=awaiting&type=UNLIMITED'])
        test(`${lang}, ${show}: nothing has to be scrolled sideways`, async ({browser, origin}) => {
          expect(CHOICES.lang).toContain(lang);
          const context = await browser.newContext({viewport, deviceScaleFactor});
          const page = await context.newPage();
          await page.goto(`${origin}/demo/gallery.html?${show}&lang=${lang}`);
          await expect(page.locator('#wall')).toHaveAttribute('aria-busy', 'false');
          const tooWide = await page.evaluate(() => {
            const root = document.documentElement;
            const inside = Array.from(document.querySelectorAll('calypso-invoice'), (card) =>
              Array.from(card.shadowRoot?.querySelectorAll('*') ?? []),
            ).flat();
            return [root, ...inside]
              .filter(
                (it) =>
                  it.getBoundingClientRect().right > root.clientWidth + 0.5 ||
                  it.getBoundingClientRect().left < -0.5,
              )
              .map((it) => `${it.localName}.${it.className} ${it.textContent.trim().slice(0, 40)}`);
          });
          expect(tooWide).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
          await context.close();
        });
  });
