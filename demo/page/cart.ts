import {GOODS, MOST_OF_A_GOOD, type Cart} from '../catalog.js';

const STORE = 'cart';

/** What a visitor finds in the cart: one click from paying. */
const FIRST: Readonly<Record<string, number>> = {sidamo: 2};

/** The cart of this tab: it survives a look at the invoice. */
export function readCart(): Cart {
  const kept = parse(sessionStorage.getItem(STORE));
  return new Map(GOODS.map(({id}) => [id, clamp(kept[id])]));
}

/** @returns the cart with another quantity of a good */
export function changeCart(cart: Cart, id: string, quantity: number): Cart {
  const changed = new Map(cart).set(id, clamp(quantity));
  sessionStorage.setItem(STORE, JSON.stringify(Object.fromEntries(changed)));
  return changed;
}

const clamp = (quantity: unknown): number =>
  Number.isInteger(quantity) ? Math.min(Math.max(quantity as number, 0), MOST_OF_A_GOOD) : 0;

function parse(text: string | null): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(text ?? 'null') as Record<string, unknown> | null) ?? FIRST;
  } catch {
    return FIRST;
  }
}
