import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {CURRENCY_CODES, describeCurrency, explorerUrl, networkLabel} from '../../src/core/currency.js';
import {paymentUri} from '../../src/core/payment-uri.js';

const HASH = '10c2eba81f0acc458a5c02c40ef709ede784240f0f5701e5cbb4454e30c7f3a1';
const UNKNOWN = [
  '',
  'SOL',
  'usdt_trx',
  'USDT_',
  'USDT_TON',
  '__proto__',
  'constructor',
  'toString',
  '\ud800',
];

describe('describeCurrency', () => {
  for (const [code, symbol, name, network, family, scale] of [
    ['BTC', 'BTC', 'Bitcoin', 'Bitcoin', 'bitcoin', 8],
    ['LTC', 'LTC', 'Litecoin', 'Litecoin', 'litecoin', 8],
    ['XDG', 'DOGE', 'Dogecoin', 'Dogecoin', 'dogecoin', 8],
    ['ETH', 'ETH', 'Ether', 'Ethereum', 'evm', 18],
    ['BNB', 'BNB', 'BNB', 'BNB Smart Chain', 'evm', 18],
    ['MATIC', 'MATIC', 'Polygon', 'Polygon', 'evm', 18],
    ['TRX', 'TRX', 'TRON', 'TRON', 'tron', 6],
    ['USDT', 'USDT', 'Tether USD', 'Ethereum (ERC-20)', 'evm', 6],
    ['USDT_TRX', 'USDT', 'Tether USD', 'TRON (TRC-20)', 'tron', 6],
    ['USDT_BSC', 'USDT', 'Tether USD', 'BNB Smart Chain (BEP-20)', 'evm', 18],
    ['USDT_MATIC', 'USDT', 'Tether USD', 'Polygon (ERC-20)', 'evm', 6],
    ['USDC', 'USDC', 'USD Coin', 'Ethereum (ERC-20)', 'evm', 6],
    ['USDC_TRX', 'USDC', 'USD Coin', 'TRON (TRC-20)', 'tron', 6],
    ['DAI', 'DAI', 'Dai', 'Ethereum (ERC-20)', 'evm', 18],
    ['FRAX', 'FRAX', 'Frax', 'Ethereum (ERC-20)', 'evm', 18],
  ] as const)
    it(`knows ${code}: ${name} on ${network}`, () => {
      const currency = describeCurrency(code);
      assert.ok(currency.network);
      assert.deepEqual(
        [
          currency.symbol,
          currency.name,
          networkLabel(currency.network),
          currency.network.family,
          currency.scale,
        ],
        [symbol, name, network, family, scale],
      );
      assert.ok(CURRENCY_CODES.includes(code));
    });

  it('knows no others', () => assert.equal(CURRENCY_CODES.length, 15));

  for (const code of UNKNOWN)
    it(`shows ${JSON.stringify(code)} as it came, without a network`, () =>
      assert.deepEqual(describeCurrency(code), {symbol: code}));
});

describe('explorerUrl', () => {
  for (const [code, hash, url] of [
    ['BTC', HASH, `https://mempool.space/tx/${HASH}`],
    ['LTC', HASH, `https://litecoinspace.org/tx/${HASH}`],
    ['XDG', HASH, `https://blockchair.com/dogecoin/transaction/${HASH}`],
    ['ETH', `0x${HASH}`, `https://etherscan.io/tx/0x${HASH}`],
    ['USDT', `0x${HASH}`, `https://etherscan.io/tx/0x${HASH}`],
    ['USDT_BSC', `0x${HASH}`, `https://bscscan.com/tx/0x${HASH}`],
    ['USDT_MATIC', `0x${HASH}`, `https://polygonscan.com/tx/0x${HASH}`],
    ['USDT_TRX', HASH, `https://tronscan.org/#/transaction/${HASH}`],
    ['USDT_TRX', HASH.toUpperCase(), `https://tronscan.org/#/transaction/${HASH.toUpperCase()}`],
    // A hash in the form of another chain is of another chain.
    ['ETH', HASH, undefined],
    ['ETH', `0x${HASH}0`, undefined],
    ['BTC', `0x${HASH}`, undefined],
    ['BTC', HASH.slice(1), undefined],
    ['BTC', `${HASH}0`, undefined],
    ['BTC', `${HASH}\n`, undefined],
    ['BTC', `../../${HASH}`, undefined],
    ['BTC', 'javascript:alert(1)', undefined],
    ['BTC', '', undefined],
    ['BTC', undefined, undefined],
    ['SOL', HASH, undefined],
    ['__proto__', HASH, undefined],
    [undefined, HASH, undefined],
  ] as const)
    it(`${code} ${JSON.stringify(hash)?.slice(0, 12)}: ${url?.slice(0, 40)}`, () =>
      assert.equal(explorerUrl(code, hash), url));

  it('never leads anywhere but to the explorer', () =>
    fc.assert(
      fc.property(fc.constantFrom(...CURRENCY_CODES), fc.string({unit: 'binary'}), (code, hash) =>
        assert.equal(explorerUrl(code, hash), undefined),
      ),
    ));
});

describe('paymentUri', () => {
  const ADDRESS = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';
  for (const [amount, uri] of [
    ['0.001', `bitcoin:${ADDRESS}?amount=0.001`],
    ['0.00000001', `bitcoin:${ADDRESS}?amount=0.00000001`],
    [undefined, `bitcoin:${ADDRESS}`],
  ] as const)
    it(`of ${amount ?? 'any amount of'} BTC is BIP-21`, () =>
      assert.equal(paymentUri('BTC', ADDRESS, amount), uri));

  for (const code of [...CURRENCY_CODES.filter((it) => it !== 'BTC'), ...UNKNOWN])
    it(`of ${JSON.stringify(code)} is none: wallets read them differently`, () =>
      assert.equal(paymentUri(code, ADDRESS, '1'), undefined));
});
