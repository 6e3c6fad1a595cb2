import {Hono} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import type {CalypsoClient} from '../src/api/index.js';
import {createInvoiceProxy} from '../src/proxy/index.js';
import type {Sandbox} from '../src/sandbox/index.js';
import {createCheckout} from './server/checkout.js';
import {createOrders} from './server/orders.js';
import {problem} from './server/problem.js';
import {isForeign, SECURITY_HEADERS} from './server/security.js';
import type {StaticFiles} from './server/static-files.js';
import {createWallet} from './server/wallet.js';

export interface DemoOptions {
  readonly client: CalypsoClient;
  /** The embedded one, on which the page's wallet pays; absent where the client talks to the real API. */
  readonly sandbox?: Sandbox | undefined;
  /** The built pages; absent where somebody else serves them. */
  readonly files?: StaticFiles;
}

/** The demo shop as one handler: its pages, its checkout, and the invoice proxy that the card reads from. */
export function createDemo({client, sandbox, files}: DemoOptions): (request: Request) => Promise<Response> {
  const wallet = sandbox && createWallet(sandbox);
  const checkout = createCheckout(client);
  const readOrder = createOrders(client);
  const proxy = createInvoiceProxy({client, basePath: '/api/invoices', now: wallet?.now ?? Date.now});
  const app = new Hono();

  app.post('*', bodyLimit({maxSize: 10_000, onError: () => problem(413, 'That is too much.')}));
  app.post('*', async ({req}, next) =>
    isForeign(req.raw) ? problem(403, 'Only the shop’s own pages may do this.') : next(),
  );
  app.get('/api/shop', () => Response.json({sandbox: wallet !== undefined}));
  app.post('/api/checkout', ({req}) => checkout(req.raw));
  app.all('/api/invoices/*', ({req}) => proxy(req.raw));
  app.get('/api/orders/:key', ({req}) => readOrder(req.param('key')));
  if (wallet) app.post('/sandbox/:call{deposit|decline|archive|advance}', ({req}) => wallet.forward(req.raw));
  if (files) app.get('*', ({req}) => files(req.path) ?? problem(404, 'There is no such page.'));
  app.notFound(() => problem(404, 'There is nothing here.'));
  app.onError((error) => {
    console.error(error);
    return problem(500, 'Something went wrong on our side.');
  });

  return async (request) => {
    const response = await app.fetch(request);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
    return response;
  };
}
