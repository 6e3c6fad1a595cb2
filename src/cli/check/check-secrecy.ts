import {FIELDS} from './fields.js';
import {judge, type Finding, type Rule} from './finding.js';
import {isObject, type Answer, type Shop} from './shop.js';
import {SECRECY} from './sources.js';

/** What Calypso says to the merchant only. */
const MERCHANTS_OWN = ['account', 'autoconversion', 'externalId', 'fee', 'id', 'subscriptionEnabled'];
const SECRET = /secret|password|token|credential|signature|api.?key|private|^(key|sign)$/i;
const SECRET_HEADER = /^(key|sign|authorization|x-api-key|api-key)$|secret/i;

const namesOf = ({json}: Answer): string[] => (isObject(json) ? Object.keys(json) : []);

const deepNamesOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(deepNamesOf);
  return isObject(value) ? Object.entries(value).flatMap(([name, it]) => [name, ...deepNamesOf(it)]) : [];
};

const secretNames = ({json}: Answer): string[] => deepNamesOf(json).filter((name) => SECRET.test(name));
const strangers = (answer: Answer): string[] =>
  namesOf(answer).filter((name) => !FIELDS.has(name) && !MERCHANTS_OWN.includes(name) && !SECRET.test(name));
const secretHeaders = ({headers}: Answer): string[] =>
  [...headers.keys()].filter((name) => SECRET_HEADER.test(name));

/** Names only: a report is no place for a secret either. */
export const SECRECY_RULES: readonly Rule<Answer>[] = [
  ...MERCHANTS_OWN.map((name): Rule<Answer> => ({
    rule: `${name} is kept from the payer`,
    wanted: 'no such field: answer from a list of fields that may be known',
    source: SECRECY,
    came: (answer) => (namesOf(answer).includes(name) ? 'the field' : null),
    holds: (answer) => !namesOf(answer).includes(name),
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
    came: (answer) => strangers(answer).join(' '),
    holds: (answer) => strangers(answer).length === 0,
  },
];

export const checkSecrecy = async (shop: Shop): Promise<Finding[]> =>
  judge(SECRECY_RULES, await shop.invoice);
