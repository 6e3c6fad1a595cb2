import type {Invoice} from './invoice.js';

/** The shop's support page, told which invoice and which transaction it is about. */
export function supportUrl({supportUrl, idempotencyKey, lastDepositHash}: Invoice): string | undefined {
  if (!supportUrl) return undefined;
  const url = new URL(supportUrl);
  if (idempotencyKey) url.searchParams.set('invoice', idempotencyKey);
  if (lastDepositHash) url.searchParams.set('transaction', lastDepositHash);
  return url.href;
}
