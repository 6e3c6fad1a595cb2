import {expect, test} from '@playwright/test';
import {CURRENCIES, currencyLabel, dueIn} from '../../demo/catalog.js';
import {CURRENCY_CODES, describeCurrency} from '../../src/core/currency.js';
import {scaleOf} from '../../src/core/decimal.js';

for (const [currency, cents, due] of [
  ['USDT_TRX', 2900, '29.0203'],
  ['BTC', 1450, '0.00013413'], // 0.000134125, rounded up
  ['BTC', 620, '0.00005735'],
  ['ETH', 1, '0.00000312'],
  ['XDG', 0, '0'],
] as const)
  test(`${cents} cents are ${due} ${currency}`, () => {
    expect(dueIn(currency, cents)).toBe(due);
  });

test('every currency has a price that its chain can hold, and names its network', () => {
  expect([...CURRENCIES].sort()).toEqual([...CURRENCY_CODES].sort());
  for (const code of CURRENCIES) {
    const {symbol, scale = 0, network} = describeCurrency(code);
    expect(scaleOf(dueIn(code, 3333)), code).toBeLessThanOrEqual(scale);
    expect(dueIn(code, 3333), code).not.toBe('0');
    expect(currencyLabel(code)).toContain(`${symbol} · ${network?.name}`);
  }
});
