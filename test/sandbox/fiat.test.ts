import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CURRENCY_CODES, describeCurrency} from '../../src/core/currency.js';
import {compareDecimals, multiplyDecimals, subtractDecimals} from '../../src/core/decimal.js';
import {HOUR, names, SECOND, setup, START} from './support.js';

const MINUTE = 60 * SECOND;
const written = (time: number) => new Date(time).toISOString().replace('Z', '000');

async function start(currency: string, fiatAmount = '100', fiatCurrency = 'EUR') {
  const world = setup();
  const invoice = await world.client.createSingleFiatInvoice({
    currency,
    fiatAmount,
    fiatCurrency,
    description: 'x',
  });
  const look = () => world.client.getInvoice(names(invoice));
  return {...world, ...names(invoice), invoice, look, advance: world.sandbox.advance};
}

describe('SINGLE_FIAT', () => {
  for (const currency of CURRENCY_CODES)
    for (const fiatCurrency of ['USD', 'EUR'])
      it(`${currency} for ${fiatCurrency}: the least amount of its scale that is worth the price`, async () => {
        const {client, invoice} = await start(currency, '99.95', fiatCurrency);
        const [rate] = await client.getRates([currency], [fiatCurrency]);
        const scale = describeCurrency(currency).scale ?? 0;
        const {amount = ''} = invoice;
        assert.ok((amount.split('.')[1] ?? '').length <= scale, amount);
        assert.ok(compareDecimals(multiplyDecimals(amount, rate!.rates), '99.95') >= 0);
        const less = subtractDecimals(amount, `0.${'1'.padStart(scale, '0')}`);
        assert.ok(compareDecimals(multiplyDecimals(less, rate!.rates), '99.95') < 0);
        assert.deepEqual([invoice.fiatAmount, invoice.fiatCurrency], ['99.95', fiatCurrency]);
        assert.equal(invoice.lastFiatUpdated, written(START));
      });

  for (const [currency, period] of [
    ['ETH', 15 * MINUTE],
    ['USDT_BSC', 15 * MINUTE],
    ['BTC', 60 * MINUTE],
  ] as const)
    it(`${currency} is quoted anew every ${period / MINUTE} minutes, and never in between`, async () => {
      const {client, look, advance, invoice} = await start(currency);
      let before = invoice.amount;
      for (let quote = 1; quote <= 5; quote++) {
        await advance(period - 1);
        const same = await look();
        assert.equal(same.amount, before);
        assert.equal(same.lastFiatUpdated, written(START + (quote - 1) * period));
        await advance(1);
        const {amount = '', fee, lastFiatUpdated, fiatAmount} = await look();
        assert.notEqual(amount, before);
        assert.equal(lastFiatUpdated, written(START + quote * period));
        assert.equal(fiatAmount, '100');
        assert.ok(compareDecimals(fee ?? '', multiplyDecimals(amount, '0.01')) <= 0);
        const [rate] = await client.getRates([currency], ['EUR']);
        assert.ok(compareDecimals(multiplyDecimals(amount, rate!.rates), '100') >= 0);
        before = amount;
      }
    });

  it('is frozen once a deposit is seen, and judged by the quote in force then', async () => {
    const {sandbox, advance, look, address, invoice} = await start('ETH');
    await advance(15 * MINUTE - 1);
    const amount = invoice.amount ?? '';
    await sandbox.deposit({address, amount});
    await advance(1);
    assert.equal((await look()).amount, amount);
    await advance(5 * SECOND);
    const paid = await look();
    assert.deepEqual([paid.state, paid.amount, paid.lastFiatUpdated], ['PAID', amount, written(START)]);
    await advance(5 * HOUR);
    const {state, ...done} = await look();
    assert.equal(state, 'COMPLETED');
    assert.equal(done.amount, amount);
  });

  it('a payment of an old quote is judged by the new one', async () => {
    const {sandbox, advance, look, address, invoice} = await start('ETH');
    await advance(15 * MINUTE);
    const {amount = ''} = await look();
    assert.notEqual(amount, invoice.amount);
    await sandbox.deposit({address, amount: multiplyDecimals(amount, '2')});
    await advance(5 * SECOND);
    const {state, interventionType} = await look();
    assert.deepEqual([state, interventionType], ['PENDING_INTERVENTION', 'OVERPAY']);
  });

  it('an expired one keeps its last quote', async () => {
    const {advance, look} = await start('TRX');
    await advance(3 * HOUR);
    const {amount, state, lastFiatUpdated} = await look();
    assert.deepEqual([state, lastFiatUpdated], ['ARCHIVED', written(START + 3 * HOUR)]);
    await advance(HOUR);
    assert.equal((await look()).amount, amount);
  });

  it('keeps every digit of a price of 40', async () => {
    const fiatAmount = `${'123456789'.repeat(4)}12.34`;
    const {invoice, look} = await start('BTC', fiatAmount);
    assert.equal(invoice.fiatAmount, fiatAmount);
    assert.match((await look()).amount ?? '', /^\d{33}\.\d{8}$/);
  });
});

describe('rates', () => {
  it('are the same for the same instant, move, and stay near', async () => {
    const {client, sandbox} = setup();
    const read = async () => Number((await client.getRates(['BTC'], ['USD']))[0]?.rates);
    const seen = new Set<number>();
    assert.equal(await read(), await read());
    for (let minute = 0; minute < 200; minute++) {
      await sandbox.advance(97 * MINUTE);
      const rate = await read();
      assert.ok(rate > 65_000 * 0.969 && rate < 65_000 * 1.031, String(rate));
      seen.add(rate);
    }
    assert.ok(seen.size > 190);
  });

  it('have the documented shape, and need no account', async () => {
    const {call, post, clock} = setup();
    const payload = '{"fromCurrencies":["ETH","USD"],"toCurrencies":["EUR","USDT_TRX"]}';
    const {text, json} = await call('rate', payload);
    const anonymous = await post('/api/v1/rate', `{"timestamp":${clock.time},"payload":${payload}}`);
    assert.equal(anonymous.text, text);
    const rates = json['currencyRates'] as Record<string, unknown>[];
    assert.deepEqual(
      rates.map((rate) => [
        rate['fromCurrency'],
        rate['toCurrency'],
        typeof rate['rates'],
        rate['ratesDate'],
      ]),
      [
        ['ETH', 'EUR', 'number', '2026-01-02T03:04:00.000000'],
        ['ETH', 'USDT_TRX', 'number', '2026-01-02T03:04:00.000000'],
        ['USD', 'EUR', 'number', '2026-01-02T03:04:00.000000'],
        ['USD', 'USDT_TRX', 'number', '2026-01-02T03:04:00.000000'],
      ],
    );
    const {json: old} = await post('/api/v1/rate', `{"timestamp":1,"payload":${payload}}`);
    assert.equal(old['errorCode'], '011');
    // The same call anywhere else is refused.
    const {json: other} = await post('/api/v1/invoice', `{"timestamp":${clock.time},"payload":{"id":"x"}}`);
    assert.equal(other['message'], 'account=[Must not be null]');
  });
});
