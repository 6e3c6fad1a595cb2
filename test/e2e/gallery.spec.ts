// The card's looks against pictures and places that were looked at and found good. After a change that is meant:
// `npx playwright test gallery --update-snapshots`, then look at every picture that Git shows as changed.
import {en} from '../../src/locales/en.js';
import {Baseline} from './gallery/baseline.js';
import {measureBoxes, movedBoxes, OTHER_FONTS, SAME_FONTS, type Box} from './gallery/boxes.js';
import {measureFonts, sameFonts, type FontWidths} from './gallery/fonts.js';
import {expect, test, type Gallery} from './gallery/gallery.js';
import {SHOTS} from './gallery/pictures.js';
import {shrink} from './gallery/small-png.js';

const boxBaseline = new Baseline<Box[]>('boxes.json');
const fontBaseline = new Baseline<FontWidths>('fonts.json');

/** Anti-aliasing passes; a block that has moved, or has another colour, does not. */
const TOLERANCE = {maxDiffPixelRatio: 0.002, threshold: 0.04};

const isUpdate = () => ['all', 'changed'].includes(test.info().config.updateSnapshots);

let known: Promise<boolean> | undefined;

/** Whether this machine has the fonts of the baselines; measured once in each worker. */
const hasFonts = (gallery: Gallery): Promise<boolean> =>
  (known ??= (async () => {
    await gallery.show({view: 'awaiting'});
    const widths = await measureFonts(gallery.card);
    if (isUpdate()) await fontBaseline.write({chromium: widths});
    const {chromium} = fontBaseline.read();
    if (!chromium) throw new Error('There are no baselines yet: run with --update-snapshots.');
    return sameFonts(widths, chromium);
  })());

test('what is compared on this machine', async ({gallery}) => {
  const description = (await hasFonts(gallery))
    ? 'pixels and the places of parts'
    : 'the places of parts only: these are not the fonts that the pictures were taken with';
  test.info().annotations.push({type: 'compared', description});
  console.log(`gallery: ${description}`);
});

for (const {name, forcedColors, offline, ...picture} of SHOTS)
  test(name, async ({gallery}) => {
    const {page, card} = gallery;
    const byPixels = await hasFonts(gallery);
    if (forcedColors) await page.emulateMedia({forcedColors});
    await gallery.show(picture);
    if (offline) {
      await page.waitForLoadState('networkidle'); // what the card still loads is no matter of this picture
      await page.context().setOffline(true);
      await expect(card.locator('[part=notice]')).toHaveText(en.notices.offline);
    }
    expect(await card.locator('[part=card]').getAttribute('lang')).toBe(picture.lang ?? 'en');
    const boxes = await measureBoxes(card);
    if (isUpdate()) await boxBaseline.write({[name]: boxes});
    const moved = movedBoxes(boxes, boxBaseline.read()[name] ?? [], byPixels ? SAME_FONTS : OTHER_FONTS);
    expect(moved).toEqual([]);
    if (byPixels) await expect(card).toHaveScreenshot(`${name}.png`, TOLERANCE);
    if (isUpdate()) shrink(test.info().snapshotPath(`${name}.png`, {kind: 'screenshot'}));
  });
