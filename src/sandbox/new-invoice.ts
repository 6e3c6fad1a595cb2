import {newAddress} from './address.js';
import {chainOf, checkScale, type Chain} from './chain.js';
import {invalidField} from './errors.js';
import {isFiat} from './rates.js';
import type {InvoiceEcho, InvoiceRecord, Price} from './records.js';
import type {NewInvoiceRequest} from './requests.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** ISO 4217: the cent is the least of all that we know. */
const FIAT_SCALE = 2;

/**
 * The facts of a new invoice with a fresh address. One that is limited lives 3 h on TRON and a day elsewhere where
 * the merchant names no end (How to create a Limited Invoice via API).
 * @param now epoch ms of sandbox time
 * @throws 001 naming the field.
 */
export function newInvoice(
  price: Price,
  {currency, description, idempotencyKey, expiration, ...echo}: NewInvoiceRequest,
  {now, serial}: {readonly now: number; readonly serial: number},
): InvoiceRecord {
  const chain = chainOf(currency);
  checkPrice(price, chain);
  const isLimited = price.type !== 'UNLIMITED' && price.type !== 'UNLIMITED_LINKED';
  const life = chain.family === 'tron' ? 3 * HOUR : DAY;
  return {
    ...price,
    serial,
    id: crypto.randomUUID(),
    idempotencyKey: idempotencyKey ?? crypto.randomUUID(),
    currency,
    description,
    invoiceAddress: newAddress(chain.family),
    createdAt: now,
    ...(isLimited && {expiresAt: checkExpiration(expiration ?? now + life, now)}),
    echo: withoutNulls(echo),
    deposits: [],
    announced: [],
  };
}

function checkPrice(price: Price, chain: Chain): void {
  if (price.type === 'SINGLE') checkScale('payload.amount', price.amount, chain);
  if (price.type === 'BOUND') checkScale('payload.lowerBound', price.lowerBound, chain);
  if (price.type !== 'SINGLE_FIAT') return;
  if (!isFiat(price.fiatCurrency)) throw invalidField('payload.fiatCurrency', 'Unknown fiat currency');
  checkScale('payload.fiatAmount', price.fiatAmount, {scale: FIAT_SCALE});
}

function checkExpiration(expiration: number, now: number): number {
  if (expiration <= now) throw invalidField('payload.expiration', 'Must be in the future');
  if (expiration > now + DAY) throw invalidField('payload.expiration', 'Must be at most 1 day ahead');
  return expiration;
}

type Nullable<T> = {readonly [Name in keyof T]: T[Name] | null | undefined};

const withoutNulls = (fields: Nullable<InvoiceEcho>): InvoiceEcho =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
