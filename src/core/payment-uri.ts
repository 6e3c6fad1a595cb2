import type {Decimal} from './decimal.js';
import {describeCurrency} from './currency.js';

/**
 * A URI that wallets open with the amount filled in, where the chain has one that they read alike: Bitcoin
 * (BIP-21). None for EVM and TRON: token URIs name the contract first, and wallets have sent money to it.
 */
export const paymentUri = (currency: string, address: string, amount?: Decimal): string | undefined =>
  describeCurrency(currency).network?.family === 'bitcoin'
    ? `bitcoin:${address}${amount ? `?amount=${amount}` : ''}`
    : undefined;
