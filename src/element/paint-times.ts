import {formatDuration} from '../core/instant.js';
import {fromNow} from '../localize/intl.js';
import type {Texts} from '../localize/registry.js';

/** What changes with time alone, in a card that has been rendered. */
export interface Times {
  /** ms left to pay; undefined where nothing runs out. */
  readonly remaining: number | undefined;
  /** ms that there were to pay; NaN where that is not known. */
  readonly length: number;
}

/** Writes the timer past Lit, one text node a second: a tick renders nothing else. */
export function paintTimer(root: ParentNode, {remaining, length}: Times): void {
  if (remaining === undefined) return;
  write(root.querySelector('.clock'), formatDuration(remaining));
  const bar = root.querySelector<HTMLElement>('.bar i');
  const width = `${Math.round(Math.min(1, Math.max(0, remaining / length)) * 200) / 2}%`;
  if (bar && length > 0 && bar.style.inlineSize !== width) bar.style.inlineSize = width;
}

/**
 * Writes how long ago the invoice was read. In steps, so that nothing moves while all is well.
 * @param age ms
 */
export function paintAge(root: ParentNode, age: number, texts: Texts): void {
  const seconds = age < 10_000 ? 0 : Math.floor(age / 5000) * 5;
  const ago =
    seconds < 60 ? fromNow(-seconds, 'second', texts) : fromNow(-Math.floor(seconds / 60), 'minute', texts);
  write(root.querySelector('.checked'), texts.messages.lastChecked(ago));
}

function write(element: Element | null, text: string): void {
  const node = element?.lastChild;
  if (node instanceof Text && node.data !== text) node.data = text;
}
