import {CalypsoClient} from '../../src/api/index.js';
import {createInvoiceProxy} from '../../src/proxy/index.js';
import {createSandbox} from '../../src/sandbox/index.js';
import {readShop} from '../../src/cli/check/command.js';
import {runChecks} from '../../src/cli/check/run-checks.js';
import {Shop} from '../../src/cli/check/shop.js';

export const MERCHANT = {
  account: '0xc195df92dd9db2a8f28e597981f113d6e7582f8b',
  key: 'CANARYkey-c529e14832b34b74972365cf7bf02430',
  secret: 'CANARYsecret-b823a6b9ea72408583cef9ec8d67fa52',
};
export const OFFICE = 'https://office.example';

type Handler = (request: Request) => Promise<Response>;
/** A proxy that answers wrongly: made of one that does not. */
export type Fault = (request: Request, answer: Handler) => Promise<Response>;

/** Our own proxy over a sandbox, both in this process. */
export async function openShop() {
  const sandbox = createSandbox(MERCHANT);
  const client = new CalypsoClient({
    ...MERCHANT,
    baseUrl: 'https://sandbox.example',
    timeout: 60_000, // a busy machine is no silent Calypso
    fetch: (url, init) => sandbox.fetch(new Request(url, init)),
  });
  const proxy = createInvoiceProxy({client, basePath: '/api/invoices', allowedOrigins: [OFFICE]});
  const {idempotencyKey = ''} = await client.createSingleInvoice({
    amount: '10.234567',
    currency: 'USDT_TRX',
    description: 'Tea',
    externalId: 'order 7',
    returnUrl: 'https://shop.example/thanks',
  });
  const url = `https://shop.example/api/invoices/${idempotencyKey}`;
  const read = async () => (await proxy(new Request(url))).text();

  /** What `check` finds of it, or of the same with a fault. */
  function check(
    fault: Fault = (request, answer) => answer(request),
    options: {origin?: string} = {origin: OFFICE},
  ) {
    const fetch: typeof globalThis.fetch = (input, init) => fault(new Request(input, init), proxy);
    return runChecks(new Shop({...readShop([url], options), fetch}));
  }

  const close = async () => {
    await proxy.close();
    await sandbox.close();
  };
  return {sandbox, client, proxy, key: idempotencyKey, url, read, check, close};
}
