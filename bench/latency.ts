import type {SeenChange} from './pages.js';
import type {Arrival} from './processes/instance.js';

/** The state that is the news in each event. */
const STATES = new Map([
  ['INVOICE_MEMPOOL_FOUND', 'MEM_POOL_FOUND'],
  ['INVOICE_FUNDS_RECEIVED_FOR_INVOICE', 'PAID'],
  ['INVOICE_PAID', 'PAID'],
  ['INVOICE_TRANSLATION_TO_ACCOUNT_COMPLETED', 'COMPLETED'],
]);

/**
 * From the first webhook that brought a change to each viewer who saw it.
 * @returns ms, where a viewer knew by a look of its own before the webhook came: negative
 */
export function latencies(changes: readonly SeenChange[], arrivals: readonly Arrival[]): number[] {
  const arrivedAt = new Map<string, number>();
  for (const {at, key, type} of arrivals) {
    const change = `${key} ${STATES.get(type)}`;
    arrivedAt.set(change, Math.min(at, arrivedAt.get(change) ?? at));
  }
  return changes.flatMap(({key, state, at}) => {
    const arrival = arrivedAt.get(`${key} ${state}`);
    return arrival === undefined ? [] : [at - arrival];
  });
}
