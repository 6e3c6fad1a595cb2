import {judge, type Finding, type Rule} from './finding.js';
import type {Answer, Shop} from './shop.js';
import {CACHING, CONDITIONAL} from './sources.js';

const ANOTHER_TAG = 'W/"calypso-invoice-check"';

/** ETag and If-None-Match, where the proxy has them: it need not. */
export async function checkCaching(shop: Shop): Promise<Finding[]> {
  const {headers} = await shop.invoice;
  const other = await shop.ask(shop.url, {headers: {'If-None-Match': ANOTHER_TAG}});
  const findings = judge(OTHER_TAG, other);
  const tag = headers.get('ETag');
  if (tag === null) return findings;
  const same = await shop.ask(shop.url, {headers: {'If-None-Match': tag}});
  return [...findings, ...judge(TAG, tag), ...judge(SAME_TAG, same)];
}

const status = ({status}: Answer) => status;

const OTHER_TAG: Rule<Answer>[] = [
  {
    rule: 'Status where If-None-Match names another ETag',
    wanted: '200 with the invoice',
    source: CONDITIONAL,
    came: status,
    holds: ({status}) => status === 200,
  },
];

const TAG: Rule<string>[] = [
  {
    rule: 'ETag of the invoice',
    wanted: 'a text in double quotes, perhaps with W/ before it',
    source: 'RFC 9110, 8.8.3 (ETag)',
    came: (tag) => tag,
    holds: (tag) => /^(W\/)?"[\x21\x23-\x7e]*"$/.test(tag),
  },
];

const SAME_TAG: Rule<Answer>[] = [
  {
    rule: 'Status where If-None-Match names the ETag',
    level: 'warning',
    wanted: '304: an ETag must change with the invoice, and not with serverTime',
    source: CONDITIONAL,
    came: status,
    holds: ({status}) => status === 304,
  },
  {
    rule: 'Cache-Control of 304',
    wanted: 'no-store, as of 200',
    source: CACHING,
    came: ({headers}) => headers.get('Cache-Control'),
    holds: ({status, headers}) => status !== 304 || /no-store/i.test(headers.get('Cache-Control') ?? ''),
  },
];
