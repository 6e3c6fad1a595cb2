import {CalypsoTransportError} from '../../api/index.js';
import {checkAmounts} from './check-amounts.js';
import {checkAnswer} from './check-answer.js';
import {checkCaching} from './check-caching.js';
import {checkCors} from './check-cors.js';
import {checkEvents} from './check-events.js';
import {checkFields} from './check-fields.js';
import {checkRefusals} from './check-refusals.js';
import {checkSecrecy} from './check-secrecy.js';
import type {Finding} from './finding.js';
import type {Shop} from './shop.js';
import {ROUTES} from './sources.js';

/** What can be said of whatever answers. */
const FIRST = {answer: checkAnswer, refusals: checkRefusals} as const;

/** What can be said where an invoice came. */
const GROUPS = {
  fields: checkFields,
  amounts: checkAmounts,
  secrecy: checkSecrecy,
  caching: checkCaching,
  cors: checkCors,
  events: checkEvents,
} as const;

export type GroupedFinding = Finding & {readonly group: string};

/** Looks at everything, one request after the other: nobody's limits are to be tried. */
export async function runChecks(shop: Shop): Promise<GroupedFinding[]> {
  const first = await runGroups(shop, FIRST);
  const isInvoice = !first.some(({level, rule}) => level === 'error' && ESSENTIAL.includes(rule));
  return isInvoice ? [...first, ...(await runGroups(shop, GROUPS))] : first;
}

async function runGroups(
  shop: Shop,
  groups: Readonly<Record<string, (shop: Shop) => Promise<Finding[]>>>,
): Promise<GroupedFinding[]> {
  const findings: GroupedFinding[] = [];
  for (const [group, check] of Object.entries(groups)) {
    const found = await check(shop).catch((error: unknown) => [unanswered(error)]);
    findings.push(...found.map((finding) => ({group, ...finding})));
    // Whoever cannot be reached is not asked on and on.
    if (found.some(({rule}) => rule === UNANSWERED)) break;
  }
  return findings;
}

const UNANSWERED = 'Every request is answered';

/** Without these there is nothing to look at. */
const ESSENTIAL: readonly string[] = [UNANSWERED, 'Status of the invoice', 'Body of the invoice'];

function unanswered(error: unknown): Finding {
  const {name, cause} = error as Error & {cause?: NodeJS.ErrnoException};
  const isLate = error instanceof CalypsoTransportError;
  const came = isLate ? 'nothing within 10 s' : (cause?.code ?? cause?.message ?? name);
  return {level: 'error', rule: UNANSWERED, came, wanted: 'an answer within 10 s', source: ROUTES};
}
