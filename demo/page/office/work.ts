import {ApiError} from '../api.js';
import {byId} from '../dom.js';

const office = byId('office', HTMLElement);
const status = byId('status', HTMLElement);

/** One after the other: no older answer is ever shown over a newer one. */
let last = Promise.resolve();

/**
 * Does something, and says what came of it.
 * @param after what there is to show then, whether it was done or not
 */
export function run(work: () => Promise<string>, after?: () => Promise<unknown>): Promise<void> {
  last = last.then(async () => {
    office.ariaBusy = 'true';
    let said = await work().catch((error: unknown) => `Not done. ${inWords(error)}`);
    const focused = document.activeElement;
    const item = focused?.closest('[data-key]');
    const section = focused?.closest('section');
    await after?.().catch((error: unknown) => (said = inWords(error)));
    if (focused && !isThere(focused)) refocus(item, section);
    status.textContent = said;
    office.ariaBusy = 'false';
  });
  return last;
}

const isThere = (element: Element) => element.isConnected && element.checkVisibility();

/** Where the button that was pressed is gone, the keyboard goes on next to it. */
function refocus(item: Element | null | undefined, section: Element | null | undefined): void {
  const next = item?.isConnected ? item.querySelector('[aria-expanded]') : section?.querySelector('h2');
  if (next instanceof HTMLElement) next.focus();
}

const inWords = (error: unknown): string =>
  error instanceof ApiError ? error.message : 'Something went wrong.';
