import type {CalypsoInvoice} from '../api/types.js';
import type {Decimal} from '../core/decimal.js';
import {authenticator} from './authentication.js';
import {SandboxClock} from './clock.js';
import {listen, type Listening} from './listen.js';
import type {DepositReceipt} from './local-calypso.js';
import {createRoutes} from './routes.js';
import {MEMORY, openStorage} from './storage.js';
import type {SandboxDelivery} from './webhooks/delivery.js';
import {DeliveryLog} from './webhooks/delivery-log.js';
import {World} from './world.js';

export interface SandboxOptions {
  /** Merchant account id that calls must be made for. */
  readonly account: string;
  readonly key: string;
  readonly secret: string;
  /** Epoch ms, the real clock where absent. */
  readonly now?: () => number;
  /** File in which everything outlives this process, under Node; needs the package `lmdb`. For one sandbox at a time. */
  readonly dataFile?: string | undefined;
  /** Delivers the webhooks. */
  readonly fetch?: typeof globalThis.fetch;
  readonly webhooks?: SandboxWebhookOptions;
}

export interface SandboxWebhookOptions {
  /** Everything is posted twice. */
  readonly duplicate?: boolean;
  /** Events wait for up to 20 s of sandbox time, and so overtake one another. */
  readonly shuffle?: boolean;
  /** Real ms that an endpoint may take to answer, 5000 where absent. */
  readonly timeout?: number;
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
  /**
   * Answers Calypso's API, `POST /sandbox/deposit | decline | archive | advance | unblock` and
   * `GET /sandbox/deliveries`; rejects only where the `dataFile` cannot be read.
   */
  fetch(request: Request): Promise<Response>;
  /** Serves {@link fetch} on 127.0.0.1, under Node. @param port 0 for any that is free */
  listen(port: number): Promise<Listening>;
  /** Pays to an invoice's address: 5 s in the mempool, then judged; PAID is COMPLETED after 5 s more. */
  deposit(deposit: SandboxDeposit): Promise<DepositReceipt>;
  /** Compliance declines: DECLINED. */
  decline(invoice: {readonly idempotencyKey: string}): Promise<CalypsoInvoice>;
  /** The merchant deletes: ARCHIVED. */
  archive(invoice: {readonly idempotencyKey: string}): Promise<CalypsoInvoice>;
  /** Puts the sandbox's time forward, and delivers the webhooks that come due. @param ms a whole number, 0 or more */
  advance(ms: number): Promise<{readonly time: string}>;
  /** Sends again what a webhook subscription that was blocked, or gave up, has missed. */
  unblock(subscription: {readonly requestId: string}): Promise<{readonly requestId: string}>;
  /** The last 500 attempts to deliver webhooks, newest last. */
  deliveries(): readonly SandboxDelivery[];
  /** Epoch ms of sandbox time; with a `dataFile`, once {@link ready}. */
  now(): number;
  /** Resolves when `dataFile` was read; everything else waits for it by itself. Rejects where it cannot be. */
  readonly ready: Promise<void>;
  /** Stops the timer and the webhooks under way, and closes the `dataFile`. It must not be used afterwards. */
  close(): Promise<void>;
}

/**
 * A Calypso for tests, demos and the developer's machine: it verifies and refuses as Calypso does, on a chain that
 * is only pretended. Nobody has the keys of its addresses.
 */
export function createSandbox({
  account,
  key,
  secret,
  now = Date.now,
  dataFile,
  fetch: post = (...request) => globalThis.fetch(...request),
  webhooks: {timeout = 5000, ...faults} = {},
}: SandboxOptions): Sandbox {
  for (const [name, value] of Object.entries({account, key, secret}))
    if (typeof value !== 'string' || !value)
      throw new TypeError(`${name}: expected a text that is not empty`);
  const clock = new SandboxClock(now);
  const log = new DeliveryLog();
  const closing = new AbortController();
  const courier = {fetch: post, timeout, signal: closing.signal};
  const authenticate = authenticator({account, key, secret, now});

  const open = async () => {
    const storage = dataFile === undefined ? MEMORY : await openStorage(dataFile);
    const world = new World({clock, storage, log, faults, courier});
    return {world, routes: createRoutes(world, authenticate)};
  };
  const opened = open();
  const ready = opened.then(() => undefined);
  // Whoever calls is told.
  ready.catch(() => undefined);
  const change = async <T>(work: (world: World) => T | Promise<T>): Promise<T> => {
    const {world} = await opened;
    return world.change(() => work(world));
  };
  const fetch = async (request: Request) => (await opened).routes.fetch(request);
  return {
    fetch,
    listen: async (port) => {
      const {world} = await opened;
      const listening = await listen(fetch, port);
      const close = async () => {
        await listening.close();
        world.ticker.pause();
      };
      return {...listening, close};
    },
    deposit: (deposit) => change(({calypso}) => calypso.deposit(deposit)),
    decline: (invoice) => change(({calypso}) => calypso.end(invoice, 'DECLINED')),
    archive: (invoice) => change(({calypso}) => calypso.end(invoice, 'ARCHIVED')),
    advance: (ms) => change((world) => world.advance({ms})),
    unblock: (subscription) => change(({webhooks}) => webhooks.unblock(subscription)),
    deliveries: () => log.list(),
    now: () => clock.now(),
    ready,
    close: async () => {
      closing.abort(new Error('The sandbox was closed'));
      await (await opened).world.close();
    },
  };
}
