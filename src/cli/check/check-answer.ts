import {parseInstant} from '../../core/instant.js';
import {mediaType, safeRules} from './answer-rules.js';
import {judge, type Finding, type Rule} from './finding.js';
import {isObject} from '../../core/is-object.js';
import type {Answer, Shop} from './shop.js';
import {CACHING, CLOCK, CONTRACT, ROUTES, SECRECY} from './sources.js';

/** ms; a signed call to Calypso may be off by three minutes, a countdown by less. */
const MOST_SKEW = 60_000;

const RULES: Rule<Answer>[] = [
  {
    rule: 'Status of the invoice',
    wanted: '200, without a redirect; a 404 may mean that there is no such invoice',
    source: ROUTES,
    came: ({status}) => status,
    holds: ({status}) => status === 200,
  },
  {
    rule: 'Content-Type of the invoice',
    wanted: 'application/json',
    source: CONTRACT,
    came: ({headers}) => headers.get('Content-Type'),
    holds: (answer) => mediaType(answer) === 'application/json',
  },
  {
    rule: 'Body of the invoice',
    wanted: 'a JSON object',
    source: CONTRACT,
    came: ({text}) => text,
    holds: ({json}) => isObject(json),
  },
  ...safeRules('the invoice'),
  {
    rule: 'Age of the invoice',
    wanted: 'none, unless the field "stale" says so: no cache may keep an invoice',
    source: CACHING,
    came: ({headers}) => headers.get('Age'),
    holds: ({headers, json}) => !headers.has('Age') || (isObject(json) && json['stale'] === true),
  },
  {
    rule: 'Set-Cookie of the invoice',
    level: 'warning',
    wanted: 'none: polling needs no session',
    source: SECRECY,
    came: ({headers}) => (headers.has('Set-Cookie') ? 'a cookie' : null),
    holds: ({headers}) => !headers.has('Set-Cookie'),
  },
];

/** The answer as a whole, and the clock that it brings. */
export async function checkAnswer(shop: Shop): Promise<Finding[]> {
  const answer = await shop.invoice;
  const head = await shop.ask(shop.url, {method: 'HEAD'});
  const upper = await shop.ask(shop.at(shop.key.toUpperCase()));
  return [
    ...judge(RULES, answer),
    ...judge(clockRules(shop.now()), answer),
    ...judge(
      [
        {
          rule: 'Status of HEAD',
          level: 'warning',
          wanted: '200, as for GET',
          source: ROUTES,
          came: ({status}) => status,
          holds: ({status}) => status === 200,
        },
      ],
      head,
    ),
    ...judge(
      [
        {
          rule: 'Status with the UUID in upper case',
          level: 'warning',
          wanted: '200: a UUID is the same in either case (RFC 9562, 4)',
          source: ROUTES,
          came: ({status}) => status,
          holds: ({status}) => status === 200,
        },
      ],
      upper,
    ),
  ];
}

const clockRules = (now: number): Rule<Answer>[] => [
  {
    rule: 'Clock of the invoice',
    level: 'warning',
    wanted: 'serverTime or Date, true to a minute: the countdown goes by it',
    source: CLOCK,
    came: clockOf,
    holds: (answer) => {
      const text = clockOf(answer);
      const time = parseInstant(text) ?? Date.parse(text ?? '');
      return Math.abs(time - now) < MOST_SKEW;
    },
  },
];

function clockOf({json, headers}: Answer): string | undefined {
  const serverTime = isObject(json) ? json['serverTime'] : undefined;
  return typeof serverTime === 'string' ? serverTime : (headers.get('Date') ?? undefined);
}
