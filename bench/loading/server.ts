import {randomUUID} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {brotliCompressSync} from 'node:zlib';
import {listen} from '../listen.js';
import {built} from '../package.js';
import {BASE_PATH} from '../settings.js';
import {PLAIN_PATH, pathOf, plainAnswer} from './plain.js';
import {bundle, SOURCES} from './rivals.js';
import {manyCards, waysOf, type ShownInvoice} from './ways.js';

/** The pages of all ways, and one invoice behind them: the real proxy on a sandbox, in this process. */
export async function serveWays() {
  const credentials = {account: `0x${'1'.repeat(40)}`, key: randomUUID(), secret: randomUUID()};
  const [{CalypsoClient}, {createInvoiceProxy}, {createSandbox}] = await Promise.all([
    built.api(),
    built.proxy(),
    built.sandbox(),
  ]);
  const sandbox = createSandbox(credentials);
  const client = new CalypsoClient({
    ...credentials,
    baseUrl: 'https://sandbox.example',
    fetch: (...request) => sandbox.fetch(new Request(...request)),
  });
  const proxy = createInvoiceProxy({client, basePath: BASE_PATH});
  const {idempotencyKey} = await client.createSingleInvoice({
    ...{amount: '18.204', currency: 'USDT_TRX', description: 'Order 1042'},
    idempotencyKey: randomUUID(),
  });
  const read = async () => proxy(new Request(`http://localhost${BASE_PATH}/${idempotencyKey}`));
  const invoice = (await (await read()).json()) as ShownInvoice;
  const qr = pathOf(invoice.invoiceAddress);
  const ways = waysOf(qr);

  /** Made once: what a page costs its server is no matter here. */
  const pages = new Map<string, string>(
    await Promise.all(
      Object.entries(ways).map(async ([name, way]) => [`/${name}`, await way.page(invoice)] as const),
    ),
  );
  const files = new Map<string, Buffer<ArrayBuffer>>();
  const port = await listen(async (request) => {
    const {pathname, searchParams} = new URL(request.url);
    if (pathname.startsWith(BASE_PATH)) return proxy(request);
    if (pathname.startsWith(PLAIN_PATH)) return plainAnswer(await read());
    const page =
      pathname === '/many' ? manyCards(invoice, Number(searchParams.get('count'))) : pages.get(pathname);
    if (page) return compressed(brotliCompressSync(page), 'text/html');
    const source = SOURCES[pathname];
    if (!source && !/^\/calypso-invoice[\w-]*\.js$/.test(pathname)) return new Response(null, {status: 404});
    const file =
      files.get(pathname) ??
      brotliCompressSync(source ? await bundle(source) : await readFile(built.file(pathname.slice(1))));
    files.set(pathname, file);
    return compressed(file, 'text/javascript');
  });
  // By this name Chromium takes Brotli without TLS.
  return {
    origin: `http://localhost:${port}`,
    ways,
    address: invoice.invoiceAddress,
    close: () => proxy.close(),
  };
}

export type WaysServer = Awaited<ReturnType<typeof serveWays>>;

const compressed = (body: Buffer<ArrayBuffer>, type: string) =>
  new Response(body, {headers: {'Content-Type': `${type}; charset=utf-8`, 'Content-Encoding': 'br'}});
