import {Hono} from 'hono';
import {CalypsoApiError} from '../api/errors.js';
import {stringifyJson} from '../core/json.js';
import {calypsoError} from './errors.js';
import type {LocalCalypso} from './local-calypso.js';
import {readJson} from './requests.js';

type Call = (request: Request) => Promise<object>;

/**
 * The sandbox over HTTP: Calypso's signed calls, and unsigned ones for what happens outside Calypso.
 * @param authenticate checks a signed request and gives its payload
 */
export function createRoutes(
  calypso: LocalCalypso,
  authenticate: (request: Request) => Promise<unknown>,
): Hono {
  const app = new Hono();
  const post = (path: string, call: Call) => {
    app.post(path, async ({req}) => answer(await call(req.raw)));
    app.all(path, () => refuse(calypsoError('001', 'Method not allowed', 405), {Allow: 'POST'}));
  };
  const signed = (path: string, call: (payload: unknown) => object) =>
    post(`/api/v1/${path}`, async (request) => call(await authenticate(request)));
  const unsigned = (path: string, call: (body: unknown) => object) =>
    post(`/sandbox/${path}`, async (request) => call(readJson(await request.arrayBuffer())));

  signed('invoice/single/create', (payload) => calypso.createSingleInvoice(payload));
  signed('invoice', (payload) => calypso.getInvoice(payload));

  unsigned('deposit', (body) => calypso.deposit(body));
  unsigned('decline', (body) => calypso.close(body, 'DECLINED'));
  unsigned('archive', (body) => calypso.close(body, 'ARCHIVED'));
  unsigned('advance', (body) => calypso.advance(body));

  // 004 is for invoices: a client with a wrong base URL must not take its invoice for unknown.
  app.notFound(() => refuse(calypsoError('001', 'No such endpoint', 404)));
  app.onError((error) => refuse(error instanceof CalypsoApiError ? error : calypsoError('000')));
  return app;
}

const answer = (body: object, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(stringifyJson(body) ?? null, {
    status,
    headers: {'Content-Type': 'application/json', ...headers},
  });

const refuse = (
  {errorCode, message, traceId, status}: CalypsoApiError,
  headers?: Record<string, string>,
): Response => answer({errorCode, message, traceId}, status, headers);
