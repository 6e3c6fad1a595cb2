import {DEPOSIT_FIELDS, FIELDS} from './fields.js';
import {judge, type Finding, type Rule} from './finding.js';
import {isObject} from '../../core/is-object.js';
import type {Answer, Shop} from './shop.js';
import {SECRECY} from './sources.js';

/** What Calypso says to the merchant only. */
const MERCHANTS_OWN = ['account', 'autoconversion', 'externalId', 'fee', 'id', 'subscriptionEnabled'];
const SECRET = /secret|password|token|credential|signature|api.?key|private|^(key|sign)$/i;
const SECRET_HEADER = /^(key|sign|authorization|x-api-key|api-key)$|secret/i;

/** A field that the contract does not have. */
interface Stranger {
  readonly name: string;
  /** `fee` of the invoice, `deposits[].fee` of whichever deposit. */
  readonly place: string;
}

function strangersOf({json}: Answer): Stranger[] {
  if (!isObject(json)) return [];
  const deposits: unknown[] = Array.isArray(json['deposits']) ? json['deposits'] : [];
  const ofDeposits = new Set(deposits.filter(isObject).flatMap(Object.keys));
  return [
    ...Object.keys(json)
      .filter((name) => !FIELDS.has(name))
      .map((name) => ({name, place: name})),
    ...[...ofDeposits]
      .filter((name) => !DEPOSIT_FIELDS.includes(name))
      .map((name) => ({name, place: `deposits[].${name}`})),
  ];
}

const placesOf = (strangers: readonly Stranger[]): string => strangers.map(({place}) => place).join(' ');
const merchantsOwn = (answer: Answer, own: string): Stranger[] =>
  strangersOf(answer).filter(({name}) => name === own);
const unknown = (answer: Answer): Stranger[] =>
  strangersOf(answer).filter(({name}) => !MERCHANTS_OWN.includes(name) && !SECRET.test(name));

const deepNamesOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(deepNamesOf);
  return isObject(value) ? Object.entries(value).flatMap(([name, it]) => [name, ...deepNamesOf(it)]) : [];
};

const secretNames = ({json}: Answer): string[] => deepNamesOf(json).filter((name) => SECRET.test(name));
const secretHeaders = ({headers}: Answer): string[] =>
  [...headers.keys()].filter((name) => SECRET_HEADER.test(name));

/** Names only: a report is no place for a secret either. */
export const SECRECY_RULES: readonly Rule<Answer>[] = [
  ...MERCHANTS_OWN.map((name): Rule<Answer> => ({
    rule: `${name} is kept from the payer`,
    wanted: 'no such field: answer from a list of fields that may be known',
    source: SECRECY,
    came: (answer) => placesOf(merchantsOwn(answer, name)),
    holds: (answer) => merchantsOwn(answer, name).length === 0,
  })),
  {
    rule: 'Keys and secrets are kept from the payer',
    wanted: 'no field of such a name',
    source: SECRECY,
    came: (answer) => secretNames(answer).join(' '),
    holds: (answer) => secretNames(answer).length === 0,
  },
  {
    rule: 'Headers of the signed call are kept from the payer',
    wanted: 'no header of such a name',
    source: SECRECY,
    came: (answer) => secretHeaders(answer).join(' '),
    holds: (answer) => secretHeaders(answer).length === 0,
  },
  {
    rule: 'Fields are those of the contract',
    level: 'warning',
    wanted: 'no others: make sure that a payer may know them',
    source: SECRECY,
    came: (answer) => placesOf(unknown(answer)),
    holds: (answer) => unknown(answer).length === 0,
  },
];

export const checkSecrecy = async (shop: Shop): Promise<Finding[]> =>
  judge(SECRECY_RULES, await shop.invoice);
