import * as v from 'valibot';
import {CalypsoApiError, type CalypsoClient} from '../../src/api/index.js';
import {CURRENCIES, dueIn, GOODS, MOST_OF_A_GOOD, totalOf, type Cart} from '../catalog.js';
import {problem} from './problem.js';
import {originOf} from './security.js';

const Order = v.object({
  currency: v.picklist(CURRENCIES),
  items: v.pipe(
    v.array(
      v.object({
        id: v.picklist(GOODS.map(({id}) => id)),
        quantity: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_OF_A_GOOD)),
      }),
    ),
    v.minLength(1),
    v.maxLength(GOODS.length),
  ),
});

/** Turns a cart into an invoice. What it costs is the server's to say: the page sends goods, never a price. */
export const createCheckout =
  (client: CalypsoClient) =>
  async (request: Request): Promise<Response> => {
    const order = v.safeParse(Order, await request.json().catch(() => undefined));
    if (!order.success) return problem(400, 'Please put something in your order, and choose a currency.');
    const {currency, items} = order.output;
    const cart: Cart = new Map(items.map(({id, quantity}) => [id, quantity]));
    const origin = originOf(request);
    const key = crypto.randomUUID();
    try {
      await client.createSingleInvoice({
        idempotencyKey: key,
        amount: dueIn(currency, totalOf(cart)),
        currency,
        description: `Order ${key.slice(0, 4).toUpperCase()}: ${describe(cart)}`,
        returnUrl: `${origin}/demo/return.html?order=${key}`,
        supportUrl: `${origin}/demo/contact.html`,
        logoUrl: `${origin}/logo.svg`,
      });
    } catch (error) {
      console.error('checkout:', words(error));
      return problem(
        502,
        'The invoice could not be made. Nothing was charged: please try again in a moment.',
      );
    }
    return Response.json({invoice: key}, {status: 201, headers: {'Cache-Control': 'no-store'}});
  };

/** "2 × Sidamo, 1 × Paper filters". */
const describe = (cart: Cart): string =>
  GOODS.filter(({id}) => cart.has(id))
    .map(({id, name}) => `${cart.get(id)} × ${name}`)
    .join(', ');

/** For the merchant's log: Calypso's own words and the number under which it remembers the call. */
const words = (error: unknown): string =>
  error instanceof CalypsoApiError
    ? `${error.errorCode} ${error.message} (traceId ${error.traceId})`
    : String(error);
