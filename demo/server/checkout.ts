import * as v from 'valibot';
import type {CalypsoClient} from '../../src/api/index.js';
import {CURRENCIES, dueIn, GOODS, MOST_OF_A_GOOD, totalOf, type Cart} from '../catalog.js';
import {makeInvoice} from './make-invoice.js';
import {problem} from './problem.js';

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
    return makeInvoice(request, describe(cart), (fields) =>
      client.createSingleInvoice({...fields, amount: dueIn(currency, totalOf(cart)), currency}),
    );
  };

/** "2 × Sidamo, 1 × Paper filters". */
const describe = (cart: Cart): string =>
  GOODS.filter(({id}) => cart.has(id))
    .map(({id, name}) => `${cart.get(id)} × ${name}`)
    .join(', ');
