import {newAddress} from './address.js';
import {chainOf, checkScale} from './chain.js';
import {invalidField} from './errors.js';
import type {InvoiceEcho, InvoiceRecord} from './records.js';
import type {SingleInvoiceRequest} from './requests.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The facts of a new single invoice: a fresh address, and a life of 3 h on TRON and a day elsewhere where the
 * merchant names no end (How to create a Limited Invoice via API).
 * @param now epoch ms of sandbox time
 * @throws 001 naming the field.
 */
export function newSingleInvoice(request: SingleInvoiceRequest, now: number): InvoiceRecord {
  const {amount, currency, description, idempotencyKey, expiration, ...echo} = request;
  const chain = chainOf(currency);
  checkScale('payload.amount', amount, chain);
  return {
    id: crypto.randomUUID(),
    idempotencyKey: idempotencyKey ?? crypto.randomUUID(),
    type: 'SINGLE',
    amount,
    currency,
    description,
    invoiceAddress: newAddress(chain.family),
    createdAt: now,
    expiresAt: checkExpiration(expiration ?? now + (chain.family === 'tron' ? 3 * HOUR : DAY), now),
    echo: withoutNulls(echo),
    deposits: [],
  };
}

function checkExpiration(expiration: number, now: number): number {
  if (expiration <= now) throw invalidField('payload.expiration', 'Must be in the future');
  if (expiration > now + DAY) throw invalidField('payload.expiration', 'Must be at most 1 day ahead');
  return expiration;
}

const withoutNulls = (fields: Pick<SingleInvoiceRequest, keyof InvoiceEcho>): InvoiceEcho =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
