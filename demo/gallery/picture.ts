import {VIEW_KINDS} from '../../src/core/invoice-view.js';
import {INVOICE_TYPES, isUnlimited, type InvoiceType} from '../../src/core/invoice.js';
import {loaders} from '../../src/localize/loaders.js';
import {BY_VIEW, invoiceOf} from './fixtures.js';
import {SPECIAL_CASES, specialCase} from './special-cases.js';
import type {Specimen} from './specimen.js';

/** All that can be chosen; the first of each is what is shown unasked. */
export const CHOICES = {
  view: ['all', ...VIEW_KINDS],
  type: INVOICE_TYPES,
  special: ['none', 'all', ...SPECIAL_CASES],
  look: ['plain', 'paper', 'terminal', 'bloom'],
  theme: ['auto', 'light', 'dark'],
  dir: ['auto', 'ltr', 'rtl'],
  lang: ['en', ...Object.keys(loaders)],
  width: ['400', '320', '760'],
} as const;

/** What the gallery shows. Its query is its name: a link shows exactly that. */
export type Picture = {readonly [Key in keyof typeof CHOICES]: (typeof CHOICES)[Key][number]};

const KEYS = Object.keys(CHOICES) as (keyof Picture)[];

/** @param query what is not in it, or is no choice, is as unasked */
export function readPicture(query: URLSearchParams): Picture {
  const entries = KEYS.map((key) => {
    const choices: readonly string[] = CHOICES[key];
    return [key, choices.find((choice) => choice === query.get(key)) ?? choices[0]];
  });
  return Object.fromEntries(entries) as Picture;
}

export const queryOf = (picture: Partial<Picture>): string =>
  new URLSearchParams(
    KEYS.flatMap((key) => {
      const value = picture[key];
      return value === undefined || value === CHOICES[key][0] ? [] : [[key, value]];
    }),
  ).toString();

/** An unlimited invoice waits for money until it is closed: nothing else ever becomes of it. */
export const hasType = (view: Picture['view'], type: InvoiceType): boolean =>
  !isUnlimited(type) || ['all', 'loading', 'unavailable', 'awaiting', 'archived', 'unknown'].includes(view);

export function specimensOf({view, type, special}: Pick<Picture, 'view' | 'type' | 'special'>): Specimen[] {
  if (special !== 'none') return (special === 'all' ? SPECIAL_CASES : [special]).map(specialCase);
  return VIEW_KINDS.filter((kind) => (view === 'all' || kind === view) && hasType(kind, type)).map((kind) => {
    if (kind === 'loading') return {name: kind, answer: 'never'};
    if (kind === 'unavailable') return {name: kind, answer: 'not-found'};
    return {name: kind, invoices: [invoiceOf(type, BY_VIEW[kind])]};
  });
}
