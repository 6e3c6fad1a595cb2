import type {InvoiceStore} from './store.js';

/** ms from one look at an invoice that is being watched to the next: where nothing else tells of changes. */
const ALONE = 1000;
/** Where webhooks are expected, and none has come lately: a change is told within 3 s. */
const EXPECTING = 2500;
/** Where webhooks come. */
const RESYNC = 15_000;
/** ms that webhooks count as coming after one has come, to whichever instance. */
const LATELY = 600_000;

const NAME = 'webhook';

/** Notes that webhooks come. */
export const noteWebhook = (store: InvoiceStore): Promise<void> => store.set(NAME, 'accepted', LATELY);

/** How often to look, as far as can be told now. */
export async function lookInterval(store: InvoiceStore, expectsWebhooks: boolean): Promise<number> {
  // What one instance is told does not reach the others.
  if (!expectsWebhooks || !store.healthy) return ALONE;
  return (await store.get(NAME)) ? RESYNC : EXPECTING;
}
