import {readFileSync} from 'node:fs';

// The comment of the class is the contract: test/package/manifest.test.ts holds the manifest to it.
const source = readFileSync('src/element/calypso-invoice-element.ts', 'utf8');
const comment = source.slice(source.indexOf('* @element'), source.indexOf('export class'));
const names = (pattern: RegExp) => new Set(Array.from(comment.matchAll(pattern), ([, name = '']) => name));

/** What the element has, by its public names. */
export const CONTRACT = {
  attributes: names(/@attr \{[^}]*\} \[?([\w-]+)/g),
  events: names(/@fires \{\w+\} ([\w-]+)/g),
  slots: names(/@slot (?:(?!-)(\S+) )?- /g),
  parts: names(/@csspart (\S+)/g),
  properties: names(/@cssprop \[?(--[\w-]+)/g),
  states: names(/@cssState (\S+)/g),
};
