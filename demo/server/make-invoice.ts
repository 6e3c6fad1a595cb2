import {CalypsoApiError, type CalypsoInvoice, type NewInvoice} from '../../src/api/index.js';
import {orderNumberOf} from '../order-number.js';
import {problem} from './problem.js';
import {originOf} from './security.js';

/** What the shop says with every invoice, beside its price and currency. */
export type ShopFields = Required<
  Pick<NewInvoice, 'idempotencyKey' | 'externalId' | 'description' | 'returnUrl' | 'supportUrl' | 'logoUrl'>
>;

/**
 * Makes an invoice at Calypso and answers with its key, or with words for the payer.
 * @param title what is paid for
 */
export async function makeInvoice(
  request: Request,
  title: string,
  make: (fields: ShopFields) => Promise<CalypsoInvoice>,
): Promise<Response> {
  const origin = originOf(request);
  const key = crypto.randomUUID();
  const number = orderNumberOf(key);
  try {
    await make({
      idempotencyKey: key,
      externalId: number,
      description: `Order ${number}: ${title}`,
      returnUrl: `${origin}/demo/return.html?order=${key}`,
      supportUrl: `${origin}/demo/contact.html`,
      logoUrl: `${origin}/logo.svg`,
    });
  } catch (error) {
    console.error('checkout:', words(error));
    return problem(502, 'The invoice could not be made. Nothing was charged: please try again in a moment.');
  }
  return Response.json({invoice: key}, {status: 201, headers: {'Cache-Control': 'no-store'}});
}

/** For the merchant's log: Calypso's own words and the number under which it remembers the call. */
const words = (error: unknown): string =>
  error instanceof CalypsoApiError
    ? `${error.errorCode} ${error.message} (traceId ${error.traceId})`
    : String(error);
