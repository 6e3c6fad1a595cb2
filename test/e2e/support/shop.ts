import {fileURLToPath} from 'node:url';
import type {Kind} from '../../../demo/kinds.js';
import {createDemo} from '../../../demo/server.js';
import {startSandbox} from '../../../demo/server/backend.js';
import {listen} from '../../../demo/server/listen.js';
import {readStaticFiles} from '../../../demo/server/static-files.js';
import {multiplyDecimals} from '../../../src/core/decimal.js';

const PAGES = fileURLToPath(new URL('../../../demo/dist', import.meta.url));

/** An invoice as the page reads it. */
export interface ShownInvoice {
  readonly idempotencyKey: string;
  readonly amount: string;
  readonly invoiceAddress: string;
  readonly state: string;
}

/**
 * The demo in this process, with a sandbox of its own, over real HTTP. The sandbox's clock stands still but for
 * `advance`: no state goes by before it was looked at, however slow the machine.
 */
export type Shop = Awaited<ReturnType<typeof openShop>>;

/** @param push with it, a card is told of changes; without, it learns of each by a read of its own */
export async function openShop({push = false} = {}) {
  const opened = Date.now();
  const {client, sandbox, credentials, close} = await startSandbox(() => opened);
  // The proxy's clock goes on: what it has kept grows old, though the chain stands still.
  const now = () => Date.now() + sandbox.now() - opened;
  const demo = createDemo({client, sandbox, files: await readStaticFiles(PAGES), now, push});
  const leaks: string[] = [];

  const server = await listen(async (request) => {
    const response = await demo.fetch(request);
    if (response.headers.get('Content-Type')?.startsWith('text/event-stream')) return response; // it has no end
    const text = JSON.stringify([...response.headers]) + (await response.clone().text());
    for (const name of ['key', 'secret', 'account'] as const)
      if (text.includes(credentials[name])) leaks.push(`${name} in the answer to ${request.url}`);
    return response;
  }, 0);
  const url = `http://localhost:${server.port}`;
  await demo.subscribe(url);

  async function post<T>(path: string, body: object): Promise<T> {
    const response = await fetch(url + path, {method: 'POST', body: JSON.stringify(body)});
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  const readInvoice = async (key: string) =>
    (await (await fetch(`${url}/api/invoices/${key}`)).json()) as ShownInvoice;

  return {
    url,
    /** Answers that held something of the merchant's. */
    leaks,
    /** The page of an invoice. */
    pageOf: ({idempotencyKey}: ShownInvoice) => `/?invoice=${idempotencyKey}`,

    async makeInvoice(currency = 'USDT_TRX'): Promise<ShownInvoice> {
      const items = [{id: 'sidamo', quantity: 2}];
      const {invoice} = await post<{invoice: string}>('/api/checkout', {currency, items});
      return readInvoice(invoice);
    },
    async makeKind(type: Kind['type'], currency = 'USDT_TRX'): Promise<ShownInvoice> {
      const {invoice} = await post<{invoice: string}>('/api/kinds', {type, currency});
      return readInvoice(invoice);
    },
    /** What the shop's own books say of an order. */
    async orderOf({idempotencyKey}: ShownInvoice): Promise<{state: string; told?: string}> {
      const response = await fetch(`${url}/api/orders/${idempotencyKey}`);
      return (await response.json()) as {state: string; told?: string};
    },
    /** Pays a sum, whatever is due. */
    payAmount: ({invoiceAddress}: ShownInvoice, amount: string) =>
      post('/sandbox/deposit', {address: invoiceAddress, amount}),
    /** @param share of what is due */
    pay: ({amount, invoiceAddress}: ShownInvoice, share = '1', hold?: 'compliance') =>
      post('/sandbox/deposit', {address: invoiceAddress, amount: multiplyDecimals(amount, share), hold}),
    decline: ({idempotencyKey}: ShownInvoice) => post('/sandbox/decline', {idempotencyKey}),
    archive: ({idempotencyKey}: ShownInvoice) => post('/sandbox/archive', {idempotencyKey}),
    /** Puts the sandbox's time forward. */
    advance: (ms: number) => post('/sandbox/advance', {ms}),

    async close() {
      await server.close();
      await close();
    },
  };
}
