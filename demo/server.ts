import {Hono} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import type {CalypsoClient} from '../src/api/index.js';
import {createInvoiceProxy} from '../src/proxy/index.js';
import type {Sandbox} from '../src/sandbox/index.js';
import {createCheckout} from './server/checkout.js';
import {createKinds} from './server/kinds.js';
import {createOffice} from './server/office/office.js';
import {createOrders} from './server/orders.js';
import {problem} from './server/problem.js';
import {isForeign, SECURITY_HEADERS} from './server/security.js';
import type {StaticFiles} from './server/static-files.js';
import {createSubscriptions} from './server/subscriptions.js';

export interface DemoOptions {
  readonly client: CalypsoClient;
  /** The embedded one, on which the page's wallet pays; absent where the client talks to the real API. */
  readonly sandbox?: Sandbox | undefined;
  /** The built pages; absent where somebody else serves them. */
  readonly files?: StaticFiles;
  /** Epoch ms by the proxy's clock: the sandbox's time unless given, so that the card's timer runs by it. */
  readonly now?: () => number;
  /** Whether the proxy pushes what changes. */
  readonly push?: boolean;
}

/** The demo shop as one handler: its pages, its checkout, and the invoice proxy that the card reads from. */
export interface Demo {
  fetch(request: Request): Promise<Response>;
  /**
   * Has the sandbox's webhooks delivered to the shop. The real API's are subscribed to once, by hand.
   * @param origin where the shop is now being served
   */
  subscribe(origin: string): Promise<void>;
}

const BASE_PATH = '/api/invoices';

export function createDemo({
  client,
  sandbox,
  files,
  now = sandbox?.now ?? Date.now,
  push = true,
}: DemoOptions): Demo {
  const checkout = createCheckout(client);
  const makeKind = createKinds(client);
  const orders = createOrders(client);
  const reading = {
    client,
    basePath: BASE_PATH,
    now,
    ...(!push && {push: false as const}),
  };
  let proxy = createInvoiceProxy(reading);
  const subscriptions = createSubscriptions({
    client,
    path: `${BASE_PATH}/webhooks`,
    trust: (webhookSecrets) => {
      proxy = createInvoiceProxy(
        webhookSecrets.length ? {...reading, webhookSecrets, onInvoice: orders.note} : reading,
      );
    },
  });
  const app = new Hono();

  app.post('*', bodyLimit({maxSize: 10_000, onError: () => problem(413, 'That is too much.')}));
  app.on(['POST', 'DELETE'], '*', async ({req}, next) =>
    isForeign(req.raw) ? problem(403, 'Only the shop’s own pages may do this.') : next(),
  );
  app.get('/api/shop', () => Response.json({sandbox: sandbox !== undefined}));
  app.post('/api/checkout', ({req}) => checkout(req.raw));
  app.post('/api/kinds', ({req}) => makeKind(req.raw));
  app.all(`${BASE_PATH}/*`, ({req}) => proxy(req.raw));
  app.get('/api/orders/:key', ({req}) => orders.read(req.param('key')));
  if (sandbox) {
    const {deliveries} = sandbox;
    // The page's wallet.
    app.post('/sandbox/:call{deposit|decline|archive|advance}', ({req}) => sandbox.fetch(req.raw));
    app.route('/api/office', createOffice({client, subscriptions, deliveries, told: orders.told}));
  } else app.get('/demo/office.html', () => problem(404, 'The back office opens with the sandbox only.'));
  if (files) app.get('*', ({req}) => files(req.path) ?? problem(404, 'There is no such page.'));
  app.notFound(() => problem(404, 'There is nothing here.'));
  app.onError((error) => {
    console.error(error);
    return problem(500, 'Something went wrong on our side.');
  });

  return {
    async fetch(request) {
      const response = await app.fetch(request);
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
      return response;
    },
    async subscribe(origin) {
      if (sandbox) await subscriptions.open(origin);
    },
  };
}
