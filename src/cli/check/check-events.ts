import {EventStreamParser, type StreamEvent} from '../../core/event-stream.js';
import {parseJson} from '../../core/json.js';
import {judgeAmounts} from './check-amounts.js';
import {judgeShapes} from './check-fields.js';
import {SECRECY_RULES} from './check-secrecy.js';
import {judge, type Finding, type Rule} from './finding.js';
import {isObject} from '../../core/is-object.js';
import type {Answer, Shop} from './shop.js';
import {EVENTS} from './sources.js';

/** A stream as it began. */
interface Beginning {
  readonly response: Response;
  readonly first: StreamEvent | undefined;
  readonly retry: number | undefined;
}

/** The stream of `eventsUrl`, where there is one: the element polls where not. */
export async function checkEvents(shop: Shop): Promise<Finding[]> {
  const {json} = await shop.invoice;
  const eventsUrl = isObject(json) ? json['eventsUrl'] : undefined;
  if (!isObject(json) || typeof eventsUrl !== 'string' || !eventsUrl) return [];
  const url = URL.canParse(eventsUrl, shop.url) ? new URL(eventsUrl, shop.url) : undefined;
  const findings = judge(URL_RULES(shop), url);
  if (url?.origin !== shop.url.origin) return findings;
  const beginning = await begin(shop, url);
  return [...findings, ...judge(STREAM_RULES, beginning), ...judgeSnapshot(beginning, json)];
}

/** Reads until the first event has come, or the stream has ended. */
async function begin(shop: Shop, url: URL): Promise<Beginning> {
  const leave = new AbortController();
  const parser = new EventStreamParser();
  const decoder = new TextDecoder();
  let first: StreamEvent | undefined;
  const read = async ({body}: Response) => {
    for await (const piece of body ?? [])
      if ((first = parser.push(decoder.decode(piece, {stream: true}))[0])) break;
  };
  try {
    const headers = {Accept: 'text/event-stream'};
    const response = await shop.within(() => shop.open(url, {headers}, leave.signal));
    // No event may come in time: that is what is said of it.
    await shop.within(() => read(response)).catch(() => undefined);
    return {response, first, retry: parser.retry};
  } finally {
    leave.abort();
  }
}

const URL_RULES = (shop: Shop): Rule<URL | undefined>[] => [
  {
    rule: 'Host of eventsUrl',
    wanted: `a URL of ${shop.url.origin}, or a path on it`,
    source: EVENTS,
    came: (url) => url?.href,
    holds: (url) => url?.origin === shop.url.origin,
  },
];

const header =
  (name: string) =>
  ({response}: Beginning): string | null =>
    response.headers.get(name);

const STREAM_RULES: Rule<Beginning>[] = [
  {
    rule: 'Status of the stream',
    wanted: '200',
    source: EVENTS,
    came: ({response}) => response.status,
    holds: ({response}) => response.status === 200,
  },
  {
    rule: 'Content-Type of the stream',
    wanted: 'text/event-stream',
    source: EVENTS,
    came: header('Content-Type'),
    holds: (it) => /^text\/event-stream\s*(;|$)/i.test(header('Content-Type')(it) ?? ''),
  },
  {
    rule: 'Cache-Control of the stream',
    wanted: 'no-store',
    source: EVENTS,
    came: header('Cache-Control'),
    holds: (it) => /no-store/i.test(header('Cache-Control')(it) ?? ''),
  },
  {
    rule: 'no-transform in Cache-Control of the stream',
    level: 'warning',
    wanted: 'no-transform: what compresses also holds back',
    source: EVENTS,
    came: header('Cache-Control'),
    holds: (it) => /no-transform/i.test(header('Cache-Control')(it) ?? ''),
  },
  {
    rule: 'X-Accel-Buffering of the stream',
    level: 'warning',
    wanted: 'no: nginx holds events back otherwise',
    source: EVENTS,
    came: header('X-Accel-Buffering'),
    holds: (it) => header('X-Accel-Buffering')(it)?.toLowerCase() === 'no',
  },
  {
    rule: 'Content-Encoding of the stream',
    level: 'warning',
    wanted: 'none: what compresses also holds back',
    source: EVENTS,
    came: header('Content-Encoding'),
    holds: (it) => [null, 'identity'].includes(header('Content-Encoding')(it)),
  },
  {
    rule: 'retry of the stream',
    level: 'warning',
    wanted: 'ms before the next connection, each time by chance: not all shall come back at once',
    source: EVENTS,
    came: ({retry}) => retry,
    holds: ({retry}) => retry !== undefined,
  },
  {
    rule: 'First event of the stream',
    wanted: 'an event named "invoice" at once, with the invoice as it stands',
    source: EVENTS,
    came: ({first}) => first?.type,
    holds: ({first}) => first?.type === 'invoice',
  },
];

/** The first event is held to what a read is held to. */
function judgeSnapshot({first, response}: Beginning, read: Record<string, unknown>): Finding[] {
  if (first?.type !== 'invoice') return [];
  const answer: Answer = {
    status: response.status,
    headers: response.headers,
    text: first.data,
    json: parse(first.data, JSON.parse),
    exact: parse(first.data, parseJson),
  };
  const {json, exact} = answer;
  const findings = judge(SNAPSHOT_RULES(read), answer);
  if (!isObject(json) || !isObject(exact)) return findings;
  return [
    ...findings,
    ...judgeShapes(exact).map(inEvent),
    ...judgeAmounts(json, exact).map(inEvent),
    ...judge(SECRECY_RULES, answer).map(inEvent),
  ];
}

const inEvent = (finding: Finding): Finding => ({...finding, rule: `${finding.rule}, in the first event`});

const SNAPSHOT_RULES = (read: Record<string, unknown>): Rule<Answer>[] => [
  {
    rule: 'Data of the first event',
    wanted: 'a JSON object, the same that a read answers',
    source: EVENTS,
    came: ({text}) => text,
    holds: ({json}) => isObject(json),
  },
  {
    rule: 'Fields of the first event',
    wanted: `those of the read: ${Object.keys(read).join(' ')}`,
    source: EVENTS,
    came: ({json}) => (isObject(json) ? Object.keys(json).join(' ') : null),
    holds: ({json}) => isObject(json) && sorted(json) === sorted(read),
  },
];

const sorted = (fields: object): string => Object.keys(fields).sort().join();

function parse(text: string, by: (text: string) => unknown): unknown {
  try {
    return by(text);
  } catch {
    return undefined;
  }
}
