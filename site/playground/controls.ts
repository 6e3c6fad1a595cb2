import {make} from '../../demo/page/dom.js';
import type {Property} from './properties.js';
import {colourValue, type Values} from './style-sheet.js';

/** A control for one property, and the value that it now has; undefined where nobody touched it. */
interface Control {
  readonly element: HTMLElement;
  read(): string | undefined;
}

function field(property: Exclude<Property, {kind: 'colour'}>): Control {
  const {kind, name, value} = property;
  const input = make('input', {name, type: kind === 'length' ? 'number' : 'text', min: '0'});
  input.value = input.defaultValue = kind === 'length' ? String(parseFloat(value)) : value;
  const read = () => {
    if (input.value === input.defaultValue || !input.value) return undefined;
    return kind === 'length' ? `${input.value}px` : input.value;
  };
  return {element: make('label', {}, make('code', {}, name), input), read};
}

function colour({name, light, dark}: Extract<Property, {kind: 'colour'}>): Control {
  const inputs = [light, dark].map((value, i) => {
    const input = make('input', {name, type: 'color', ariaLabel: `${name}, ${i ? 'dark' : 'light'}`});
    input.value = input.defaultValue = value;
    return input;
  });
  const read = () => {
    if (inputs.every((input) => input.value === input.defaultValue)) return undefined;
    const [inLight = '', inDark = ''] = inputs.map(({value}) => value);
    return colourValue(inLight, inDark);
  };
  return {element: make('div', {}, make('code', {}, name), ...inputs), read};
}

/** Fills a form with a control for each property. @returns reads all that was set */
export function showControls(form: HTMLFormElement, properties: readonly Property[]): () => Values {
  const controls = properties.map((property) => {
    const control = property.kind === 'colour' ? colour(property) : field(property);
    form.append(control.element);
    return [property.name, control] as const;
  });
  return () =>
    new Map(
      controls.flatMap(([name, control]) => {
        const value = control.read();
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
}
