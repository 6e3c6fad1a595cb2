import type {Locator} from '@playwright/test';

/** Widths of a text in the faces that pictures are made of: they tell one machine's fonts from another's. */
export type FontWidths = Readonly<Record<string, number>>;

/** The cards' own faces, light and bold, and each script that there are pictures in. */
export const measureFonts = (card: Locator): Promise<FontWidths> =>
  card.evaluate((element) => {
    const root = element.shadowRoot;
    const faces = {text: root?.querySelector('[part=card]'), address: root?.querySelector('[part=address]')};
    const texts = {Latin: 'Hamburgefonstiv 0123456789 mmmiiilll', Arabic: 'نص مرجعي لقياس الخطوط'};
    const widths: Record<string, number> = {};
    for (const [face, holder] of Object.entries(faces))
      for (const [script, text] of Object.entries(texts))
        for (const weight of [400, 700]) {
          const probe = document.createElement('span');
          probe.textContent = text;
          Object.assign(probe.style, {
            position: 'absolute',
            whiteSpace: 'nowrap',
            fontSize: '100px',
            fontWeight: weight,
          });
          holder?.append(probe);
          widths[`${face} ${script} ${weight}`] = Math.round(probe.getBoundingClientRect().width);
          probe.remove();
        }
    return widths;
  });

/** Less than a px in a thousand is the engine's rounding, not another face. */
export const sameFonts = (widths: FontWidths, baseline: FontWidths): boolean =>
  Object.keys(baseline).join() === Object.keys(widths).join() &&
  Object.entries(baseline).every(([name, width]) => Math.abs((widths[name] ?? 0) - width) <= width / 500);
