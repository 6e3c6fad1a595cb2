import assert from 'node:assert/strict';
import {CalypsoClient} from '../../src/api/index.js';
import {createInvoiceProxy, type InvoiceProxyOptions} from '../../src/proxy/index.js';
import {fakeFetch} from '../api/fake-fetch.js';

export const KEY = '1be6a518-6dcd-477d-96af-dd914b1300ce';
export const OTHER_KEY = '00000000-0000-4000-8000-00000000000a';
export const SHOP = 'https://shop.example';
export const BASE = '/api/invoices';
export const NOW = Date.UTC(2025, 6, 5, 12, 0, 0);

export const MERCHANT = {
  account: '0xCANARYaccount',
  key: 'CANARYkey-c529e14832b34b74972365cf7bf02430',
  secret: 'CANARYsecret-b823a6b9ea72408583cef9ec8d67fa52',
};

/** An invoice on Calypso's wire; `fields` are raw JSON members that come last, and so win. */
export const invoiceText = (key = KEY, fields = ''): string =>
  `{"id":"7","idempotencyKey":"${key}","type":"SINGLE","state":"PENDING_PAYMENT","amount":10.234,` +
  `"currency":"USDT_TRX","invoiceAddress":"TEoZ53ejdfr6Q8YqvFbSZYFLkjWVPzjZ4a","totalDebitAmount":0,` +
  `"createdDate":"2025-07-05T11:00:00.171538","expiration":"2025-07-05T14:00:00.171538",` +
  `"description":"Tea","fee":0.000042026017236,"externalId":null${fields && `,${fields}`}}`;

export const calypsoError = (errorCode: string, status = 400): Response =>
  Response.json({errorCode, message: 'CANARYmessage', traceId: 'CANARYtrace'}, {status});

/** Answers a call about the invoice `key`; `index` counts the calls from 0, `path` is what stands behind `/api/v1/`. */
export type Upstream = (key: string, index: number, path?: string) => Response | Promise<Response>;

/** A proxy over a Calypso that is one function, with a clock that only the test moves. */
export function setUp(
  upstream: Upstream = (key) => new Response(invoiceText(key)),
  options: Partial<InvoiceProxyOptions> = {},
) {
  let time = NOW;
  const now = () => time;
  /** The names of the invoices that Calypso was asked for. */
  const reads: string[] = [];
  const {fetch, calls} = fakeFetch(({url, body}, index) => {
    const {idempotencyKey, id} = JSON.parse(body).payload as {idempotencyKey: string; id: string};
    const path = url.replace(/.*\/api\/v1\//, '');
    if (path === 'invoice') reads.push(idempotencyKey ?? id);
    return upstream(idempotencyKey ?? id, index, path);
  });
  const client = new CalypsoClient({...MERCHANT, baseUrl: 'https://api.calypso.example', fetch, now});
  const proxy = createInvoiceProxy({client, basePath: BASE, now, ...options});
  return {
    proxy,
    reads,
    calls,
    advance: (ms: number) => void (time += ms),
    ask: (path: string, init?: RequestInit) => proxy(new Request(`${SHOP}${path}`, init)),
    read: (key = KEY, headers: HeadersInit = {}) => proxy(new Request(`${SHOP}${BASE}/${key}`, {headers})),
  };
}

/** What every answer has, whatever it is. */
export function assertSafe({headers}: Response): void {
  assert.equal(headers.get('Cache-Control'), 'no-store');
  assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
  assert.equal(headers.get('Vary'), 'Origin');
  assert.equal(headers.get('Date'), new Date(headers.get('Date') ?? '').toUTCString());
}

/** A problem (RFC 9457) of this status, in nobody's words but ours. */
export async function assertProblem(response: Response, status: number): Promise<void> {
  assert.equal(response.status, status);
  assert.equal(response.headers.get('Content-Type'), 'application/problem+json');
  assertSafe(response);
  const problem = (await response.json()) as Record<string, unknown>;
  assert.deepEqual(Object.keys(problem), ['type', 'title', 'status', 'detail']);
  assert.equal(problem['status'], status);
  for (const name of ['type', 'title', 'detail']) assert.match(String(problem[name]), /^[^<>{}]{5,90}$/);
  assert.doesNotMatch(JSON.stringify(problem), /CANARY|errorCode|traceId/);
}
