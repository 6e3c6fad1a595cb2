import {INVOICE_STATES, INVOICE_TYPES} from '../../../src/core/invoice.js';
import {byId, make} from '../dom.js';
import {loadDeliveries} from './deliveries.js';
import {loadInvoices} from './invoices.js';
import {watchQuery} from './query.js';
import {loadRates} from './rates.js';
import {loadWebhooks} from './webhooks.js';
import {run} from './work.js';

const options = (values: readonly string[]) => values.map((value) => make('option', {value}, value));
byId('state', HTMLSelectElement).append(...options(INVOICE_STATES));
byId('type', HTMLSelectElement).append(...options(INVOICE_TYPES));
watchQuery(() => void run(async () => '', loadInvoices));

const loadAll = () => Promise.all([loadInvoices(), loadWebhooks(), loadDeliveries(), loadRates()]);
byId('refresh', HTMLButtonElement).addEventListener(
  'click',
  () => void run(async () => 'Up to date.', loadAll),
);
await run(async () => '', loadAll);
