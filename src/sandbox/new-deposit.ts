import type {Decimal} from '../core/decimal.js';
import {newAddress, newTransactionHash} from './address.js';
import {chainOf, checkScale} from './chain.js';
import type {DepositRecord} from './records.js';

/**
 * The facts of a payment that the chain sees now.
 * @param now epoch ms of sandbox time
 * @throws 001 for an amount that the chain cannot hold.
 */
export function newDeposit(
  currency: string,
  {amount, hold}: {readonly amount: Decimal; readonly hold?: 'compliance' | null | undefined},
  now: number,
): DepositRecord {
  const chain = chainOf(currency);
  checkScale('amount', amount, chain);
  return {
    id: crypto.randomUUID(),
    paymentId: crypto.randomUUID(),
    transactionHash: newTransactionHash(chain.family),
    senderAddress: newAddress(chain.family),
    amount,
    seenAt: now,
    held: hold === 'compliance',
  };
}
