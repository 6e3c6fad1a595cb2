import fc from 'fast-check';

const digits = (minLength: number, maxLength: number) =>
  fc.string({unit: fc.constantFrom(...'0123456789'), minLength, maxLength});

const whole = digits(1, 40).map((text) => text.replace(/^0+(?=.)/, ''));

/** A plain numeral of up to 40 digits before the point and 18 behind it, trailing zeros included. */
export const numerals = fc
  .tuple(whole, fc.option(digits(1, 18)))
  .map(([integer, fraction]) => (fraction === null ? integer : `${integer}.${fraction}`));

/** Its value in units of 10^-18, by other means than the code under test. */
export function units(numeral: string): bigint {
  const [, sign, integer = '', fraction = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(numeral) ?? [];
  const size = BigInt(integer) * 10n ** 18n + BigInt(fraction.padEnd(18, '0'));
  return sign ? -size : size;
}
