import {readFile} from 'node:fs/promises';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {basename, join} from 'node:path';
import {createInvoiceProxy} from '../../../src/proxy/index.js';
import {openSandbox} from './example-shop.js';
import {POLICY} from './policy.js';
import {WIRE_FAULTS} from './wire-faults.js';

const BASE_PATH = '/api/invoices';

/** A page with one card for each fault, all of one invoice; what they read passes a network that may do anything. */
export async function openFaultShop(ids: readonly string[]) {
  const {client, ahead, ...sandbox} = await openSandbox();
  const proxy = createInvoiceProxy({
    ...{client, basePath: BASE_PATH, push: false},
    now: () => Date.now() + ahead(),
  });
  const invoice = await client.createSingleInvoice({
    ...{amount: '18.204', currency: 'USDT_TRX', description: 'Order 1042'},
  });
  const asked = new Map(ids.map((id) => [id, 0]));
  let isHealed = false;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const id = /^\/faults\/(.+)$/.exec(path)?.[1];
    if (id !== undefined) return read(id, request, response);
    const isScript = path.endsWith('.js');
    response.writeHead(200, {
      'Content-Type': isScript ? 'text/javascript' : 'text/html',
      'Content-Security-Policy': POLICY,
    });
    response.end(isScript ? await readFile(join('dist', basename(path))) : pageOf(ids));
  }

  async function read(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const turn = asked.get(id) ?? 0;
    asked.set(id, turn + 1);
    const url = `http://localhost${BASE_PATH}/${invoice.idempotencyKey}`;
    const etag = request.headers['if-none-match'];
    const found = await proxy(new Request(url, {headers: etag ? {'If-None-Match': etag} : {}}));
    const body = await found.text();
    const fault = WIRE_FAULTS[id];
    if (fault && !isHealed && !(turn === 0 && KNOWN_FIRST.includes(id))) fault(response, body, request, turn);
    else response.writeHead(found.status, Object.fromEntries(found.headers)).end(body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Cards that have asked less often than this. */
    waiting: (times: number) => ids.filter((id) => (asked.get(id) ?? 0) < times),
    heal: () => void (isHealed = true),
    async complete(): Promise<void> {
      await sandbox.deposit(invoice.invoiceAddress ?? '', '18.204');
      await sandbox.advance(120_000);
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await sandbox.close();
    },
  };
}

/** Where there never was an invoice, a card asks again but slowly: the test would take as long. */
const KNOWN_FIRST = ['http-404', 'http-410'];

const pageOf = (ids: readonly string[]): string =>
  `<!doctype html><html lang="en"><title>Faults</title>
  <script type="module" src="/calypso-invoice.js"></script>
  ${ids.map((id) => `<calypso-invoice id="${id}" src="/faults/${id}" poll-interval="1000" redirect="none"></calypso-invoice>`).join('\n')}`;
