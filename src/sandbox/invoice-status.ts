import {addDecimals, compareDecimals, type Decimal} from '../core/decimal.js';
import {isUnlimited, type InvoiceState} from '../core/invoice.js';
import {isEnough} from '../core/underpay.js';
import {checkedAt, confirmedAt, creditedAt} from './deposit-times.js';
import {quoteAt} from './quote.js';
import type {DepositRecord, InvoiceRecord} from './records.js';

/** An unlimited invoice that nobody pays to for 3 months is archived: 90 days here. */
const IDLE = 90 * 24 * 3_600_000;

/** What the facts of an invoice amount to at an instant. */
export interface InvoiceStatus {
  readonly state: InvoiceState;
  /** The instant that counts: that of its end, once it is over. */
  readonly time: number;
  /** Those that are confirmed, oldest first. */
  readonly deposits: readonly DepositRecord[];
  readonly totalDebitAmount: Decimal;
  readonly lastDepositHash?: string | undefined;
  readonly interventionType?: InterventionType | undefined;
  readonly isInterventionResolved: boolean;
}

type InterventionType = 'UNDERPAY' | 'OVERPAY';

/**
 * The status of an invoice, derived from its facts. Once final, nothing about it changes any more.
 * @param now epoch ms of sandbox time
 */
export function invoiceAt(record: InvoiceRecord, now: number): InvoiceStatus {
  const verdict = judge(record);
  const end = endOf(record, verdict);
  const isOver = end !== undefined && now >= end.at;
  const time = isOver ? end.at : now;
  const state = isOver ? end.state : openState(record, verdict, time);
  const deposits = record.deposits.filter((deposit) => time >= confirmedAt(deposit));
  return {
    state,
    time,
    deposits,
    totalDebitAmount: deposits.reduce((total, {amount}) => addDecimals(total, amount), '0'),
    lastDepositHash: record.deposits.at(-1)?.transactionHash,
    interventionType: verdict && time >= verdict.at ? verdict.intervention : undefined,
    isInterventionResolved: state !== 'PENDING_INTERVENTION' || record.resolved !== undefined,
  };
}

/** Every instant at which something about an invoice changes, as far as its facts tell. */
export function turningPoints(record: InvoiceRecord): readonly number[] {
  const verdict = judge(record);
  const instants = record.deposits.flatMap((deposit) => [
    deposit.seenAt,
    confirmedAt(deposit),
    checkedAt(deposit),
  ]);
  const end = endOf(record, verdict)?.at;
  const all = [record.createdAt, ...instants, verdict?.at, record.resolved?.at, end];
  return [...new Set(all.filter((at) => at !== undefined))].sort((a, b) => a - b);
}

interface Verdict {
  readonly at: number;
  /** Absent: paid. */
  readonly intervention: InterventionType | undefined;
}

/**
 * Judged once, as soon as no deposit is under way: one that comes before joins in and delays it, one that comes
 * after changes nothing (Calypso documents no top-up). Under 99.5 % and anything over the amount intervene. What is
 * short of a lower bound is judged alike: the documents are silent on it, but know the rule "for all invoices".
 */
function judge(record: InvoiceRecord): Verdict | undefined {
  const [first] = record.deposits;
  if (!first || isUnlimited(record.type)) return undefined;
  let at = checkedAt(first);
  let paid = '0';
  for (const deposit of record.deposits) {
    if (deposit.seenAt >= at) break;
    at = Math.max(at, checkedAt(deposit));
    paid = addDecimals(paid, deposit.amount);
  }
  const {amount} = quoteAt(record, at);
  const least = record.type === 'BOUND' ? record.lowerBound : (amount ?? '0');
  if (!isEnough(paid, least)) return {at, intervention: 'UNDERPAY'};
  return {at, intervention: amount && compareDecimals(paid, amount) > 0 ? 'OVERPAY' : undefined};
}

function endOf(
  {closed, createdAt, deposits, expiresAt, resolved}: InvoiceRecord,
  verdict: Verdict | undefined,
): {at: number; state: InvoiceState} | undefined {
  if (closed) return closed;
  if (expiresAt === undefined) return {at: (deposits.at(-1)?.seenAt ?? createdAt) + IDLE, state: 'ARCHIVED'};
  if (deposits.length === 0) return {at: expiresAt, state: 'ARCHIVED'};
  const freeAt = verdict?.intervention ? resolved?.taken && resolved.at : verdict?.at;
  return typeof freeAt === 'number' ? {at: creditedAt(freeAt), state: 'COMPLETED'} : undefined;
}

function openState(
  {deposits, resolved}: InvoiceRecord,
  verdict: Verdict | undefined,
  time: number,
): InvoiceState {
  if (!verdict) return 'PENDING_PAYMENT';
  if (time >= verdict.at) {
    const isTaken = !verdict.intervention || (resolved?.taken && time >= resolved.at);
    return isTaken ? 'PAID' : 'PENDING_INTERVENTION';
  }
  // Asked about an instant before it was seen, only when its history is told.
  if (deposits.every(({seenAt}) => time < seenAt)) return 'PENDING_PAYMENT';
  const isChecking = deposits.some((deposit) => time >= confirmedAt(deposit) && time < checkedAt(deposit));
  return isChecking ? 'PENDING_COMPLIANCE_CHECK' : 'MEM_POOL_FOUND';
}
