/**
 * A plain decimal numeral such as `"0.000000000000000001"`: digits and at most one point, perhaps a leading
 * minus; never an exponent, a sign `+`, a group separator or a float. Amounts are kept, shown, copied and
 * sent in this one form.
 */
export type Decimal = string;

const NUMERAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** More digits than any currency has (a 256-bit integer has 78): longer numerals are refused. */
const MAX_DIGITS = 80;

/**
 * Reads a JSON number or a numeral, exactly. Trailing zeros stay as they came; an exponent is written out.
 * @returns undefined for what is no finite decimal.
 */
export function parseDecimal(value: unknown): Decimal | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const match = NUMERAL.exec(String(value));
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (!digits) return undefined;
  const padded = digits.padEnd(point, '0').padStart(digits.length - Math.min(point, 0), '0');
  const integer = padded.slice(0, Math.max(point, 0)).replace(/^0+(?=.)/, '') || '0';
  const decimals = padded.slice(Math.max(point, 0));
  if (integer.length + decimals.length > MAX_DIGITS) return undefined;
  return (sign === '-' && /[1-9]/.test(digits) ? '-' : '') + integer + (decimals && `.${decimals}`);
}

/** Whether a JavaScript number may differ from the numeral it was read from: doubles keep 15 digits. */
export function mayHaveLostDigits(value: number): boolean {
  const digits = String(value)
    .replace(/e.*|[-.]/g, '')
    .replace(/^0+|0+$/g, '');
  return digits.length > 15 || (Number.isInteger(value) && !Number.isSafeInteger(value));
}

/** How many decimals stand behind the point, trailing zeros not counted. */
export const scaleOf = (value: Decimal): number => trim(value).split('.')[1]?.length ?? 0;

/** -1, 0 or 1 as `a` is less than, equal to or more than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const [x, y] = align(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = align(a, b);
  return fromUnits(x + y, scale);
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = align(a, b);
  return fromUnits(x - y, scale);
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = align(a, b);
  return fromUnits(x * y, scale * 2);
}

/** Cuts what stands behind `scale` decimals, toward zero. */
export function truncateDecimal(value: Decimal, scale: number): Decimal {
  const [whole = '0', fraction = ''] = value.split('.');
  return trim(fraction ? `${whole}.${fraction.slice(0, scale)}` : whole);
}

/** `value` in units of 10^-scale; `scale` must not be smaller than the value's own. */
function toUnits(value: Decimal, scale: number): bigint {
  const [whole = '0', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}

function fromUnits(units: bigint, scale: number): Decimal {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return trim(`${units < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`);
}

function align(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const scale = Math.max(a.split('.')[1]?.length ?? 0, b.split('.')[1]?.length ?? 0);
  return [toUnits(a, scale), toUnits(b, scale), scale];
}

function trim(value: Decimal): Decimal {
  const trimmed = value.includes('.') ? value.replace(/\.?0*$/, '') : value;
  return trimmed === '-0' ? '0' : trimmed;
}
