import assert from 'node:assert/strict';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, describe, it} from 'node:test';
import {getRequestListener} from '@hono/node-server';
import express from 'express';
import {Hono} from 'hono';
import {assertProblem, assertSafe, BASE, KEY, NOW, OTHER_KEY, setUp, SHOP} from './fixture.js';

const LISTED = 'https://checkout.example';
const {proxy} = setUp(undefined, {allowedOrigins: [LISTED]});

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
