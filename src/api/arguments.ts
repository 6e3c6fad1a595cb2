import {parseDecimal, type Decimal} from '../core/decimal.js';
import type {InvoiceReference} from './types.js';

/** @throws TypeError for what is no decimal. */
export function decimal(name: string, value: Decimal | number): Decimal {
  const read = parseDecimal(value);
  if (read === undefined) throw new TypeError(`${name}: expected a decimal, got ${String(value)}`);
  return read;
}

/** @throws TypeError for what is no text. */
export function text(name: string, value: unknown): string {
  if (typeof value !== 'string' || !value)
    throw new TypeError(`${name}: expected a text, got ${value === '' ? 'an empty one' : typeof value}`);
  return value;
}

/** The one name that Calypso is asked by, and nothing else that the object may hold. */
export function nameOf(reference: InvoiceReference): InvoiceReference {
  const {idempotencyKey, id} = reference as {idempotencyKey?: unknown; id?: unknown};
  if (idempotencyKey && typeof idempotencyKey === 'string') return {idempotencyKey};
  if (id && typeof id === 'string') return {id};
  throw new TypeError(`idempotencyKey or id: expected a text, got ${typeof (idempotencyKey ?? id)}`);
}

/** What is no plain origin is not quoted: it may hold a password, or be the secret in the wrong place. */
export function originOf(baseUrl: string): string {
  const expected = 'baseUrl: expected an http(s) origin such as https://api.calypso.money';
  if (!/^https?:/i.test(baseUrl) || !URL.canParse(baseUrl))
    throw new TypeError(`${expected}, got ${baseUrl === '' ? 'an empty text' : typeof baseUrl}`);
  const {href, origin} = new URL(baseUrl);
  if (href !== `${origin}/`) throw new TypeError(`${expected}, got ${origin} with more around it`);
  return origin;
}
