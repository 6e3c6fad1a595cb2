import {describeCurrency, type ChainFamily} from '../core/currency.js';
import {scaleOf, type Decimal} from '../core/decimal.js';
import {invalidField} from './errors.js';

export interface Chain {
  readonly family: ChainFamily;
  /** Most decimals that an amount may have. */
  readonly scale: number;
}

/** Where a currency lives. @throws 001 for a code that Calypso does not have. */
export function chainOf(currency: string): Chain {
  const {network, scale} = describeCurrency(currency);
  if (!network || scale === undefined) throw invalidField('payload.currency', 'Unknown currency');
  return {family: network.family, scale};
}

/** @throws 001 in Calypso's own words where the chain cannot hold an amount so fine. */
export function checkScale(field: string, amount: Decimal, {scale}: Pick<Chain, 'scale'>): void {
  if (scaleOf(amount) > scale)
    throw invalidField(field, `Scale incorrect. Must be less than or equal to ${scale}`);
}
