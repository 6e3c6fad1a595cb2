import {createHmac} from 'node:crypto';
import {CalypsoClient, type CalypsoInvoice} from '../../src/api/index.js';
import {
  createSandbox,
  type DepositReceipt,
  type SandboxDeposit,
  type SandboxOptions,
} from '../../src/sandbox/index.js';

export const credentials = {
  account: '0xc195df92dd9db2a8f28e597981f113d6e7582f8b',
  key: 'c529e14832b34b74972365cf7bf02430',
  secret: 'b823a6b9ea72408583cef9ec8d67fa52',
};
export const START = Date.UTC(2026, 0, 2, 3, 4, 5, 6);
export const SECOND = 1000;
export const HOUR = 3600 * SECOND;
export const DAY = 24 * HOUR;

/** By node's own HMAC, so that client and sandbox cannot be wrong together. */
export const sign = (body: string | Uint8Array, secret = credentials.secret): string =>
  createHmac('sha512', secret).update(body).digest('hex');

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

/** A sandbox with a clock that stands still unless it is set, and ways to talk to it. */
export function setup(options: Partial<SandboxOptions> = {}) {
  const clock = {time: START};
  const now = () => clock.time;
  const sandbox = createSandbox({...credentials, now, ...options});
  const client = new CalypsoClient({
    ...credentials,
    baseUrl: 'https://sandbox.example',
    now,
    fetch: (url, init) => sandbox.fetch(new Request(url, init)),
  });
  const request = async (path: string, init?: RequestInit): Promise<Answer> => {
    const response = await sandbox.fetch(new Request(`https://sandbox.example${path}`, init));
    const text = await response.text();
    const json = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
    return {status: response.status, headers: response.headers, text, json};
  };
  /** POST of any body, with the headers of a good call unless others are given. */
  const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    request(path, {
      method: 'POST',
      body,
      headers: {'Content-Type': 'application/json', Key: credentials.key, Sign: sign(body), ...headers},
    });
  /** A signed call; `payload` is JSON text, so that a test decides every digit. */
  const call = (path: string, payload: string) =>
    post(
      `/api/v1/${path}`,
      `{"timestamp":${clock.time},"account":"${credentials.account}","payload":${payload}}`,
    );
  const create = (fields: object = {}) =>
    client.createSingleInvoice({amount: '10.234', currency: 'USDT_TRX', description: 'Tea', ...fields});
  /** One attempt, past the client: it would answer 016 with the invoice that exists. */
  const createOnce = (fields: object = {}) =>
    call(
      'invoice/single/create',
      JSON.stringify({amount: 10.234, currency: 'USDT_TRX', description: 'Tea', ...fields}),
    );
  return {clock, sandbox, client, request, post, call, create, createOnce};
}

/** What happens outside the API, by either of the two ways. */
export interface Driver {
  deposit(deposit: SandboxDeposit): Promise<DepositReceipt>;
  decline(invoice: {idempotencyKey: string}): Promise<CalypsoInvoice>;
  archive(invoice: {idempotencyKey: string}): Promise<CalypsoInvoice>;
  advance(ms: number): Promise<unknown>;
}

/** The same over HTTP; a refusal rejects with its body. */
export function httpDriver({post}: ReturnType<typeof setup>): Driver {
  const send = async (path: string, body: object) => {
    const {status, json} = await post(`/sandbox/${path}`, JSON.stringify(body), {Key: '', Sign: ''});
    if (status !== 200) throw Object.assign(new Error(String(json['message'])), json);
    return json as never;
  };
  return {
    deposit: (deposit) => send('deposit', deposit),
    decline: (invoice) => send('decline', invoice),
    archive: (invoice) => send('archive', invoice),
    advance: (ms) => send('advance', {ms}),
  };
}

/** The invoice's key and address, which the API types as optional. */
export const names = ({idempotencyKey = '', invoiceAddress: address = ''}: CalypsoInvoice) => ({
  idempotencyKey,
  address,
});
