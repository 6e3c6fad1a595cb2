import {describeCurrency} from '../../core/currency.js';
import {scaleOf} from '../../core/decimal.js';
import {AMOUNTS} from './fields.js';
import {judge, type Finding, type Rule} from './finding.js';
import {isObject} from '../../core/is-object.js';
import type {Shop} from './shop.js';
import {CONTRACT, DIGITS} from './sources.js';

interface Amount {
  readonly name: string;
  /** As any JSON reader has it. */
  readonly value: unknown;
  /** Every digit that came; an exponent written out. */
  readonly exact: unknown;
  /** Most decimals that its currency has; undefined where that is not known. */
  readonly scale: number | undefined;
}

/** Whether amounts come with every digit, in a form that every reader reads alike. */
export async function checkAmounts(shop: Shop): Promise<Finding[]> {
  const {json, exact} = await shop.invoice;
  return isObject(json) && isObject(exact) ? judgeAmounts(json, exact) : [];
}

export function judgeAmounts(
  json: Readonly<Record<string, unknown>>,
  exact: Readonly<Record<string, unknown>>,
): Finding[] {
  const scale = describeCurrency(String(exact['currency'])).scale;
  const amounts: Amount[] = AMOUNTS.map((name) => ({
    name,
    value: json[name],
    exact: exact[name],
    scale: name === 'fiatAmount' ? undefined : scale,
  }));
  const [deposits, exactDeposits] = [listOf(json['deposits']), listOf(exact['deposits'])];
  for (const [index, {amount: value}] of deposits.entries())
    amounts.push({name: `deposits[${index}].amount`, value, exact: exactDeposits[index]?.['amount'], scale});
  return amounts
    .filter(({value}) => typeof value === 'string' || typeof value === 'number')
    .flatMap((amount) => judge(rulesOf(amount), amount));
}

const listOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.map((item: unknown) => (isObject(item) ? item : {})) : [];

const digitsOf = (text: string): number => text.replace(/\D/g, '').replace(/^0+/, '').length;

const rulesOf = ({name}: Amount): Rule<Amount>[] => [
  {
    rule: `${name} is written plainly`,
    level: 'warning',
    wanted: 'digits and at most one point: no exponent, sign, group separator or leading zero',
    source: CONTRACT,
    came: ({value}) => value,
    holds: ({value}) => typeof value === 'number' || /^(0|[1-9]\d*)(\.\d+)?$/.test(String(value)),
  },
  {
    rule: `${name} keeps its digits`,
    level: 'warning',
    wanted:
      'a string, or a JSON number of at most 15 digits: most readers of JSON hold a number as a double, round ' +
      'what is longer, and the payer would be asked for another amount',
    source: DIGITS,
    came: ({exact}) => exact,
    holds: ({value, exact}) => typeof value === 'string' || digitsOf(String(exact)) <= 15,
  },
  {
    rule: `${name} is one that its currency can have`,
    level: 'warning',
    wanted: 'no more decimals than the currency has: more come of sums with floating-point numbers',
    source: CONTRACT,
    came: ({exact}) => exact,
    holds: ({exact, scale}) => scale === undefined || scaleOf(String(exact)) <= scale,
  },
];
