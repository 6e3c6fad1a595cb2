import {CONTRACT} from './contract.js';

const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'source']);
const OF_ALL = /^(lang|dir|id|class|hidden|slot|style|ref|key|data-[\w-]+|aria-[\w-]+)$/;
const TAG =
  /<!--.*?-->|<!doctype[^>]*>|<(?<close>\/?)(?<name>[\w-]+)(?<rest>(?:[^<>"'{]|"[^"]*"|'[^']*'|\{[^}]*\})*)>/gis;
const ATTRIBUTE = /(?<name>[^\s="'>/{}]+)(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}|[^\s"'>]+))?/g;

/** What is wrong with a piece of HTML, or of a framework's template: names that the card has not, tags that do not match. */
export function markupFaults(markup: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const code = markup.replace(/(<(script|style)\b[^>]*>).*?(?=<\/\2>)/gis, '$1');
  for (const {groups = {}} of code.matchAll(TAG)) {
    const {name = '', close, rest = ''} = groups;
    if (!name) continue;
    if (close) {
      if (open.pop() !== name) faults.push(`</${name}> closes nothing`);
      continue;
    }
    if (!VOID.has(name) && !rest.endsWith('/')) open.push(name);
    if (name === 'calypso-invoice') faults.push(...cardFaults(rest));
    const slot = /\bslot="([^"]*)"/.exec(rest)?.[1];
    if (slot && open.includes('calypso-invoice') && !CONTRACT.slots.has(slot)) faults.push(`no slot ${slot}`);
  }
  return [...faults, ...open.map((name) => `<${name}> is not closed`)];
}

/** Frameworks spell what is no plain attribute with a prefix: `:src`, `.invoice`, `@calypso-copy`, `prop:invoice`. */
function cardFaults(attributes: string): string[] {
  return Array.from(attributes.matchAll(ATTRIBUTE), ({groups = {}}) => groups['name'] ?? '').flatMap(
    (name) => {
      const [, prefix = '', bare = ''] =
        /^(@|on:|on(?=calypso-)|:|\.|\?|prop:|attr:|bind:|v-bind:|\[|\()?(.*?)[\])]?$/.exec(name) ?? [];
      const event = /^(@|on|on:|\()$/.test(prefix);
      const known = event
        ? CONTRACT.events.has(bare)
        : OF_ALL.test(bare) || CONTRACT.attributes.has(bare) || (prefix !== '' && PROPERTIES.has(bare));
      return known ? [] : [`<calypso-invoice> has no ${event ? 'event' : 'attribute'} ${name}`];
    },
  );
}

/** Set by templates as properties. */
const PROPERTIES = new Set([
  'invoice',
  'fetch',
  'pollInterval',
  'returnUrl',
  'redirectDelay',
  'redirectTarget',
]);
