import {compareDecimals, multiplyDecimals, type Decimal} from './decimal.js';

/**
 * Calypso's fixed underpay threshold of 99.5 %, exact: `paid × 1000 ≥ amount × 995`
 * (How to create an Invoice via API, "Underpay handling"). For words only: `state` decides what is paid.
 */
export const isEnough = (paid: Decimal, amount: Decimal): boolean =>
  compareDecimals(multiplyDecimals(paid, '1000'), multiplyDecimals(amount, '995')) >= 0;
