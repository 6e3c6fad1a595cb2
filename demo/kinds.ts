import type {Decimal} from '../src/core/decimal.js';

/** A kind of invoice that the cart does not lead to. The page shows it, the server makes it. */
export interface Kind {
  readonly type: 'SINGLE_FIAT' | 'BOUND' | 'UNLIMITED' | 'UNLIMITED_LINKED';
  readonly name: string;
  readonly note: string;
  /** On the button. */
  readonly call: string;
}

export const KINDS: readonly Kind[] = [
  {
    type: 'SINGLE_FIAT',
    name: 'A tasting at the roastery',
    note: 'Priced in euros: €29.00. What it is in crypto is quoted anew as the rate moves.',
    call: 'Book for €29.00',
  },
  {
    type: 'BOUND',
    name: 'A gift card',
    note: 'Worth what you pay for it, once, from a lower bound: $10.00.',
    call: 'Buy from $10.00',
  },
  {
    type: 'UNLIMITED',
    name: 'The tip jar',
    note: 'Any amount, as often as you like, to the same address.',
    call: 'Open the tip jar',
  },
  {
    type: 'UNLIMITED_LINKED',
    name: 'Your coffee account',
    note: 'Top it up whenever you like: an address that is yours alone.',
    call: 'Top up',
  },
];

export const TASTING: {readonly fiatAmount: Decimal; readonly fiatCurrency: string} = {
  fiatAmount: '29',
  fiatCurrency: 'EUR',
};

/** US cents. */
export const LEAST_GIFT = 1000;
