import {styles} from '../../src/element/calypso-invoice.styles.js';

/** A custom property of the card, and what it is where nobody sets it. */
export type Property =
  | {readonly kind: 'colour'; readonly name: string; readonly light: string; readonly dark: string}
  | {readonly kind: 'length'; readonly name: string; readonly value: string}
  | {readonly kind: 'text'; readonly name: string; readonly value: string};

const USE =
  /var\((?<name>--calypso-[\w-]+),\s*(?:var\(--_light, (?<light>[^)]+)\) var\(--_dark, (?<dark>[^)]+)\)|(?<value>[^)]+))\)/g;

/** Every custom property that the card's own style sheet reads, in its order: it is the one list of them. */
export const PROPERTIES: readonly Property[] = Array.from(styles.cssText.matchAll(USE), ({groups = {}}) => {
  const {name = '', light, dark, value = ''} = groups;
  if (light && dark) return {kind: 'colour', name, light: sixDigits(light), dark: sixDigits(dark)};
  return {kind: value.endsWith('px') ? 'length' : 'text', name, value};
});

/** A colour as `<input type="color">` takes it. */
function sixDigits(colour: string): string {
  return /^#\w{3}$/.test(colour) ? colour.replace(/\w/g, '$&$&') : colour;
}
