import {elementsOf, wordsOf, type ElementDeclaration, type Manifest, type Named} from './manifest.js';

const LISTS = {
  events: 'Events',
  slots: 'Slots',
  cssParts: 'CSS parts',
  cssProperties: 'CSS custom properties',
  cssStates: 'CSS states',
} as const;

/** VS Code's custom data for HTML: what it completes in markup, and says when the pointer rests on it. */
export const htmlData = (manifest: Manifest) => ({
  version: 1.1,
  tags: elementsOf(manifest).map((element) => ({
    name: element.tagName,
    description: markdown(describe(element)),
    attributes: element.attributes.map(({name, description, type}) => ({
      name,
      ...(description && {description: markdown(description)}),
      ...(type?.text === 'boolean' && {valueSet: 'v'}),
      ...(wordsOf(type?.text).length && {values: wordsOf(type?.text).map((word) => ({name: word}))}),
    })),
  })),
});

/** The format knows attributes only: the rest stands in the text. */
function describe(element: ElementDeclaration): string {
  const properties = element.members.filter(({kind}) => kind === 'field');
  const lists = Object.entries(LISTS).map(([key, title]) => list(title, element[key as keyof typeof LISTS]));
  return [element.description ?? '', list('Properties', properties), ...lists].join('\n\n');
}

const list = (title: string, items: readonly Named[]): string =>
  [`**${title}**\n`, ...items.map(item)].join('\n');

const item = ({name, description, type}: Named): string =>
  `- \`${name || '(default)'}\`${type ? ` _${type.text}_` : ''}${description ? `: ${description.replace(/\s+/g, ' ')}` : ''}`;

const markdown = (value: string) => ({kind: 'markdown', value});
