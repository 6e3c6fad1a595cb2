import {fixture, html, waitUntil} from '@open-wc/testing';
import type {CalypsoInvoiceElement, InvoiceView} from '../../../src/index.js';
import '../../../src/index.js';
import './events.js';
import {Shop, silence, type Answer} from './shop.js';

type Properties = Partial<Omit<CalypsoInvoiceElement, 'invoice'>> & {invoice?: unknown};

/** A card in the page, after the first answer of its shop has come and is shown. */
export async function show(answer: Answer, properties: Properties = {}, content = '') {
  const shop = new Shop(answer);
  const el = await place({src: '/invoices/1', fetch: shop.fetch, ...properties}, content);
  if (answer === silence) return {el, shop};
  // The first read is under way; this joins it.
  await read(el);
  return {el, shop};
}

/** A card in the page that was given its invoice as data. */
export const showData = (invoice: unknown, properties: Properties = {}) => place({invoice, ...properties});

/** A card in the page with these properties and this content. */
export async function place(properties: Properties, content = ''): Promise<CalypsoInvoiceElement> {
  const parent = await fixture(html`<div></div>`);
  const el = document.createElement('calypso-invoice');
  el.innerHTML = content;
  // The page of the test runner must not be left, not even by a card that is out of the page.
  el.addEventListener('calypso-redirect', (event) => event.preventDefault());
  Object.assign(el, properties);
  parent.append(el);
  await el.updateComplete;
  return el;
}

/** Reads once more, or joins the read under way; what came of it is shown. */
export async function read(el: CalypsoInvoiceElement): Promise<void> {
  await el.refresh();
  await el.updateComplete;
}

export const root = (el: CalypsoInvoiceElement): ShadowRoot => el.shadowRoot!;

export const part = (el: CalypsoInvoiceElement, name: string): HTMLElement | null =>
  root(el).querySelector(`[part~="${name}"]`);

/** All parts that are in the card now. */
export const parts = (el: CalypsoInvoiceElement): Set<string> =>
  new Set(Array.from(root(el).querySelectorAll('[part]'), ({part}) => [...part]).flat());

export function press(el: CalypsoInvoiceElement, name: string): void {
  const target = part(el, name);
  if (!target) throw new Error(`There is no ${name} to press.`);
  target.click();
}

/** What stands on the card, whitespace collapsed; without what only a screen reader gets. */
export function words(el: CalypsoInvoiceElement): string {
  const card = part(el, 'card')!.cloneNode(true) as HTMLElement;
  card.querySelector('[role=status]')?.remove();
  return tidy(card.textContent);
}

export const tidy = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** What the live region says now. */
export const said = (el: CalypsoInvoiceElement): string => tidy(liveRegion(el).textContent);

export const liveRegion = (el: CalypsoInvoiceElement): HTMLElement =>
  root(el).querySelector('[role=status]')!;

/** Everything that the live region says from now on. */
export function listen(el: CalypsoInvoiceElement): string[] {
  const heard: string[] = [];
  const note = () => said(el) && heard.push(said(el));
  new MutationObserver(note).observe(liveRegion(el), {childList: true, characterData: true, subtree: true});
  return heard;
}

/** The kinds of view that are shown from now on. */
export function watch(el: CalypsoInvoiceElement): Set<InvoiceView['kind']> {
  const kinds = new Set([el.view.kind]);
  const note = () => kinds.add(el.view.kind);
  new MutationObserver(note).observe(root(el), {childList: true, characterData: true, subtree: true});
  return kinds;
}

export const notices = (el: CalypsoInvoiceElement): string[] =>
  Array.from(root(el).querySelectorAll('[part~=notice]'), ({textContent}) => tidy(textContent));

/** Waits for what must come; patient, because a machine may be busy. */
export const eventually = (condition: () => boolean, otherwise: string): Promise<void> =>
  waitUntil(condition, otherwise, {interval: 10, timeout: 6000});

/** Waits until the card shows a view of this kind. */
export async function reaches(el: CalypsoInvoiceElement, kind: InvoiceView['kind']): Promise<void> {
  await eventually(() => el.view.kind === kind, `never became ${kind}`);
  await el.updateComplete;
}
