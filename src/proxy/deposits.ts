import type {CalypsoClient, CalypsoInvoice} from '../api/index.js';
import {withDeadline} from '../api/deadline.js';
import {newestFirst} from '../core/deposits.js';
import {isUnlimited, type Deposit} from '../core/invoice.js';

/** Not every client can list them. */
export type DepositReader = Partial<Pick<CalypsoClient, 'listDeposits'>>;

const MAX_DEPOSITS = 50;
/** ms that the invoice waits for its deposits. */
const PATIENCE = 1500;

/**
 * The latest deposits of an unlimited invoice, newest first. It never rejects: the invoice is answered without them
 * where they cannot be read.
 * @param key idempotencyKey in lower case
 * @param timeout ms
 * @returns undefined where there is no such list.
 */
export async function readDeposits(
  client: DepositReader,
  {type}: CalypsoInvoice,
  key: string,
  timeout: number,
): Promise<readonly Deposit[] | undefined> {
  if (!isUnlimited(type)) return undefined;
  const latest = {pageSize: MAX_DEPOSITS, sort: 'DESC', properties: 'createdDate'} as const;
  const patience = Math.min(PATIENCE, timeout);
  try {
    const page = await withDeadline(patience, undefined, async (signal) =>
      client.listDeposits?.({idempotencyKey: key}, latest, {signal, retries: 0}),
    );
    // No list is no empty list.
    return Array.isArray(page?.result) ? newestFirst(page.result).slice(0, MAX_DEPOSITS) : undefined;
  } catch {
    return undefined;
  }
}
