import {parseDecimal} from './decimal.js';

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Keys of the Invoice API whose values are decimals: JSON numbers on Calypso's wire, strings in our hands. */
const DECIMAL_KEYS = new Set([
  'amount',
  'fee',
  'fiatAmount',
  'lowerBound',
  'realAmount',
  'serviceFee',
  'totalDebitAmount',
]);

/**
 * `JSON.parse` that keeps every digit: a decimal of the Invoice API is read as a string, and so is any number that
 * JavaScript would not write back as it came (too many digits, `1.10`, `1E-7`). It asks nothing of the engine:
 * such numbers are put in quotes before parsing.
 * @throws SyntaxError as `JSON.parse` does; RangeError for thousands of arrays in one another.
 */
export function parseJson(text: string): unknown {
  // What is malformed stays so: quotes would mend `01`, and a number in place of a key.
  JSON.parse(text);
  return JSON.parse(
    text.replace(TOKEN, (token) =>
      token.startsWith('"') || (token.length < 16 && String(Number(token)) === token) ? token : `"${token}"`,
    ),
    (key, value: unknown) => (DECIMAL_KEYS.has(key) ? (parseDecimal(value) ?? value) : value),
  );
}

/**
 * `JSON.stringify` that writes the decimal strings of the Invoice API as JSON numbers, digit for digit.
 * Every other value, and a decimal key with another type, is written as `JSON.stringify` would.
 */
export function stringifyJson(value: unknown, key = ''): string | undefined {
  // A Date or a URL has no members of its own to write.
  const plain = knowsItsJson(value) ? value.toJSON(key) : value;
  if (typeof plain === 'string' && DECIMAL_KEYS.has(key) && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(plain))
    return plain;
  if (Array.isArray(plain))
    return `[${plain.map((item, index) => stringifyJson(item, String(index)) ?? 'null').join()}]`;
  if (typeof plain !== 'object' || plain === null) return JSON.stringify(plain);
  const members = Object.entries(plain).flatMap(([name, member]) => {
    const text = stringifyJson(member, name);
    return text === undefined ? [] : `${JSON.stringify(name)}:${text}`;
  });
  return `{${members.join()}}`;
}

const knowsItsJson = (value: unknown): value is {toJSON(key: string): unknown} =>
  typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function';
