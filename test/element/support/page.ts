import {fixture, html} from '@open-wc/testing';
import type {CalypsoInvoiceElement} from '../../../src/index.js';
import {eventually} from './card.js';

/** A shop's page in a frame, which may be left, with two cards on it and everything fresh. */
export interface Page {
  readonly window: Window;
  readonly cards: CalypsoInvoiceElement[];
  /** What broke the page's content security policy, and errors that nobody caught. */
  readonly troubles: string[];
}

export const PAGE = `${location.origin}/test/element/support/page.html`;

/** @param search with the `paymentStatus` that a return URL will have, going back to this page is a jump in it */
export async function openPage(search = ''): Promise<Page> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="shop"></iframe>`);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
  frame.src = PAGE + search;
  await loaded;
  const window = frame.contentWindow as Window & {customElements: CustomElementRegistry};
  const troubles: string[] = [];
  window.addEventListener('error', ({message}) => troubles.push(message));
  window.addEventListener('unhandledrejection', ({reason}) => troubles.push(String(reason)));
  window.document.addEventListener('securitypolicyviolation', (violation) =>
    troubles.push(`${violation.effectiveDirective} ${violation.blockedURI} ${violation.sample}`),
  );
  await eventually(() => !!window.customElements.get('calypso-invoice'), 'the script did not run');
  const cards = Array.from(window.document.querySelectorAll('calypso-invoice'));
  await Promise.all(cards.map(({updateComplete}) => updateComplete));
  return {window, cards, troubles};
}
