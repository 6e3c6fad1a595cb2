import type {Fault, FaultGroup, FaultLayer, NamedTest} from './fault.js';

type Row = readonly [id: string, name: string, where?: FaultLayer | readonly FaultLayer[], test?: NamedTest];

const WIRE = ['element', 'network'] as const;
const PAGE = ['element', 'page'] as const;

const ROWS: Record<FaultGroup, readonly Row[]> = {
  network: [
    ['dns-failure', 'the name is not found'],
    ['connection-refused', 'the connection is refused', WIRE],
    ['tls-failure', 'the TLS handshake fails', WIRE],
    ['reset-before-headers', 'the connection is reset before the headers', WIRE],
    ['reset-in-body', 'the connection is reset in the body', WIRE],
    ['stall-after-headers', 'headers, then nothing', WIRE],
    ['stall-in-body', 'half a body, then nothing', WIRE],
    ['byte-per-second', 'one byte a second', WIRE],
    ['latency-20s', 'every answer takes 20 s', WIRE],
    ['latency-spikes', 'some answers take long'],
    ['truncated-json', 'JSON that breaks off', WIRE],
    ['gzip-garbage', 'a body that claims to be gzip and is not', WIRE],
    ['captive-portal', '200 with a page of HTML'],
    ['no-content', '204'],
    ['redirect-elsewhere', '301 to another origin', WIRE],
    ['offline-event-only', 'the browser says offline, and the network works'],
    ['offline-unsaid', 'no network, and the browser does not say so'],
    ['ad-blocker', 'an ad blocker blocks the URL'],
  ],
  http: [
    ['http-400', '400'],
    ['http-401', '401'],
    ['http-403', '403'],
    ['http-404', '404'],
    ['http-408', '408'],
    ['http-409', '409'],
    ['http-410', '410'],
    ['http-425', '425'],
    ['http-429', '429 without Retry-After'],
    ['http-429-seconds', '429, Retry-After in seconds'],
    ['http-429-date', '429, Retry-After as a date'],
    ['http-429-absurd', '429, Retry-After 1e9, negative, NaN'],
    ['http-5xx-bursts', 'bursts of 500, 502, 503 and 504'],
    ['http-304-unasked', '304 without a body before'],
  ],
  payload: [
    ['empty-object', '{}'],
    ['null-body', 'null'],
    ['array-body', 'an array'],
    ['unknown-state', 'a state that nobody knows'],
    ['state-missing', 'no state'],
    ['amount-number', 'an amount as a JSON number'],
    ['amount-exponent', 'an amount of 1e-7'],
    ['amount-40-digits', 'an amount of 40 digits'],
    ['amount-negative', 'a negative amount'],
    ['amount-nan', 'an amount of "NaN"'],
    ['field-10mb', 'one more field, of 10 MB'],
    ['proto-key', '__proto__ as a key'],
    ['deep-nesting', 'thousands of arrays in one another'],
    ['duplicate-keys', 'keys that come twice'],
    ['surrogates-and-bidi', 'lone surrogates and bidi controls'],
    ['foreign-invoice', "another invoice's id"],
  ],
  ordering: [
    ['late-older-answer', 'an older answer comes after a newer one'],
    ['event-then-older-answer', 'an event, then an older answer'],
    ['answer-then-older-event', 'an answer, then an older event'],
    ['duplicate-event', 'every event comes twice'],
    ['reordered-events', 'events in the wrong order'],
    ['final-then-active', 'a final state, then an active one'],
    ['address-change', 'another address'],
    ['src-change', 'another src while a read is under way'],
  ],
  push: [
    ['stream-buffered', 'a proxy keeps the stream back: no first byte'],
    ['heartbeat-missing', 'no heartbeat'],
    ['stream-half-open', 'the stream is dead, and nobody says so'],
    ['stream-502', '502 in place of the stream'],
    ['stream-204', '204 in place of the stream'],
    ['stream-content-type', 'a stream of another type'],
    ['stream-crlf-split', 'CRLF, cut in the middle'],
    ['stream-utf8-split', 'characters, cut in the middle'],
    ['stream-bom', 'a byte order mark'],
    ['stream-giant-line', 'a line of more than a million characters'],
    ['stream-retry-extremes', 'retry: 0, and years'],
    ['last-event-id-unknown', 'a reconnect, and the server remembers no event'],
    ['seventh-tab', 'no connection is left: six tabs hold a stream each'],
    ['server-restart', 'a restart ends every stream'],
  ],
  browser: [
    ['hidden-10min', 'hidden for ten minutes'],
    ['hidden-then-paid', 'paid while hidden'],
    ['freeze-resume', 'frozen and resumed'],
    [
      'bfcache-paid',
      'Back from the cache to an invoice that was paid',
      PAGE,
      {
        file: 'test/e2e/back.spec.ts',
        title: 'Back to an invoice that was paid meanwhile shows a button, and does not redirect',
      },
    ],
    [
      'bfcache-return-page',
      'Back from the return page',
      PAGE,
      {file: 'test/e2e/back.spec.ts', title: 'the redirect leaves no trap for Back'},
    ],
    [
      'tab-duplicate',
      'the tab is duplicated',
      'page',
      {
        file: 'test/e2e/push.spec.ts',
        title: 'two windows of one invoice: one stream, both see the payment',
      },
    ],
    ['disconnected-reconnected', 'taken out of the page and put back'],
    ['moved-in-dom', 'moved in the page'],
    ['two-cards-one-id', 'two cards of one invoice'],
    ['server-rendered', 'rendered by the server, then brought to life'],
    ['sleep-1h', 'the machine sleeps for an hour'],
    ['print-and-reader', 'printed, or seen in reader mode'],
  ],
  clock: [
    ['client-day-off', "the payer's clock is a day off"],
    ['clock-jump', "the payer's clock jumps during the countdown"],
    [
      'dst',
      'summer time begins',
      PAGE,
      {file: 'test/core/instant.test.ts', title: 'takes no zone for UTC on a machine in ${TZ}'},
    ],
    ['date-missing', 'the server tells no time'],
    ['expired-on-arrival', 'the time to pay is over'],
    ['expires-after-days', 'more than a day to pay'],
  ],
  instances: [
    ['store-down-at-start', 'the store is down at the start', 'proxy'],
    ['store-down-in-flight', 'the store goes down', 'proxy'],
    ['store-slow', 'the store is slow', 'proxy'],
    ['store-failover', 'a failover loses messages', 'proxy'],
    ['lock-holder-dies', 'the instance that holds the lock dies', 'proxy'],
    ['store-eviction', 'the store forgets', 'proxy'],
    ['instances-of-two-versions', 'two instances of different versions', 'proxy'],
    ['webhook-elsewhere', 'the webhook comes to one instance, the browser to another', 'proxy'],
  ],
};

/** Everything that is known to go wrong around a checkout: 96 faults in eight groups. */
export const CATALOGUE: readonly Fault[] = Object.entries(ROWS).flatMap(([group, rows]) =>
  rows.map(([id, name, where = 'element', test]) => ({
    id,
    group: group as FaultGroup,
    name,
    where: typeof where === 'string' ? [where] : where,
    ...(test && {test}),
  })),
);

/** @throws Error where the catalogue has no such fault: a driver must not name one that is not there */
export function faultOf(id: string): Fault {
  const fault = CATALOGUE.find((it) => it.id === id);
  if (!fault) throw new Error(`The catalogue has no fault "${id}".`);
  return fault;
}
