import {INVOICE_STATES, INVOICE_TYPES} from '../../core/invoice.js';

const text = 'a text';
const amount = 'a decimal string such as "10.234", or a JSON number; not negative';
const instant = 'an ISO 8601 instant; without a zone it is UTC';
const url = 'an absolute http(s) URL without a password';

/** What a payer's page may know of a deposit. */
export const DEPOSIT_FIELDS: readonly string[] = [
  'id',
  'amount',
  'currency',
  'transactionHash',
  'createdDate',
];

/** What a payer's page may know of an invoice, and in which shape. */
export const FIELDS: ReadonlyMap<string, string> = new Map([
  ['state', `a text, one of ${INVOICE_STATES.join(' ')}`],
  ['idempotencyKey', 'the UUID of the URL'],
  ['type', `a text, one of ${INVOICE_TYPES.join(' ')}`],
  ['amount', amount],
  ['currency', 'a text: the code with the network in it, USDT_TRX'],
  ['invoiceAddress', 'the address as Calypso wrote it, printable ASCII'],
  ['totalDebitAmount', amount],
  ['lowerBound', amount],
  ['createdDate', instant],
  ['expiration', instant],
  ['description', text],
  ['fiatAmount', amount],
  ['fiatCurrency', text],
  ['lastFiatUpdated', instant],
  ['interventionType', text],
  ['isInterventionResolved', 'true or false'],
  ['lastDepositHash', text],
  ['returnUrl', url],
  ['supportUrl', url],
  ['logoUrl', url],
  ['deposits', `an array of objects {${DEPOSIT_FIELDS.join(', ')}}`],
  ['serverTime', instant],
  ['eventsUrl', text],
  ['stale', 'true or absent'],
]);

export const AMOUNTS = ['amount', 'totalDebitAmount', 'lowerBound', 'fiatAmount'] as const;
