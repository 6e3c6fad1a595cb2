import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  addDecimals,
  compareDecimals,
  mayHaveLostDigits,
  multiplyDecimals,
  parseDecimal,
  scaleOf,
  subtractDecimals,
  truncateDecimal,
} from '../../src/core/decimal.js';
import {numerals, units} from './decimal-numerals.js';

const PLAIN = /^-?(0|[1-9]\d*)(\.\d+)?$/;

describe('parseDecimal', () => {
  for (const [value, decimal] of [
    ['0', '0'],
    ['10.230', '10.230'],
    ['0.000000000000000001', '0.000000000000000001'],
    ['1e-7', '0.0000001'],
    ['1E-7', '0.0000001'],
    ['1.50e-7', '0.000000150'],
    ['1.2e-1', '0.12'],
    ['1e+3', '1000'],
    ['12.345e2', '1234.5'],
    ['1.20e1', '12.0'],
    ['0e5', '0'],
    ['1e79', `1${'0'.repeat(79)}`],
    ['1e-79', `0.${'0'.repeat(78)}1`],
    ['007', '7'],
    ['+5', '5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-0', '0'],
    ['-0.00', '0.00'],
    ['-1.5', '-1.5'],
    [1e-7, '0.0000001'],
    [1.5e-10, '0.00000000015'],
    [1e21, '1000000000000000000000'],
    [-0, '0'],
    [10.234, '10.234'],
  ] as const)
    it(`reads ${typeof value} ${value} as ${decimal}`, () => assert.equal(parseDecimal(value), decimal));

  for (const garbage of [
    ...[
      '',
      ' ',
      '.',
      '-',
      'e5',
      '1e',
      '1,5',
      '1 000',
      ' 1',
      '1 ',
      '1\n',
      '1_000',
      '0x10',
      '١٢',
      '１',
      '1.2.3',
    ],
    ...[
      '--1',
      '1e5.5',
      '1e1000',
      '1e80',
      '1e-80',
      '1'.repeat(81),
      'NaN',
      'Infinity',
      '1n',
      '1e٣',
      '$5',
      '5 USDT',
    ],
    ...[NaN, Infinity, -Infinity, 1e300, 5e-324],
    ...[null, undefined, true, [], ['1'], {}, {toString: () => '1'}, 1n, Symbol('1')],
  ])
    it(`refuses ${typeof garbage} ${JSON.stringify(typeof garbage === 'bigint' ? '1n' : garbage)}`, () =>
      assert.equal(parseDecimal(garbage), undefined));

  it('gives back up to 40 digits and 18 places as they came', () =>
    fc.assert(
      fc.property(numerals, (numeral) => assert.equal(parseDecimal(numeral), numeral)),
      {numRuns: 5000},
    ));

  it('writes out an exponent without changing the value', () =>
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 18n), 10n ** 18n),
        fc.integer({min: -18, max: 18}),
        (mantissa, exponent) => {
          const decimal = parseDecimal(`${mantissa}e${exponent}`);
          assert.match(decimal ?? '', PLAIN);
          assert.equal(units(decimal ?? ''), mantissa * 10n ** BigInt(exponent + 18));
        },
      ),
    ));

  it('reads a JavaScript number as the number that it is', () =>
    fc.assert(
      fc.property(fc.double({min: -1e60, max: 1e60, noNaN: true}), (number) => {
        const decimal = parseDecimal(number);
        if (decimal !== undefined) assert.match(decimal, PLAIN);
        if (decimal !== undefined) assert.equal(Number(decimal), number + 0);
        else assert.ok(Math.abs(number) < 1e-55);
      }),
    ));

  it('gives a plain numeral, which it takes again, or nothing for any text', () =>
    fc.assert(
      fc.property(
        fc.string({unit: fc.constantFrom(...'0123456789.eE+- ')}),
        fc.integer(),
        (text, exponent) => {
          for (const decimal of [parseDecimal(text), parseDecimal(`1.5e${exponent % 100}`)])
            if (decimal !== undefined) {
              assert.match(decimal, PLAIN);
              assert.equal(parseDecimal(decimal), decimal);
            }
        },
      ),
      {numRuns: 5000},
    ));
});

describe('arithmetic', () => {
  const pairs = fc
    .tuple(numerals, numerals, fc.boolean(), fc.boolean())
    .map(([a, b, minusA, minusB]) => [minusA ? `-${a}` : a, minusB ? `-${b}` : b] as const);
  const sign = (value: bigint) => (value > 0n ? 1 : value < 0n ? -1 : 0);

  it('compares as integers do', () =>
    fc.assert(
      fc.property(pairs, ([a, b]) => assert.equal(compareDecimals(a, b), sign(units(a) - units(b)))),
      {numRuns: 2000},
    ));

  it('finds a numeral equal to itself with other trailing zeros', () =>
    fc.assert(
      fc.property(numerals, fc.integer({min: 1, max: 9}), (numeral, zeros) => {
        const longer = `${numeral}${numeral.includes('.') ? '' : '.'}${'0'.repeat(zeros)}`;
        assert.equal(compareDecimals(numeral, longer), 0);
      }),
    ));

  it('adds and subtracts as integers do', () =>
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        assert.equal(units(addDecimals(a, b)), units(a) + units(b));
        assert.equal(units(subtractDecimals(a, b)), units(a) - units(b));
      }),
      {numRuns: 2000},
    ));

  it('multiplies as integers do', () =>
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const product = multiplyDecimals(a, b);
        const [whole = '', fraction = ''] = product.split('.');
        assert.equal(BigInt(whole + fraction) * 10n ** BigInt(36 - fraction.length), units(a) * units(b));
      }),
      {numRuns: 2000},
    ));

  it('writes results plainly, without zeros at the end and without minus zero', () =>
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        for (const result of [addDecimals(a, b), subtractDecimals(a, b), multiplyDecimals(a, b)]) {
          assert.match(result, PLAIN);
          assert.doesNotMatch(result, /\.\d*0$|^-0$/);
        }
      }),
    ));

  for (const [a, b, sum, difference, product] of [
    ['0.1', '0.2', '0.3', '-0.1', '0.02'],
    ['1800', '1799.999999', '3599.999999', '0.000001', '3239999.9982'],
    ['0.10', '0.1', '0.2', '0', '0.01'],
  ] as const)
    it(`knows ${a} and ${b}`, () =>
      assert.deepEqual(
        [addDecimals(a, b), subtractDecimals(a, b), multiplyDecimals(a, b)],
        [sum, difference, product],
      ));
});

describe('truncateDecimal', () => {
  for (const [value, scale, cut] of [
    ['1.239', 2, '1.23'],
    ['1.999', 0, '1'],
    ['1.200', 2, '1.2'],
    ['100', 2, '100'],
    ['0.0049', 2, '0'],
    ['-0.009', 2, '0'],
    ['-1.239', 2, '-1.23'],
  ] as const)
    it(`cuts ${value} to ${scale} decimals: ${cut}`, () => assert.equal(truncateDecimal(value, scale), cut));
});

describe('scaleOf', () => {
  for (const [value, scale] of [
    ['100', 0],
    ['1.0', 0],
    ['1.10', 1],
    ['0.000000000000000001', 18],
  ] as const)
    it(`${value} has ${scale} decimals`, () => assert.equal(scaleOf(value), scale));
});

describe('mayHaveLostDigits', () => {
  for (const [number, lost] of [
    [0, false],
    [0.001, false],
    [1e-7, false],
    [1800, false],
    [999999999999999, false],
    [99999999.9999999, false],
    [1234567890123456, true],
    [0.1 + 0.2, true],
    [0.123456789012345678, true],
    [12345678901234567890, true],
    [1e21, true],
    [1e300, true],
  ] as const)
    it(`${number}: ${lost}`, () => assert.equal(mayHaveLostDigits(number), lost));

  it('is false only where a numeral of up to 15 digits came through JSON.parse unchanged', () =>
    fc.assert(
      fc.property(numerals, (numeral) => {
        const number = JSON.parse(numeral) as number;
        fc.pre(numeral.replace('.', '').replace(/^0+|0+$/g, '').length <= 15 && !mayHaveLostDigits(number));
        assert.equal(compareDecimals(parseDecimal(number) ?? 'none', numeral), 0);
      }),
      {numRuns: 500},
    ));
});
