import type {CalypsoInvoice} from '../api/types.js';
import type {Decimal} from '../core/decimal.js';
import {authenticator} from './authentication.js';
import {SandboxClock} from './clock.js';
import {listen, type Listening} from './listen.js';
import {LocalCalypso, type DepositReceipt} from './local-calypso.js';
import {createRoutes} from './routes.js';

export interface SandboxOptions {
  /** Merchant account id that calls must be made for. */
  readonly account: string;
  readonly key: string;
  readonly secret: string;
  /** Epoch ms, the real clock where absent. */
  readonly now?: () => number;
}

/** A payment on the pretend chain. */
export interface SandboxDeposit {
  readonly address: string;
  /** In the invoice's currency; a decimal string keeps every digit. */
  readonly amount: Decimal | number;
  /** Compliance looks at it for 8 s before it counts as payment. */
  readonly hold?: 'compliance' | undefined;
}

/**
 * A local Calypso. Its methods are what happens outside the API: payers, compliance, the merchant's own page, time.
 * All reject with a `CalypsoApiError` for what Calypso would refuse.
 */
export interface Sandbox {
  /** Answers Calypso's API and `POST /sandbox/deposit | decline | archive | advance`; never rejects. */
  fetch(request: Request): Promise<Response>;
  /** Serves {@link fetch} on 127.0.0.1, under Node. @param port 0 for any that is free */
  listen(port: number): Promise<Listening>;
  /** Pays to an invoice's address: 5 s in the mempool, then judged; PAID is COMPLETED after 5 s more. */
  deposit(deposit: SandboxDeposit): Promise<DepositReceipt>;
  /** Compliance declines: DECLINED. */
  decline(invoice: {readonly idempotencyKey: string}): Promise<CalypsoInvoice>;
  /** The merchant deletes: ARCHIVED. */
  archive(invoice: {readonly idempotencyKey: string}): Promise<CalypsoInvoice>;
  /** Puts the sandbox's time forward. @param ms a whole number, 0 or more */
  advance(ms: number): Promise<{readonly time: string}>;
}

/**
 * A Calypso for tests, demos and the developer's machine: it verifies and refuses as Calypso does, on a chain that
 * is only pretended. Nobody has the keys of its addresses.
 */
export function createSandbox({account, key, secret, now = Date.now}: SandboxOptions): Sandbox {
  for (const [name, value] of Object.entries({account, key, secret}))
    if (typeof value !== 'string' || !value)
      throw new TypeError(`${name}: expected a text that is not empty`);
  const calypso = new LocalCalypso(new SandboxClock(now));
  const app = createRoutes(calypso, authenticator({account, key, secret, now}));
  const fetch = async (request: Request) => app.fetch(request);
  return {
    fetch,
    listen: (port) => listen(fetch, port),
    deposit: async (deposit) => calypso.deposit(deposit),
    decline: async (invoice) => calypso.close(invoice, 'DECLINED'),
    archive: async (invoice) => calypso.close(invoice, 'ARCHIVED'),
    advance: async (ms) => calypso.advance({ms}),
  };
}
