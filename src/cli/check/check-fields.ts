import {describeCurrency} from '../../core/currency.js';
import {INVOICE_STATES, INVOICE_TYPES} from '../../core/invoice.js';
import {parseInvoice} from '../../core/invoice-json.js';
import {isAddress} from '../../core/address-check.js';
import {FIELDS} from './fields.js';
import {judge, shown, type Finding, type Rule} from './finding.js';
import {isObject} from '../../core/is-object.js';
import type {Shop} from './shop.js';
import {CONTRACT} from './sources.js';

type Fields = Readonly<Record<string, unknown>>;

/** Each field of the invoice by itself, and what they say together. */
export async function checkFields(shop: Shop): Promise<Finding[]> {
  const {exact} = await shop.invoice;
  return isObject(exact) ? [...judgeShapes(exact), ...judge(meaningRules(shop.key), exact)] : [];
}

/** By the reader that the element has: what it cannot use is an error. */
export const judgeShapes = (fields: Fields): Finding[] =>
  [...FIELDS]
    .filter(([name]) => name === 'state' || isPresent(fields[name]))
    .map(([name, wanted]) => ({
      level: isUsable(name, fields[name]) ? 'ok' : 'error',
      rule: name,
      came: shown(fields[name]),
      wanted,
      source: CONTRACT,
    }));

function isUsable(name: string, value: unknown): boolean {
  if (name === 'stale') return value === true;
  try {
    return (
      parseInvoice(name === 'state' ? {state: value} : {state: 'PAID', [name]: value}).problems.length === 0
    );
  } catch {
    return false;
  }
}

const isPresent = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
const textOf = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};
const isAwaiting = (fields: Fields): boolean => fields['state'] === 'PENDING_PAYMENT';

/** What a field must be for others to make sense. */
interface Meaning extends Omit<Rule<Fields>, 'came' | 'source'> {
  readonly rule: string;
  readonly field: string;
}

const meaningRules = (key: string): Rule<Fields>[] =>
  MEANINGS(key).map(({field, ...meaning}) => ({
    ...meaning,
    source: CONTRACT,
    came: (fields) => fields[field],
  }));

const MEANINGS = (key: string): Meaning[] => [
  {
    rule: 'idempotencyKey is the invoice’s that was asked for',
    field: 'idempotencyKey',
    wanted: key,
    holds: (fields) =>
      !isPresent(fields['idempotencyKey']) ||
      textOf(fields, 'idempotencyKey').toLowerCase() === key.toLowerCase(),
  },
  {
    rule: 'state is one that Calypso documents',
    level: 'warning',
    field: 'state',
    wanted: `one of ${INVOICE_STATES.join(' ')}`,
    holds: (fields) => INVOICE_STATES.some((state) => state === fields['state']),
  },
  {
    rule: 'type is one that Calypso documents',
    level: 'warning',
    field: 'type',
    wanted: `one of ${INVOICE_TYPES.join(' ')}`,
    holds: (fields) => INVOICE_TYPES.some((type) => type === fields['type']),
  },
  {
    rule: 'currency names its network',
    level: 'warning',
    field: 'currency',
    wanted: 'a code of Calypso’s: of another one the payer is not told the network',
    holds: (fields) => describeCurrency(textOf(fields, 'currency')).network !== undefined,
  },
  {
    rule: 'invoiceAddress is one of its network',
    field: 'invoiceAddress',
    wanted: 'an address with a right checksum: any other is not shown',
    holds: (fields) => {
      const {network} = describeCurrency(textOf(fields, 'currency'));
      const address = textOf(fields, 'invoiceAddress');
      return !network || !address || isAddress(address, network.family);
    },
  },
  {
    rule: 'invoiceAddress is there while a payment is awaited',
    level: 'warning',
    field: 'invoiceAddress',
    wanted: 'an address: there is nowhere to pay to otherwise',
    holds: (fields) => !isAwaiting(fields) || isPresent(fields['invoiceAddress']),
  },
  {
    rule: 'amount is there where the type has one',
    level: 'warning',
    field: 'amount',
    wanted: 'what is due, for SINGLE and SINGLE_FIAT',
    holds: (fields) =>
      !isAwaiting(fields) || !textOf(fields, 'type').startsWith('SINGLE') || isPresent(fields['amount']),
  },
  {
    rule: 'lowerBound is there where the type has one',
    level: 'warning',
    field: 'lowerBound',
    wanted: 'the least that may be paid, for BOUND',
    holds: (fields) => !isAwaiting(fields) || fields['type'] !== 'BOUND' || isPresent(fields['lowerBound']),
  },
];
