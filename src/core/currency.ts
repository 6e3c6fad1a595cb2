/** How a chain writes addresses and transaction hashes. */
export type ChainFamily = 'bitcoin' | 'litecoin' | 'dogecoin' | 'evm' | 'tron';

export interface Network {
  /** As payers know it: "TRON". */
  readonly name: string;
  /** The network's token standard, where the currency is a token: "TRC-20". */
  readonly standard?: string;
  readonly family: ChainFamily;
  /** Minutes within which a payment usually arrives (Calypso's FAQ on accepting payments); absent where it says none. */
  readonly usualMinutes?: number;
  /** Where a transaction can be looked at; the hash is put behind it. */
  readonly explorer: string;
}

export interface Currency {
  /** What wallets call it: "USDT". */
  readonly symbol: string;
  /** "Tether USD"; absent for a code that we do not know. */
  readonly name?: string;
  /** Absent for a code that we do not know: no network is ever invented. */
  readonly network?: Network;
  /** Most decimals that an amount of it may have; absent for a code that we do not know. */
  readonly scale?: number;
}

const bitcoin: Network = {
  name: 'Bitcoin',
  family: 'bitcoin',
  usualMinutes: 180,
  explorer: 'https://mempool.space/tx/',
};
const litecoin: Network = {
  name: 'Litecoin',
  family: 'litecoin',
  explorer: 'https://litecoinspace.org/tx/',
};
const dogecoin: Network = {
  name: 'Dogecoin',
  family: 'dogecoin',
  usualMinutes: 5,
  explorer: 'https://blockchair.com/dogecoin/transaction/',
};
const ethereum: Network = {
  name: 'Ethereum',
  family: 'evm',
  usualMinutes: 10,
  explorer: 'https://etherscan.io/tx/',
};
const tron: Network = {
  name: 'TRON',
  family: 'tron',
  usualMinutes: 5,
  explorer: 'https://tronscan.org/#/transaction/',
};
const bsc: Network = {
  name: 'BNB Smart Chain',
  family: 'evm',
  usualMinutes: 5,
  explorer: 'https://bscscan.com/tx/',
};
const polygon: Network = {
  name: 'Polygon',
  family: 'evm',
  usualMinutes: 5,
  explorer: 'https://polygonscan.com/tx/',
};

const coin = (symbol: string, name: string, network: Network, scale: number): Currency => ({
  symbol,
  name,
  network,
  scale,
});
const token = (symbol: string, name: string, network: Network, standard: string, scale: number): Currency =>
  coin(symbol, name, {...network, standard}, scale);

/**
 * The codes of the Invoice API. The network is part of the code: bare stablecoins live on Ethereum, a suffix
 * names another network. A `Map`, so that `__proto__` is a code like any other.
 */
const CURRENCIES = new Map<string, Currency>([
  ['BTC', coin('BTC', 'Bitcoin', bitcoin, 8)],
  ['LTC', coin('LTC', 'Litecoin', litecoin, 8)],
  ['XDG', coin('DOGE', 'Dogecoin', dogecoin, 8)],
  ['ETH', coin('ETH', 'Ether', ethereum, 18)],
  ['BNB', coin('BNB', 'BNB', bsc, 18)],
  ['MATIC', coin('MATIC', 'Polygon', polygon, 18)],
  ['TRX', coin('TRX', 'TRON', tron, 6)],
  ['USDT', token('USDT', 'Tether USD', ethereum, 'ERC-20', 6)],
  ['USDT_TRX', token('USDT', 'Tether USD', tron, 'TRC-20', 6)],
  ['USDT_BSC', token('USDT', 'Tether USD', bsc, 'BEP-20', 18)],
  ['USDT_MATIC', token('USDT', 'Tether USD', polygon, 'ERC-20', 6)],
  ['USDC', token('USDC', 'USD Coin', ethereum, 'ERC-20', 6)],
  ['USDC_TRX', token('USDC', 'USD Coin', tron, 'TRC-20', 6)],
  ['DAI', token('DAI', 'Dai', ethereum, 'ERC-20', 18)],
  ['FRAX', token('FRAX', 'Frax', ethereum, 'ERC-20', 18)],
]);

/** The codes that {@link describeCurrency} knows. */
export const CURRENCY_CODES: readonly string[] = /* @__PURE__ */ (() => [...CURRENCIES.keys()])();

/** What is known of a currency code; an unknown one keeps its raw code as symbol and has no network. */
export const describeCurrency = (code: string): Currency => CURRENCIES.get(code) ?? {symbol: code};

/** "TRON (TRC-20)". */
export const networkLabel = ({name, standard}: Network): string =>
  standard ? `${name} (${standard})` : name;

/** The page of a transaction in its chain's explorer; none where code or hash is not one that we know. */
export function explorerUrl(code: string | undefined, hash: string | undefined): string | undefined {
  const network = describeCurrency(code ?? '').network;
  if (!network || !hash) return undefined;
  const wellFormed = network.family === 'evm' ? /^0x[\da-f]{64}$/i : /^[\da-f]{64}$/i;
  return wellFormed.test(hash) ? network.explorer + hash : undefined;
}
