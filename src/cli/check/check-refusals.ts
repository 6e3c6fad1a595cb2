import {problemRules} from './answer-rules.js';
import {judge, type Finding, type Rule} from './finding.js';
import type {Answer, Shop} from './shop.js';
import {ROUTES} from './sources.js';

interface Refusal {
  readonly of: string;
  readonly url: (shop: Shop) => URL;
  readonly method?: string;
  readonly statuses: readonly number[];
  readonly why: string;
  /** Others may answer before the proxy does: no word of theirs is looked at. */
  readonly statusOnly?: boolean;
}

const behind = (suffix: string) => (shop: Shop) => shop.at(`${shop.key}${suffix}`);

/** What must not be answered with an invoice. Nothing that could change one is asked of one that there is. */
const REFUSALS: readonly Refusal[] = [
  {
    of: 'an unknown UUID',
    url: (shop) => shop.at(),
    statuses: [404, 403],
    why: 'Calypso’s error 004, or an invoice that the payer may not read; other errors are 502 or 504',
  },
  {
    of: 'what is no UUID',
    url: (shop) => shop.at('not-a-uuid'),
    statuses: [404],
    why: 'without asking Calypso',
  },
  {
    of: 'a number',
    url: (shop) => shop.at('7'),
    statuses: [404],
    why: 'nothing is looked up by id or externalId: they can be guessed',
  },
  {
    of: 'the invoice with /x.css behind it',
    url: behind('/x.css'),
    statuses: [404],
    why: 'a cache in between keeps what looks like a file',
  },
  {of: 'the invoice with .css behind it', url: behind('.css'), statuses: [404], why: 'as with /x.css'},
  {
    of: 'the invoice with %2Fx.css behind it',
    url: behind('%2Fx.css'),
    statuses: [400, 404],
    why: 'as with /x.css',
    statusOnly: true,
  },
  {of: 'the invoice with ;x.css behind it', url: behind(';x.css'), statuses: [404], why: 'as with /x.css'},
  {
    of: 'POST',
    url: (shop) => shop.at(),
    method: 'POST',
    statuses: [405, 404],
    why: 'an invoice can only be read',
  },
];

/** How the proxy says no. */
export async function checkRefusals(shop: Shop): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const refusal of REFUSALS) {
    const {of, url, method = 'GET', statusOnly} = refusal;
    const answer = await shop.ask(url(shop), {method});
    findings.push(...judge([statusRule(refusal), ...(statusOnly ? [] : problemRules(of))], answer));
  }
  return findings;
}

const statusRule = ({of, statuses, why}: Refusal): Rule<Answer> => ({
  rule: `Status of ${of}`,
  wanted: `${statuses.join(' or ')}: ${why}`,
  source: ROUTES,
  came: ({status}) => status,
  holds: ({status}) => statuses.includes(status),
});
