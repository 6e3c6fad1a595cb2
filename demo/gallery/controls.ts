import {make} from '../page/dom.js';
import {CHOICES, hasType, type Picture} from './picture.js';

const LABELS: Readonly<Record<keyof Picture, string>> = {
  view: 'View',
  type: 'Type',
  special: 'Special case',
  look: 'Look',
  theme: 'Colours',
  dir: 'Direction',
  lang: 'Language',
  width: 'Width',
};

/** A select for each thing that can be chosen. @param change hears of each choice */
export function controls(picture: Picture, change: (picture: Picture) => void): HTMLElement[] {
  return (Object.keys(CHOICES) as (keyof Picture)[]).map((key) => {
    const select = make('select', {name: key, disabled: isMoot(key, picture)});
    for (const value of CHOICES[key]) {
      const disabled = key === 'type' && !hasType(picture.view, value as Picture['type']);
      select.append(make('option', {value, disabled, selected: value === picture[key]}, wordFor(key, value)));
    }
    select.addEventListener('change', () => change({...picture, [key]: select.value}));
    return make('label', {}, LABELS[key], select);
  });
}

/** A special case is of one view and one type. */
const isMoot = (key: keyof Picture, {special}: Picture): boolean =>
  special !== 'none' && (key === 'view' || key === 'type');

function wordFor(key: keyof Picture, value: string): string {
  if (key === 'width') return `${value} px`;
  if (key === 'lang') return new Intl.DisplayNames(value, {type: 'language'}).of(value) ?? value;
  return key === 'type' ? value : value.replaceAll('-', ' ');
}
