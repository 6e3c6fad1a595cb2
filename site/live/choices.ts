import {make} from '../../demo/page/dom.js';
import {INVOICE_TYPES} from '../../src/core/invoice.js';
import {loaders} from '../../src/localize/loaders.js';
import {PRICES} from './goods.js';

const NAMES = new Intl.DisplayNames('en', {type: 'language'});

/** What a visitor can choose; the first of each is chosen. */
const CHOICES = {
  type: {label: 'Invoice', values: INVOICE_TYPES},
  currency: {label: 'Currency', values: Object.keys(PRICES)},
  lang: {label: 'Language', values: ['en', ...Object.keys(loaders)]},
  look: {label: 'Look', values: ['plain', 'paper', 'terminal', 'bloom']},
  theme: {label: 'Colours', values: ['auto', 'light', 'dark']},
} as const;

type Choice = keyof typeof CHOICES;

/** What is chosen. */
export type Chosen = {readonly [Key in Choice]: (typeof CHOICES)[Key]['values'][number]};

/** Fills a form with a select for each choice. @param change hears of what was chosen, and which choice it was */
export function showChoices(form: HTMLElement, change: (chosen: Chosen, what: Choice) => void): Chosen {
  const selects = Object.entries(CHOICES).map(([name, {label, values}]) => {
    const options = values.map((value) =>
      make('option', {value}, name === 'lang' ? `${value} – ${NAMES.of(value)}` : value),
    );
    const select = make('select', {name}, ...options);
    form.append(make('label', {}, label, select));
    return select;
  });
  const read = () => Object.fromEntries(selects.map(({name, value}) => [name, value])) as Chosen;
  for (const select of selects)
    select.addEventListener('change', () => change(read(), select.name as Choice));
  return read();
}
