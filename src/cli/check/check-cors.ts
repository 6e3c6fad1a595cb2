import {judge, type Finding, type Rule} from './finding.js';
import type {Answer, Shop} from './shop.js';
import {CORS} from './sources.js';

const allowed = ({headers}: Answer) => headers.get('Access-Control-Allow-Origin');
const credentials = ({headers}: Answer) => headers.get('Access-Control-Allow-Credentials');

/** Origins that no list has, and some that a careless comparison takes for one that it has. */
function foreignOrigins({origin, url}: Shop): string[] {
  const {protocol, host} = new URL(origin ?? url);
  return [
    'https://foreign.example',
    `${protocol}//${host}.foreign.example`,
    `${protocol}//foreign-${host}`,
    'null',
  ];
}

/** Which sites may read invoices. */
export async function checkCors(shop: Shop): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const origin of foreignOrigins(shop)) {
    const answer = await shop.ask(shop.url, {headers: {Origin: origin}});
    findings.push(...judge(foreignRules(origin), answer));
  }
  if (shop.origin === undefined) return findings;
  const headers = {Origin: shop.origin};
  const read = await shop.ask(shop.url, {headers});
  const preflight = await shop.ask(shop.url, {
    method: 'OPTIONS',
    headers: {
      ...headers,
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'if-none-match',
    },
  });
  return [
    ...findings,
    ...judge(listedRules(shop.origin), read),
    ...judge(preflightRules(shop.origin), preflight),
  ];
}

const foreignRules = (origin: string): Rule<Answer>[] => [
  {
    rule: `Access-Control-Allow-Origin for ${origin}`,
    wanted: 'none: only origins from a list, compared as a whole; never *, null, or whatever came',
    source: CORS,
    came: allowed,
    holds: (answer) => !['*', 'null', origin].includes(allowed(answer)?.trim() ?? ''),
  },
  {
    rule: `Access-Control-Allow-Credentials for ${origin}`,
    wanted: 'none',
    source: CORS,
    came: credentials,
    holds: (answer) => credentials(answer) === null || allowed(answer) === null,
  },
];

const listedRules = (origin: string): Rule<Answer>[] => [
  {
    rule: `Access-Control-Allow-Origin for ${origin}`,
    wanted: origin,
    source: CORS,
    came: allowed,
    holds: (answer) => allowed(answer) === origin,
  },
  {
    rule: `Access-Control-Expose-Headers for ${origin}`,
    level: 'warning',
    wanted: 'Retry-After, ETag, Date: the page cannot read them otherwise',
    source: CORS,
    came: ({headers}) => headers.get('Access-Control-Expose-Headers'),
    holds: ({headers}) => {
      const names = listOf(headers.get('Access-Control-Expose-Headers'));
      return ['retry-after', 'etag', 'date'].every((name) => names.includes(name));
    },
  },
  {
    rule: `Vary for ${origin}`,
    level: 'warning',
    wanted: 'Origin: the answer depends on it',
    source: CORS,
    came: ({headers}) => headers.get('Vary'),
    holds: ({headers}) => listOf(headers.get('Vary')).some((name) => name === 'origin' || name === '*'),
  },
];

const preflightRules = (origin: string): Rule<Answer>[] => [
  {
    rule: `Status of the preflight for ${origin}`,
    level: 'warning',
    wanted: '204 or 200: a read with If-None-Match or Authorization begins with one',
    source: CORS,
    came: ({status}) => status,
    holds: ({status}) => status === 204 || status === 200,
  },
  {
    rule: `Access-Control-Allow-Origin of the preflight for ${origin}`,
    level: 'warning',
    wanted: origin,
    source: CORS,
    came: allowed,
    holds: (answer) => allowed(answer) === origin,
  },
];

const listOf = (header: string | null): string[] =>
  (header ?? '').split(',').map((name) => name.trim().toLowerCase());
