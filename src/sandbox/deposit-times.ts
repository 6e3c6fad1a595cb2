import type {DepositRecord} from './records.js';

/** How long a state is held, ms of sandbox time: long enough to be seen, short enough to wait for. */
const MEM_POOL = 5000;
const COMPLIANCE_CHECK = 8000;
const SETTLEMENT = 5000;

/** When a deposit counts as received. */
export const confirmedAt = ({seenAt}: DepositRecord): number => seenAt + MEM_POOL;

/** When compliance has no more to say about it. */
export const checkedAt = (deposit: DepositRecord): number =>
  confirmedAt(deposit) + (deposit.held ? COMPLIANCE_CHECK : 0);

/** When money that is free to go, at `time`, is on the merchant's balance. */
export const creditedAt = (time: number): number => time + SETTLEMENT;
