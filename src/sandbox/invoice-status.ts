import {addDecimals, compareDecimals, type Decimal} from '../core/decimal.js';
import type {InvoiceState} from '../core/invoice.js';
import {isEnough} from '../core/underpay.js';
import type {DepositRecord, InvoiceRecord} from './records.js';

/** How long a state is held, ms of sandbox time: long enough to be seen, short enough to wait for. */
const MEM_POOL = 5000;
const COMPLIANCE_CHECK = 8000;
const SETTLEMENT = 5000;

/** What the facts of an invoice amount to at an instant. */
export interface InvoiceStatus {
  readonly state: InvoiceState;
  readonly totalDebitAmount: Decimal;
  readonly lastDepositHash?: string | undefined;
  readonly interventionType?: InterventionType | undefined;
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
  return {
    state: isOver ? end.state : openState(record, verdict, time),
    totalDebitAmount: record.deposits
      .filter((deposit) => time >= confirmedAt(deposit))
      .reduce((total, {amount}) => addDecimals(total, amount), '0'),
    lastDepositHash: record.deposits.at(-1)?.transactionHash,
    interventionType: verdict && time >= verdict.at ? verdict.intervention : undefined,
  };
}

interface Verdict {
  readonly at: number;
  /** Absent: paid. */
  readonly intervention: InterventionType | undefined;
}

/**
 * Judged once, as soon as no deposit is under way: one that comes before joins in and delays it, one that comes
 * after changes nothing (Calypso documents no top-up). Under 99.5 % and anything over the amount intervene.
 */
function judge({deposits, amount}: InvoiceRecord): Verdict | undefined {
  const [first] = deposits;
  if (!first) return undefined;
  let at = settledAt(first);
  let paid = '0';
  for (const deposit of deposits) {
    if (deposit.seenAt >= at) break;
    at = Math.max(at, settledAt(deposit));
    paid = addDecimals(paid, deposit.amount);
  }
  if (!isEnough(paid, amount)) return {at, intervention: 'UNDERPAY'};
  return {at, intervention: compareDecimals(paid, amount) > 0 ? 'OVERPAY' : undefined};
}

function endOf(
  {closed, deposits, expiresAt}: InvoiceRecord,
  verdict: Verdict | undefined,
): {at: number; state: InvoiceState} | undefined {
  if (closed) return closed;
  if (deposits.length === 0) return {at: expiresAt, state: 'ARCHIVED'};
  return verdict && !verdict.intervention ? {at: verdict.at + SETTLEMENT, state: 'COMPLETED'} : undefined;
}

function openState({deposits}: InvoiceRecord, verdict: Verdict | undefined, time: number): InvoiceState {
  if (!verdict) return 'PENDING_PAYMENT';
  if (time >= verdict.at) return verdict.intervention ? 'PENDING_INTERVENTION' : 'PAID';
  const isChecking = deposits.some((deposit) => time >= confirmedAt(deposit) && time < settledAt(deposit));
  return isChecking ? 'PENDING_COMPLIANCE_CHECK' : 'MEM_POOL_FOUND';
}

const confirmedAt = ({seenAt}: DepositRecord): number => seenAt + MEM_POOL;

const settledAt = (deposit: DepositRecord): number =>
  confirmedAt(deposit) + (deposit.held ? COMPLIANCE_CHECK : 0);
