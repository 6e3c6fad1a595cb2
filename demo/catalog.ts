import {describeCurrency, networkLabel} from '../src/core/currency.js';
import {
  addDecimals,
  compareDecimals,
  multiplyDecimals,
  truncateDecimal,
  type Decimal,
} from '../src/core/decimal.js';

export interface Good {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  /** US cents. */
  readonly price: number;
}

/** What the shop sells. The page shows it, the server charges by it. */
export const GOODS: readonly Good[] = [
  {id: 'sidamo', name: 'Sidamo', note: 'Ethiopia, washed. Bergamot and apricot. 250 g', price: 1450},
  {id: 'huila', name: 'Huila', note: 'Colombia, honey. Red apple and caramel. 250 g', price: 1290},
  {id: 'fjord', name: 'Fjord espresso', note: 'House blend. Dark chocolate, hazelnut. 1 kg', price: 3800},
  {id: 'filters', name: 'Paper filters', note: 'Unbleached, size 02. 100 pieces', price: 620},
];

export const MOST_OF_A_GOOD = 20;

/** How many of each good, by its id. */
export type Cart = ReadonlyMap<string, number>;

/** US cents. */
export const totalOf = (cart: Cart): number =>
  GOODS.reduce((total, {id, price}) => total + price * (cart.get(id) ?? 0), 0);

/** What one dollar buys, by currency code. Fixed: a demo asks no exchange. */
const RATES: Readonly<Record<string, Decimal>> = {
  USDT_TRX: '1.0007',
  USDT: '1.0007',
  USDT_BSC: '1.0007',
  USDT_MATIC: '1.0007',
  USDC: '1.0002',
  USDC_TRX: '1.0002',
  BTC: '0.00000925',
  ETH: '0.000312',
  LTC: '0.0112',
  XDG: '5.2',
  BNB: '0.00134',
  TRX: '3.45',
  MATIC: '2.6',
  DAI: '1.0004',
  FRAX: '1.003',
};

/** The currencies that the shop takes, the most used first. */
export const CURRENCIES: readonly string[] = Object.keys(RATES);

/** "USDT · TRON (TRC-20)": without its network, a currency's name is only half of what a payer must know. */
export function currencyLabel(code: string): string {
  const {symbol, network} = describeCurrency(code);
  return network ? `${symbol} · ${networkLabel(network)}` : symbol;
}

/** The price in a currency, exact, and rounded up to the last digit that its chain can hold. */
export function dueIn(currency: string, cents: number): Decimal {
  const exact = multiplyDecimals(multiplyDecimals(String(cents), '0.01'), RATES[currency] ?? '0');
  const {scale = 0} = describeCurrency(currency);
  const cut = truncateDecimal(exact, scale);
  return compareDecimals(cut, exact) < 0 ? addDecimals(cut, `0.${'1'.padStart(scale, '0')}`) : cut;
}
