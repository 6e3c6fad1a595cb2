import {CHOICES, hasType, type Picture} from '../../../demo/gallery/picture.js';
import {SPECIAL_CASES} from '../../../demo/gallery/special-cases.js';
import {VIEW_KINDS} from '../../../src/core/invoice-view.js';
import {INVOICE_TYPES} from '../../../src/core/invoice.js';

/** One picture that there is a baseline of. */
export interface Shot extends Partial<Picture> {
  readonly name: string;
  readonly forcedColors?: 'active';
  readonly offline?: true;
}

export const THEMES = ['light', 'dark'] as const;
export const LOOKS = CHOICES.look.filter((look) => look !== 'plain');
/** Both ways of writing: the card reads its direction off the language, unless it is told. */
export const SCRIPTS = [{lang: 'en'}, {lang: 'ar', dir: 'rtl'}] as const;

const views = VIEW_KINDS.flatMap((view) =>
  THEMES.flatMap((theme) =>
    SCRIPTS.map((script): Shot => ({name: `${view}-${theme}-${script.lang}`, view, theme, ...script})),
  ),
);

/** SINGLE is what all the others show. */
const types = INVOICE_TYPES.filter((type) => type !== 'SINGLE' && hasType('awaiting', type)).map(
  (type): Shot => ({
    name: `awaiting-${type.toLowerCase().replace('_', '-')}`,
    view: 'awaiting',
    type,
    theme: 'light',
  }),
);

const cases = SPECIAL_CASES.map((special): Shot => ({name: special, special, theme: 'light'}));

const looks = LOOKS.flatMap((look) =>
  THEMES.map((theme): Shot => ({name: `${look}-${theme}`, view: 'awaiting', look, theme})),
);

const narrow = (['awaiting', 'detected', 'intervention'] as const).map((view): Shot => ({
  name: `${view}-320`,
  view,
  theme: 'light',
  width: '320',
}));

const forced = (['awaiting', 'detected', 'intervention', 'completed'] as const).map((view): Shot => ({
  name: `${view}-forced`,
  view,
  forcedColors: 'active',
}));

export const SHOTS: readonly Shot[] = [
  ...views,
  ...types,
  ...cases,
  {name: 'offline', special: 'trouble', theme: 'light', offline: true},
  ...looks,
  ...narrow,
  {name: 'many-decimals-320', special: 'many-decimals', theme: 'light', width: '320'},
  ...forced,
];
