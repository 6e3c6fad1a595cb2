import axe from 'axe-core';
import type {Picture} from '../../../demo/gallery/picture.js';
import {expect, test, type Gallery} from './gallery.js';
import {LOOKS, SCRIPTS, THEMES} from './pictures.js';

/** What axe finds within each of these, with every rule that it has and no exception. */
async function violationsIn({page}: Gallery, selector: string): Promise<unknown[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (selector) => {
    const {axe: loaded} = globalThis as unknown as {axe: typeof axe};
    const found: unknown[] = [];
    // One alone at a time: a real page has one card, and axe looks at all that is shown, again each time.
    const elements = [...document.querySelectorAll<HTMLElement>(selector)];
    for (const element of elements) {
      for (const other of elements) other.hidden = other !== element;
      const {violations, passes} = await loaded.run(element, {resultTypes: ['violations']});
      const name = element.querySelector('figcaption')?.textContent ?? selector;
      if (passes.length < 5) found.push(`${name}: axe saw next to nothing`);
      for (const {id, nodes} of violations)
        found.push(...nodes.map(({html, failureSummary}) => `${name}: ${id}: ${html} ${failureSummary}`));
    }
    return found;
  }, selector);
}

const COLOURS = [
  ...THEMES.map((theme) => ({name: theme, theme, forcedColors: 'none'}) as const),
  {name: 'forced colours', theme: 'auto', forcedColors: 'active'} as const,
];

// axe waits for a timer after each rule, and Playwright's clock fires one at a time.
test.use({ticking: true});
test.slow(); // a machine that does other things as well needs a second for each card

for (const {name, theme, forcedColors} of COLOURS)
  test.describe(`axe finds nothing, ${name}`, () => {
    const check = (title: string, picture: Partial<Picture>, selector = 'figure') =>
      test(title, async ({gallery}) => {
        await gallery.page.emulateMedia({forcedColors, colorScheme: theme === 'dark' ? 'dark' : 'light'});
        await gallery.show({theme, ...picture});
        expect(await violationsIn(gallery, selector)).toEqual([]);
      });

    check('the gallery itself', {view: 'awaiting'}, 'html');
    for (const script of SCRIPTS) check(`every view, ${script.lang}`, {view: 'all', ...script});
    for (const type of ['SINGLE_FIAT', 'BOUND', 'UNLIMITED'] as const)
      check(`awaiting, ${type}`, {view: 'awaiting', type});
    check('every special case', {special: 'all'});
    if (forcedColors === 'none')
      for (const look of LOOKS) check(`awaiting, ${look}`, {view: 'awaiting', look});
  });
