import {CalypsoClient, type CalypsoInvoice} from '../../src/api/index.js';
import {createInvoiceProxy} from '../../src/proxy/index.js';
import {createSandbox} from '../../src/sandbox/index.js';

const BASE_PATH = '/api/invoices';

type Server = (request: Request) => Promise<Response>;

/** A `fetch` that reaches a server in this page. */
const fetchFrom =
  (server: Server): typeof fetch =>
  (...request) =>
    server(new Request(...request));

/**
 * A merchant's server and Calypso, both in this page: they speak to each other as they would over HTTP, signed calls
 * one way and signed webhooks the other.
 * @param onInvoice what the merchant's server is told
 */
export async function openShop(onInvoice: (invoice: CalypsoInvoice) => void) {
  const credentials = {
    account: `0x${'c1'.repeat(20)}`,
    key: crypto.randomUUID(),
    secret: crypto.randomUUID(),
  };
  const sandbox = createSandbox({
    ...credentials,
    fetch: fetchFrom((request) => proxy(request)), // of webhooks, once there are invoices
  });
  const client = new CalypsoClient({
    ...credentials,
    baseUrl: location.origin,
    fetch: fetchFrom((request) => sandbox.fetch(request)),
  });
  const {secretKey} = await client.createWebhook({
    url: `${location.origin}${BASE_PATH}/webhooks`,
    notificationServiceTypes: ['INVOICE'],
  });
  const proxy = createInvoiceProxy({
    client,
    basePath: BASE_PATH,
    now: sandbox.now,
    webhookSecrets: secretKey ? [secretKey] : [],
    onInvoice,
  });
  return {
    client,
    sandbox,
    /** The card's own transport, in place of the network. */
    fetch: fetchFrom((request) => proxy(request)),
    srcOf: ({idempotencyKey}: CalypsoInvoice) => `${BASE_PATH}/${idempotencyKey}`,
  };
}

export type Shop = Awaited<ReturnType<typeof openShop>>;
