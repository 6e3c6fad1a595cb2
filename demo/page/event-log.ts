import type {CalypsoInvoiceElement} from '../../src/index.js';
import {make} from './dom.js';

const MOST_ENTRIES = 50;

/** Writes what a card tells the page, the newest first, as plain text. */
export function logEvents(card: CalypsoInvoiceElement, log: HTMLElement): void {
  function write({type}: Event, details: string) {
    const time = make('time', {}, new Date().toLocaleTimeString('en-GB'));
    log.prepend(make('p', {}, time, ' ', make('b', {}, type), ' ', make('span', {}, details)));
    if (log.childElementCount > MOST_ENTRIES) log.lastElementChild?.remove();
  }

  card.addEventListener('calypso-state-change', (event) =>
    write(event, `${event.previousState ?? 'nothing'} → ${event.state}`),
  );
  card.addEventListener('calypso-copy', (event) =>
    write(event, `${event.field} ${event.value} ${event.ok ? 'copied' : 'selected, copying was refused'}`),
  );
  card.addEventListener('calypso-error', (event) => {
    const {error, retryIn} = event;
    const next = retryIn === null ? 'no retry' : `next read in ${(retryIn / 1000).toFixed(1)} s`;
    write(event, `${error.name}: ${error.message}; ${next}`);
  });
  card.addEventListener('calypso-redirect', (event) =>
    write(event, `${event.paymentStatus ?? 'no paymentStatus'} → ${event.url}`),
  );
}
