import {formatDuration, parseInstant} from '../core/instant.js';
import type {Invoice} from '../core/invoice.js';
import {fromNow} from '../localize/intl.js';
import type {Texts} from '../localize/registry.js';

/** Where a rendered card has what changes with time alone. */
export interface Places {
  readonly clock: Element | null;
  readonly bar: HTMLElement | null;
  readonly checked: Element | null;
  /** ms that there were to pay; NaN where that is not known. */
  readonly length: number;
}

/** Looked up once a rendering: a tick should find nothing anew. */
export const placesIn = (root: ParentNode, invoice: Invoice | null): Places => ({
  clock: root.querySelector('.clock'),
  bar: root.querySelector('.bar i'),
  checked: root.querySelector('.checked'),
  length: (parseInstant(invoice?.expiration) ?? 0) - (parseInstant(invoice?.createdDate) ?? NaN),
});

/**
 * Writes the timer past Lit, one text node a second: a tick renders nothing else.
 * @param remaining ms left to pay; undefined where nothing runs out
 */
export function paintTimer({clock, bar, length}: Places, remaining: number | undefined): void {
  if (remaining === undefined) return;
  write(clock, formatDuration(remaining));
  const width = `${Math.round(Math.min(1, Math.max(0, remaining / length)) * 200) / 2}%`;
  if (bar && length > 0 && bar.style.inlineSize !== width) bar.style.inlineSize = width;
}

/**
 * Writes how long ago the invoice was read. In steps, so that nothing moves while all is well.
 * @param age ms
 */
export function paintAge({checked}: Places, age: number, texts: Texts): void {
  const seconds = age < 10_000 ? 0 : Math.floor(age / 5000) * 5;
  const ago =
    seconds < 60 ? fromNow(-seconds, 'second', texts) : fromNow(-Math.floor(seconds / 60), 'minute', texts);
  write(checked, texts.messages.lastChecked(ago));
}

function write(element: Element | null, text: string): void {
  const node = element?.lastChild;
  if (node instanceof Text && node.data !== text) node.data = text;
}
