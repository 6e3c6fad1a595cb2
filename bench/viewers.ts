import type {Invoice} from '../src/core/invoice.js';
import {FakeHost} from '../test/controllers/support/fake-host.js';
import {built} from './package.js';
import {POLL_INTERVAL} from './settings.js';

/** Reads an invoice once; rejects where that fails. */
export type ReadInvoice = (signal?: AbortSignal) => Promise<Invoice>;

const {PollingController} = await built.polling();
const {pollDelay} = await built.pollPolicy();

/** Reads as the element does, by its own controller and policy, in a page that somebody looks at. */
export function watchLikeElement(read: ReadInvoice, isTold = () => false) {
  const host = new FakeHost();
  let invoice: Invoice | null = null;
  let readAt = 0;
  const polling = new PollingController<Invoice>(host, {
    source: () => 'invoice',
    read: (signal) => {
      readAt = Date.now();
      return read(signal);
    },
    accept: (answer) => (invoice = answer),
    fail: () => undefined,
    delay: (failures) =>
      pollDelay({
        ...{invoice, failures, gone: false, hidden: false, interval: POLL_INTERVAL},
        ...{told: isTold(), random: Math.random(), spent: Date.now() - readAt},
      }),
    overdue: () => new Error('overdue'),
    deadline: 10_000,
    isHidden: () => false,
    wakeUps: () => [],
  });
  host.connect();
  return {replan: () => polling.replan(), stop: () => host.disconnect()};
}

/** Reads as the first script that comes to mind: at fixed times, whatever came of the last read. */
export function watchAtFixedTimes(read: ReadInvoice) {
  const look = () => void read().catch(() => undefined);
  look();
  const timer = setInterval(look, POLL_INTERVAL);
  return {stop: () => clearInterval(timer)};
}
