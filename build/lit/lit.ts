// What the card takes from Lit, and nothing else.
export {LitElement, LitElement as ReactiveElement} from './element.js';
export {html, noChange, nothing} from './templates.js';

export const isServer = false;

export function css([text = '']: readonly string[]): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
