import {Hono} from 'hono';
import {CalypsoApiError} from '../api/errors.js';
import {stringifyJson} from '../core/json.js';
import type {Authenticate} from './authentication.js';
import {calypsoError} from './errors.js';
import {ratesAnswer} from './rates-answer.js';
import {AnonymousEnvelope, EmptyEnvelope} from './requests.js';
import {readJson} from './schema.js';
import type {World} from './world.js';

type Answer = object | void;
type Call = (request: Request) => Answer | Promise<Answer>;

/** The sandbox over HTTP: Calypso's signed calls, and unsigned ones for what happens outside Calypso. */
export function createRoutes(world: World, authenticate: Authenticate): Hono {
  const {clock, invoices, outside, lists, webhooks, log} = world;
  const app = new Hono();
  const route = (path: string, calls: Record<string, Call>) => {
    for (const [method, call] of Object.entries(calls))
      app.on(method, path, async ({req}) => answer(await world.change(() => call(req.raw))));
    const Allow = Object.keys(calls).join(', ');
    app.all(path, () => refuse(calypsoError('001', 'Method not allowed', 405), {Allow}));
  };
  const post = (path: string, call: (payload: unknown) => object) =>
    route(`/api/v1/${path}`, {POST: async (request) => call(await authenticate(request))});
  const unsigned = (path: string, call: (body: unknown) => object | Promise<object>) =>
    route(`/sandbox/${path}`, {POST: async (request) => call(readJson(await request.arrayBuffer()))});

  post('invoice/single/create', (payload) => invoices.createSingleInvoice(payload));
  post('invoice/single-fiat/create', (payload) => invoices.createSingleFiatInvoice(payload));
  post('invoice/bound/create', (payload) => invoices.createBoundInvoice(payload));
  post('invoice/unlimited/create', (payload) => invoices.createUnlimitedInvoice(payload, 'UNLIMITED'));
  post('invoice/unlimited-linked/create', (payload) =>
    invoices.createUnlimitedInvoice(payload, 'UNLIMITED_LINKED'),
  );
  post('invoice', (payload) => invoices.get(payload));
  post('invoice/all', (payload) => lists.invoices(payload));
  post('invoice/external', (payload) => lists.invoicesOf(payload));
  post('invoice/archive', (payload) => invoices.archive(payload));
  post('invoice/return-to-paid', (payload) => invoices.resolve(payload, {taken: true}));
  post('invoice/close-intervention', (payload) => invoices.resolve(payload, {taken: false}));
  post('invoice/deposit', (payload) => lists.deposit(payload));
  post('invoice/deposit-history', (payload) => lists.deposits(payload));
  post('invoice/payment', (payload) => lists.payment(payload));
  post('invoice/payment-history', (payload) => lists.payments(payload));
  post('subscription/webhook/create', (payload) => webhooks.create(payload));
  route('/api/v1/subscription/webhook', {
    POST: async (request) => {
      await authenticate(request, EmptyEnvelope);
      return webhooks.list();
    },
    DELETE: async (request) => webhooks.delete(await authenticate(request)),
  });
  route('/api/v1/rate', {
    POST: async (request) => ratesAnswer(await authenticate(request, AnonymousEnvelope), clock.now()),
  });

  unsigned('deposit', (body) => outside.deposit(body));
  unsigned('decline', (body) => outside.decline(body));
  unsigned('archive', (body) => outside.archive(body));
  unsigned('advance', (body) => world.advance(body));
  unsigned('unblock', (body) => webhooks.unblock(body));
  unsigned('webhooks', (body) => webhooks.configure(body));
  route('/sandbox/deliveries', {GET: () => ({deliveries: log.list()})});

  // 004 is for invoices: a client with a wrong base URL must not take its invoice for unknown.
  app.notFound(() => refuse(calypsoError('001', 'No such endpoint', 404)));
  app.onError((error) => refuse(error instanceof CalypsoApiError ? error : calypsoError('000')));
  return app;
}

/** Nothing at all where there is nothing to say: 200 for what is deleted, too (Calypso's Webhook API). */
const answer = (body: object | void, status = 200, headers: Record<string, string> = {}): Response =>
  body
    ? new Response(stringifyJson(body) ?? null, {
        status,
        headers: {'Content-Type': 'application/json', ...headers},
      })
    : new Response(null);

const refuse = (
  {errorCode, message, traceId, status}: CalypsoApiError,
  headers?: Record<string, string>,
): Response => answer({errorCode, message, traceId}, status, headers);
