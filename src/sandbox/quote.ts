import {multiplyDecimals, type Decimal} from '../core/decimal.js';
import {chainOf} from './chain.js';
import {rateAt} from './rates.js';
import type {InvoiceRecord} from './records.js';

const MINUTE = 60_000;

/** What is asked for at an instant: nothing where the payer decides. */
export interface Quote {
  readonly amount?: Decimal;
  /** When the amount was last worked out from its price in fiat money, epoch ms of sandbox time. */
  readonly quotedAt?: number;
}

/**
 * A price in fiat money is worked out anew every 15 minutes, for BTC every 60, counted from the creation, until a
 * deposit is seen: that one is judged by the quote in force when it was seen (Calypso's payment widget page).
 */
export function quoteAt(record: InvoiceRecord, time: number): Quote {
  if (record.type === 'SINGLE') return {amount: record.amount};
  if (record.type !== 'SINGLE_FIAT') return {};
  const {createdAt, currency, deposits, fiatAmount, fiatCurrency} = record;
  const until = Math.min(time, deposits[0]?.seenAt ?? time);
  const period = (currency === 'BTC' ? 60 : 15) * MINUTE;
  const quotedAt = until - ((until - createdAt) % period);
  const rate = rateAt(currency, fiatCurrency, quotedAt)?.rate ?? '1';
  return {amount: divideUp(fiatAmount, rate, chainOf(currency).scale), quotedAt};
}

/** Rounded up, so that what is asked for is never worth less than the price. */
export function divideUp(dividend: Decimal, divisor: Decimal, scale: number): Decimal {
  const decimals = (value: Decimal) => value.split('.')[1]?.length ?? 0;
  const most = Math.max(decimals(dividend), decimals(divisor));
  const units = (value: Decimal) => BigInt(value.replace('.', '') + '0'.repeat(most - decimals(value)));
  const [x, y] = [units(dividend) * 10n ** BigInt(scale), units(divisor)];
  return multiplyDecimals(String((x + y - 1n) / y), `0.${'1'.padStart(scale, '0')}`);
}
