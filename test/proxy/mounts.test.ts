import assert from 'node:assert/strict';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, describe, it} from 'node:test';
import {getRequestListener} from '@hono/node-server';
import express from 'express';
import {Hono} from 'hono';
import {assertProblem, assertSafe, BASE, KEY, NOW, OTHER_KEY, SHOP} from './fixture.js';
import {invoiceEvent, setUpWebhooks, sign} from './webhook-fixture.js';

const LISTED = 'https://checkout.example';
const {proxy, told} = setUpWebhooks({allowedOrigins: [LISTED]});

/** How a mounted proxy is asked. */
type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** Over real HTTP, on this machine. */
async function overHttp(
  listener: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<Ask> {
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  const {port} = server.address() as AddressInfo;
  return (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init);
}

/** As a runtime with Web types calls it. */
const asFunction =
  (handler: (request: Request) => Response | Promise<Response>): Ask =>
  async (path, init) =>
    handler(new Request(`${SHOP}${path}`, init));

const mounts: Record<string, () => Ask | Promise<Ask>> = {
  'node:http': () => overHttp(getRequestListener(proxy)),

  Express: () => {
    const app = express();
    const listener = getRequestListener(proxy);
    // What has parsed a body has taken it: the webhooks come before.
    app.all('/api/invoices/webhooks', (request, response) => void listener(request, response));
    app.use(express.json());
    app.all('/api/invoices/*path', (request, response) => void listener(request, response));
    app.get('/', (_, response) => void response.send('shop'));
    return overHttp(app);
  },

  Hono: () => {
    const app = new Hono();
    app.all('/api/invoices/*', (context) => proxy(context.req.raw));
    return asFunction((request) => app.fetch(request));
  },

  'Hono on Node': () => {
    const app = new Hono();
    app.all('/api/invoices/*', (context) => proxy(context.req.raw));
    return overHttp(getRequestListener(app.fetch));
  },

  'a worker': () => {
    const worker = {fetch: proxy};
    return asFunction((request) => worker.fetch(request));
  },

  'Next route handlers': () => {
    const routes: Record<string, (request: Request, context: object) => Promise<Response>> = {
      GET: proxy,
      HEAD: proxy,
      OPTIONS: proxy,
      POST: proxy,
    };
    return asFunction((request) => {
      const route = routes[request.method];
      assert.ok(route);
      return route(request, {params: Promise.resolve({key: KEY})});
    });
  },
};

for (const [name, mount] of Object.entries(mounts))
  describe(`mounted in ${name}`, () => {
    const mounted = Promise.resolve(mount());
    const ask: Ask = async (path, init) => (await mounted)(path, init);
    const path = `${BASE}/${KEY}`;

    it('answers an invoice', async () => {
      const response = await ask(path);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('Content-Type'), 'application/json');
      assert.equal(response.headers.get('Date'), new Date(NOW).toUTCString());
      assertSafe(response);
      assert.equal(((await response.json()) as {amount: string}).amount, '10.234');
    });

    it('answers HEAD and 304 without a body', async () => {
      const head = await ask(path, {method: 'HEAD'});
      assert.equal(head.status, 200);
      assert.equal(await head.text(), '');
      assertSafe(head);
      const unchanged = await ask(path, {headers: {'If-None-Match': head.headers.get('ETag') ?? ''}});
      assert.equal(unchanged.status, 304);
      assert.equal(await unchanged.text(), '');
      assertSafe(unchanged);
    });

    it('answers a preflight', async () => {
      const headers = {Origin: LISTED, 'Access-Control-Request-Method': 'GET'};
      const response = await ask(path, {method: 'OPTIONS', headers});
      assert.equal(response.status, 204);
      assert.equal(response.headers.get('Access-Control-Allow-Origin'), LISTED);
      assertSafe(response);
    });

    it('takes an event by its very bytes, and no forged or endless one', async () => {
      const body = JSON.stringify(
        invoiceEvent(1, 'INVOICE_PAID', {idempotencyKey: crypto.randomUUID()}),
        null,
        1,
      );
      const post = (content: string, signature: string) =>
        ask(`${BASE}/webhooks`, {
          method: 'POST',
          body: content,
          headers: {'Content-Type': 'application/json', Sign: signature},
        });
      told.length = 0;
      await assertProblem(await post(body, sign(body, 'other')), 401);
      await assertProblem(await post('x'.repeat(300_000), sign(body)), 413);
      assert.equal(told.length, 0);
      const response = await post(body, sign(body));
      assert.equal(response.status, 200);
      assert.equal(await response.text(), '');
      assertSafe(response);
      assert.equal(told.length, 1);
    });

    it('refuses what it must', async () => {
      await assertProblem(await ask(`${BASE}/7`), 404);
      await assertProblem(await ask(`${path}/x.css`), 404);
      await assertProblem(await ask(path, {headers: {Origin: 'https://evil.example'}}), 403);
      await assertProblem(
        await ask(path, {method: 'POST', body: '{"a":1}', headers: {'Content-Type': 'application/json'}}),
        405,
      );
    });

    it('knows its own origin', async () => {
      const {url} = await ask(path);
      const own = url ? new URL(url).origin : SHOP;
      assert.equal((await ask(path, {headers: {Origin: own}})).status, 200);
      const behindTls = {Origin: 'https://public.example', 'Sec-Fetch-Site': 'same-origin'};
      assert.equal((await ask(`${BASE}/${OTHER_KEY}`, {headers: behindTls})).status, 200);
    });
  });
