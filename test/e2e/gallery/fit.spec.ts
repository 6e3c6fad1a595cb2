import {CHOICES, queryOf, type Picture} from '../../../demo/gallery/picture.js';
import {expect, test} from './gallery.js';

/** Scripts and word lengths that differ most. */
const LANGUAGES = ['en', 'de', 'ru', 'ar', 'th'];

const PICTURES: readonly Partial<Picture>[] = [
  {view: 'all'},
  {special: 'all'},
  {view: 'awaiting', type: 'UNLIMITED'},
];

/** 320 CSS px is a small phone, and, at this height, a screen of 1280 × 1024 at 400 % of zoom (WCAG 1.4.10). */
test.use({viewport: {width: 320, height: 256}});

for (const lang of LANGUAGES)
  for (const picture of PICTURES)
    test(`${lang}, ${queryOf(picture) || 'view=all'}: nothing has to be scrolled sideways`, async ({
      gallery,
    }) => {
      const {page} = gallery;
      expect(CHOICES.lang).toContain(lang);
      await gallery.show({...picture, lang});
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
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
