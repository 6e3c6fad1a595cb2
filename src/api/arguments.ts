import {parseDecimal, type Decimal} from '../core/decimal.js';
import {isObject} from '../core/is-object.js';
import {kindOf} from './kind-of.js';
import type {InvoiceReference} from './types.js';

/** @throws TypeError for what is no decimal. */
export function decimal(name: string, value: Decimal | number): Decimal {
  const read = parseDecimal(value);
  if (read !== undefined) return read;
  const came = typeof value === 'string' || typeof value === 'number' ? String(value) : kindOf(value);
  throw new TypeError(`${name}: expected a decimal, got ${came}`);
}

/** @param of what it holds @throws TypeError for what is no object. */
export function object<T extends object>(name: string, value: T, of: string): T {
  if (!isObject(value)) throw new TypeError(`${name}: expected an object with ${of}, got ${kindOf(value)}`);
  return value;
}

/** @throws TypeError for what is no text. */
export function text(name: string, value: unknown): string {
  if (typeof value !== 'string' || !value)
    throw new TypeError(`${name}: expected a text, got ${value === '' ? 'an empty one' : kindOf(value)}`);
  return value;
}

/** The one name that Calypso is asked by, and nothing else that the object may hold. */
export function nameOf(reference: InvoiceReference): InvoiceReference {
  if (!isObject(reference))
    throw new TypeError(`idempotencyKey or id: expected an object with either, got ${kindOf(reference)}`);
  const {idempotencyKey, id} = reference as {idempotencyKey?: unknown; id?: unknown};
  if (idempotencyKey && typeof idempotencyKey === 'string') return {idempotencyKey};
  if (id && typeof id === 'string') return {id};
  throw new TypeError(`idempotencyKey or id: expected a text, got ${kindOf(idempotencyKey ?? id)}`);
}

/** What is no plain origin is not quoted: it may hold a password, or be the secret in the wrong place. */
export function originOf(baseUrl: unknown): string {
  const expected = 'baseUrl: expected an http(s) origin such as https://api.calypso.money';
  if (typeof baseUrl !== 'string' || !/^https?:/i.test(baseUrl) || !URL.canParse(baseUrl))
    throw new TypeError(`${expected}, got ${baseUrl === '' ? 'an empty text' : kindOf(baseUrl)}`);
  const {href, origin} = new URL(baseUrl);
  if (href !== `${origin}/`) throw new TypeError(`${expected}, got ${origin} with more around it`);
  return origin;
}
