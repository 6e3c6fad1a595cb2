import {describeCurrency} from '../../src/core/currency.js';
import {multiplyDecimals, parseDecimal, truncateDecimal, type Decimal} from '../../src/core/decimal.js';
import {parseInstant} from '../../src/core/instant.js';
import type {Invoice} from '../../src/index.js';
import {ask} from './api.js';

/** What a button does to an invoice; resolves to what it did, in words. */
export type Action = (invoice: Invoice) => Promise<string>;

/** Time that is left to watch the timer run out, ms. */
const LAST_MOMENTS = 5000;

export const ACTIONS: Readonly<Record<string, Action>> = {
  exact: (invoice) => payShare(invoice, '1', 'exactly what is due'),
  short: (invoice) => payShare(invoice, '0.9', 'a tenth less than is due'),
  over: (invoice) => payShare(invoice, '1.1', 'a tenth more than is due'),
  ten: (invoice) => pay(invoice, '10'),
  more: (invoice) => pay(invoice, '25.5'),
  hold: (invoice) => payShare(invoice, '1', 'and compliance wants to look at it', 'compliance'),

  async decline({idempotencyKey}) {
    await ask('/sandbox/decline', {idempotencyKey});
    return 'Compliance declined the payment.';
  },
  async archive({idempotencyKey}) {
    await ask('/sandbox/archive', {idempotencyKey});
    return 'The merchant archived the invoice.';
  },

  seconds: () => advance(5000, 'Five seconds passed in the sandbox.'),
  hour: () => advance(3_600_000, 'An hour passed in the sandbox.'),
  async expire({expiration, serverTime}) {
    const left = (parseInstant(expiration) ?? 0) - (parseInstant(serverTime) ?? 0);
    return advance(
      Math.max(0, Math.floor(left - LAST_MOMENTS)),
      'The sandbox went to the last seconds of this invoice. Watch the timer.',
    );
  },
};

/** Real clocks do not jump, and no card expects it: after these it is told to look again. */
export const JUMPS: readonly string[] = ['seconds', 'hour', 'expire'];

/** @param typed what somebody wrote into a field, a comma for the point too */
export async function payTyped(invoice: Invoice, typed: string): Promise<string> {
  const amount = parseDecimal(typed.trim().replace(',', '.'));
  return amount && /^[\d.]*[1-9]/.test(amount)
    ? pay(invoice, amount)
    : 'Not done. Please write an amount, such as 12.5.';
}

interface Receipt {
  readonly transactionHash: string;
  readonly tracked: boolean;
}

/** @param share of what is due; of 10 where any amount is taken */
const payShare = (invoice: Invoice, share: Decimal, remark: string, hold?: 'compliance') =>
  pay(invoice, multiplyDecimals(invoice.amount ?? invoice.lowerBound ?? '10', share), remark, hold);

async function pay(
  {currency = '', invoiceAddress}: Invoice,
  amount: Decimal,
  remark?: string,
  hold?: 'compliance',
): Promise<string> {
  const {symbol, scale = 0} = describeCurrency(currency);
  const sent = `${truncateDecimal(amount, scale)} ${symbol}${remark ? `, ${remark}` : ''}`;
  const body = {address: invoiceAddress, amount: truncateDecimal(amount, scale), hold};
  const {transactionHash, tracked} = await ask<Receipt>('/sandbox/deposit', body);
  return tracked
    ? `Sent ${sent}. Transaction ${transactionHash.slice(0, 8)}…${transactionHash.slice(-6)}.`
    : `Sent ${sent}, but nobody watches this address any more. Real money would be lost.`;
}

async function advance(ms: number, did: string): Promise<string> {
  await ask('/sandbox/advance', {ms});
  return did;
}
