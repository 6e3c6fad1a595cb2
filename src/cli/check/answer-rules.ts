import type {Rule} from './finding.js';
import {isObject} from '../../core/is-object.js';
import type {Answer} from './shop.js';
import {CACHING, PROBLEMS, SECRECY, SNIFFING} from './sources.js';

const header =
  (name: string) =>
  ({headers}: Answer) =>
    headers.get(name);
export const mediaType = ({headers}: Answer): string =>
  headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? '';

/** What every answer must have. @param of names it */
export const safeRules = (of: string): Rule<Answer>[] => [
  {
    rule: `Cache-Control of ${of}`,
    wanted: 'no-store: what a cache keeps, others may see, and payers see too late',
    source: CACHING,
    came: header('Cache-Control'),
    holds: ({headers}) => /(^|,)\s*no-store\s*(,|$)/i.test(headers.get('Cache-Control') ?? ''),
  },
  {
    rule: `X-Content-Type-Options of ${of}`,
    wanted: 'nosniff: no browser shall take JSON for a page',
    source: SNIFFING,
    came: header('X-Content-Type-Options'),
    holds: ({headers}) => headers.get('X-Content-Type-Options')?.trim().toLowerCase() === 'nosniff',
  },
];

/** Calypso's own words, and what programs say of themselves. */
const INSIDE = /errorCode|traceId|Traceback \(most|Stack trace|^\s+at .+\(.+:\d+\)|Exception in|Fatal error/m;

/** What every refusal must have. @param of names it */
export const problemRules = (of: string): Rule<Answer>[] => [
  ...safeRules(of),
  {
    rule: `Content-Type of ${of}`,
    wanted: 'application/problem+json',
    source: PROBLEMS,
    came: header('Content-Type'),
    holds: (answer) => mediaType(answer) === 'application/problem+json',
  },
  {
    rule: `Body of ${of}`,
    wanted: 'a JSON object with type, title, status and detail, status as that of the answer',
    source: PROBLEMS,
    came: ({text}) => text,
    holds: ({json, status}) =>
      isObject(json) &&
      json['status'] === status &&
      typeof json['title'] === 'string' &&
      json['title'] !== '',
  },
  {
    rule: `Words of ${of}`,
    wanted: 'the proxy’s own: nothing of Calypso’s answer, no stack trace',
    source: SECRECY,
    came: ({text}) => INSIDE.exec(text)?.[0],
    holds: ({text}) => !INSIDE.test(text),
  },
];
