import type {Property} from './properties.js';

/** What was set: values by name, as CSS. */
export type Values = ReadonlyMap<string, string>;

/** The value of a colour in light and dark; one where both are the same. */
export const colourValue = (light: string, dark: string): string =>
  light === dark ? light : `light-dark(${light}, ${dark})`;

/** The style sheet that sets these values, and then has these rules. */
export function styleSheet(properties: readonly Property[], values: Values, rules: string): string {
  const lines = properties.flatMap(({name}) => {
    const value = values.get(name);
    return value ? [`  ${name}: ${value};`] : [];
  });
  const own = lines.length ? `calypso-invoice {\n${lines.join('\n')}\n}\n` : '';
  return [own, rules.trim() && `${rules.trim()}\n`].filter(Boolean).join('\n');
}
