/** Marks the page as left, across elements and copies of the script. */
const LEFT = Symbol.for('calypso-invoice.left');
const page = globalThis as {[LEFT]?: boolean};

/** Which window is left; what names none of those around the card is its own. */
export const targetOf = (target: string): string =>
  target === '_top' || target === '_parent' ? target : '_self';

/**
 * Leaves the page for `url`, which was checked before, without an entry in the history that Back could loop through.
 * @param target which window; one that refuses (a sandboxed frame) leaves the page as it is
 * @param unasked by itself, not by the payer's click: then only once per page
 */
export function leavePage(url: string, target: string, unasked: boolean): void {
  if (unasked && page[LEFT]) return;
  page[LEFT] = true;
  const frame = target === '_top' ? window.top : target === '_parent' ? window.parent : window;
  try {
    (frame ?? window).location.replace(url);
  } catch {
    page[LEFT] = false; // the link stays for the payer to follow
  }
}
