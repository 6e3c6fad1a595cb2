import {parseInstant} from './instant.js';
import type {Deposit} from './invoice.js';

/** The deposits of an invoice, newest first, each once: neither is promised by Calypso. */
export function newestFirst(deposits: readonly Deposit[] = []): Deposit[] {
  const time = ({createdDate}: Deposit) => parseInstant(createdDate) ?? 0;
  return deposits
    .filter(({id}, index) => id === undefined || deposits.findIndex((other) => other.id === id) === index)
    .sort((a, b) => time(b) - time(a));
}
