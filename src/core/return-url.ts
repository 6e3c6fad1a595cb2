import {safeUrl} from './safe-url.js';

/** What the return page is told; nothing for every state that is not final. It is a hint, never a proof. */
export type PaymentStatus = 'SUCCESS' | 'FAILED';

const PARAMETER = 'paymentStatus';

/** Calypso's rule (How to create an Invoice via API, "returnUrl Redirect Status Handling"). */
export function paymentStatus(state: string): PaymentStatus | null {
  if (state === 'COMPLETED') return 'SUCCESS';
  return state === 'DECLINED' || state === 'ARCHIVED' ? 'FAILED' : null;
}

/**
 * Where the payer goes back to from an invoice in `state`: `base` with `paymentStatus` set, or bare (and free of
 * a `paymentStatus` that was in it) where the state is not final. Query and fragment are kept.
 * @returns undefined where `base` is no URL that may be followed.
 */
export function returnUrl(base: string, state: string): string | undefined {
  const href = safeUrl(base);
  if (!href) return undefined;
  const url = new URL(href);
  const status = paymentStatus(state);
  if (status) url.searchParams.set(PARAMETER, status);
  else if (url.searchParams.has(PARAMETER)) url.searchParams.delete(PARAMETER);
  return url.href;
}

/**
 * Reads what the payer was sent back with, for the merchant's return page.
 *
 * Anyone can type this parameter: show a page by it, and ask Calypso (the invoice's `state`) before goods leave.
 * @param url absolute, such as `location.href`
 * @returns null where the parameter is absent, unknown or there twice with different values.
 */
export function readPaymentStatus(url: string | {readonly href: string}): PaymentStatus | null {
  let values: string[];
  try {
    values = new URL(typeof url === 'string' ? url : url.href).searchParams.getAll(PARAMETER);
  } catch {
    return null;
  }
  const [first] = values;
  if (values.some((value) => value !== first)) return null;
  return first === 'SUCCESS' || first === 'FAILED' ? first : null;
}
