import {mayHaveLostDigits, parseDecimal, type Decimal} from './decimal.js';
import {parseInstant} from './instant.js';
import {InvoiceFormatError} from './invoice-format-error.js';
import type {Deposit, Invoice} from './invoice.js';
import {safeUrl} from './safe-url.js';
import {isObject} from './is-object.js';

/** Reads one field's value; throws an {@link InvoiceFormatError} for what cannot be used. */
type Reader<T> = (value: unknown, field: string) => T | undefined;

// Bidi marks and embeddings, controls and zero-width characters can make a text look like another.
const INVISIBLE = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/gu;
const MAX_TEXT = 1000;

const text: Reader<string> = (value, field) => {
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new InvoiceFormatError(field, 'a text', value);
  return String(value).slice(0, MAX_TEXT).replace(INVISIBLE, ' ').trim();
};

const flag: Reader<boolean> = (value, field) => {
  if (typeof value !== 'boolean') throw new InvoiceFormatError(field, 'true or false', value);
  return value;
};

const amount: Reader<Decimal> = (value, field) => {
  const decimal = parseDecimal(value);
  if (decimal === undefined || decimal.startsWith('-'))
    throw new InvoiceFormatError(field, 'a decimal that is not negative', value);
  return decimal;
};

/** The address is copied and drawn as it came: one that hides a character is refused, not mended. */
const address: Reader<string> = (value, field) => {
  if (typeof value !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(value))
    throw new InvoiceFormatError(field, 'an address', value);
  return value;
};

const instant: Reader<string> = (value, field) => {
  if (typeof value !== 'string' || parseInstant(value) === undefined)
    throw new InvoiceFormatError(field, 'an ISO 8601 instant', value);
  return value;
};

const url: Reader<string> = (value, field) => {
  const safe = typeof value === 'string' ? safeUrl(value) : undefined;
  if (!safe) throw new InvoiceFormatError(field, 'an absolute http(s) URL', value);
  return safe;
};

const deposits: Reader<readonly Deposit[]> = (value, field) => {
  if (!Array.isArray(value)) throw new InvoiceFormatError(field, 'an array', value);
  return value.map((item: unknown, index) => {
    if (!isObject(item)) throw new InvoiceFormatError(`${field}[${index}]`, 'an object', item);
    return readFields(item, DEPOSIT_FIELDS, `${field}[${index}]`);
  });
};

/** Without these, or with one that lies, there is nothing safe to show: the whole answer is refused. */
const VITAL = {
  state: text,
  idempotencyKey: text,
  type: text,
  amount,
  currency: text,
  invoiceAddress: address,
  totalDebitAmount: amount,
  lowerBound: amount,
} as const;

/** One of these that cannot be used is left out and reported; the invoice is shown without it. */
const OPTIONAL = {
  createdDate: instant,
  expiration: instant,
  description: text,
  fiatAmount: amount,
  fiatCurrency: text,
  lastFiatUpdated: instant,
  interventionType: text,
  isInterventionResolved: flag,
  lastDepositHash: text,
  returnUrl: url,
  supportUrl: url,
  logoUrl: url,
  deposits,
  serverTime: instant,
  eventsUrl: text,
} as const;

const DEPOSIT_FIELDS = {
  id: text,
  amount,
  currency: text,
  transactionHash: text,
  createdDate: instant,
} as const;

/**
 * Reads an invoice from parsed JSON (best by `parseJson`, which keeps every digit) or from a plain object.
 *
 * Numbers and strings are both taken as amounts, null is absent, unknown fields are ignored, and so is an empty
 * object in place of `fiatAmount`. A date, URL or other lesser field that cannot be used is left out and listed in
 * `problems`; so is an `amount` that came as a JavaScript number with more digits than one holds.
 * @throws InvoiceFormatError naming the field: no object, no `state`, or an amount, address or code that is none.
 */
export function parseInvoice(value: unknown): Invoice {
  if (!isObject(value)) throw new InvoiceFormatError('invoice', 'an object', value);
  if (typeof value['state'] !== 'string' || !text(value['state'], 'invoice.state'))
    throw new InvoiceFormatError('invoice.state', 'a text', value['state']);
  const problems: InvoiceFormatError[] = [];
  const report = (problem: InvoiceFormatError) => void problems.push(problem);
  const source = {...value};
  for (const key of ['amount', 'lowerBound', 'totalDebitAmount'] as const) {
    const number = source[key];
    if (typeof number === 'number' && mayHaveLostDigits(number)) {
      report(
        new InvoiceFormatError(
          `invoice.${key}`,
          'a decimal string (a number this long loses digits)',
          number,
        ),
      );
      source[key] = null;
    }
  }
  if (isObject(source['fiatAmount'])) source['fiatAmount'] = null;
  return {
    ...(readFields(source, VITAL, 'invoice') as {state: string}),
    ...readFields(source, OPTIONAL, 'invoice', report),
    problems,
  };
}

/** The invoice as the wire has it: the fields that a payer's page may know and no other. */
export function serializeInvoice(invoice: Invoice): Record<string, unknown> {
  const keys = Object.keys({...VITAL, ...OPTIONAL}) as (keyof typeof VITAL | keyof typeof OPTIONAL)[];
  return Object.fromEntries(keys.flatMap((key) => (invoice[key] === undefined ? [] : [[key, invoice[key]]])));
}

type Fields<R> = {readonly [K in keyof R]?: R[K] extends Reader<infer T> ? T : never};

function readFields<R extends Record<string, Reader<unknown>>>(
  source: Record<string, unknown>,
  readers: R,
  path: string,
  report?: (problem: InvoiceFormatError) => void,
): Fields<R> {
  const fields: Record<string, unknown> = {};
  for (const [key, read] of Object.entries(readers)) {
    const value = Object.hasOwn(source, key) ? source[key] : undefined;
    if (value === undefined || value === null || value === '') continue;
    try {
      const field = read(value, `${path}.${key}`);
      if (field !== '') fields[key] = field;
    } catch (error) {
      if (!report || !(error instanceof InvoiceFormatError)) throw error;
      report(error);
    }
  }
  return fields as Fields<R>;
}
