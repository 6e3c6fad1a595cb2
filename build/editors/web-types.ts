import {elementsOf, type ElementDeclaration, type Manifest, type Named} from './manifest.js';

/** JetBrains' description of the element, for every editor that reads the "web-types" of a package. */
export const webTypes = (manifest: Manifest, {name, version}: {name: string; version: string}) => ({
  $schema: 'https://json.schemastore.org/web-types',
  name,
  version,
  'js-types-syntax': 'typescript',
  'description-markup': 'markdown',
  contributions: {html: {elements: elementsOf(manifest).map(contribution)}},
});

const contribution = (element: ElementDeclaration) => ({
  name: element.tagName,
  description: element.description,
  attributes: element.attributes.map((attribute) => ({
    ...named(attribute),
    default: attribute.default,
    value: {type: attribute.type?.text},
  })),
  slots: element.slots.map(named),
  js: {
    properties: element.members.filter(({kind}) => kind === 'field').map(typed),
    events: element.events.map(typed),
  },
  css: {
    properties: element.cssProperties.map(named),
    parts: element.cssParts.map(named),
    'pseudo-classes': element.cssStates.map(({name, ...state}) => named({name: `state(${name})`, ...state})),
  },
});

const named = ({name, description}: Named) => ({name, description});

const typed = (item: Named) => ({...named(item), type: item.type?.text});
