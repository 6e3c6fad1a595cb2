import type {CalypsoInvoice} from '../api/types.js';
import type {Decimal} from '../core/decimal.js';
import type {Listening} from './listen.js';
import type {SandboxDelivery} from './webhooks/delivery.js';
import type {SandboxWebhookOptions} from './webhooks/settings.js';

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

/** A payment on the pretend chain. */
export interface SandboxDeposit {
  readonly address: string;
  /** In the invoice's currency; a decimal string keeps every digit. */
  readonly amount: Decimal | number;
  /** Compliance looks at it for 8 s before it counts as payment. */
  readonly hold?: 'compliance' | undefined;
}

export interface DepositReceipt {
  readonly transactionHash: string;
  /** False where the address is watched no more: the money is on the chain, and the invoice knows nothing of it. */
  readonly tracked: boolean;
  /** As it is right after the deposit. */
  readonly invoice: CalypsoInvoice;
}

/**
 * A local Calypso. Its methods are what happens outside the API: payers, compliance, the merchant's own page, time.
 * All reject with a `CalypsoApiError` for what Calypso would refuse.
 */
export interface Sandbox {
  /**
   * Answers Calypso's API, `POST /sandbox/deposit | decline | archive | advance | unblock | webhooks` and
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
  /**
   * Changes how webhooks are delivered until {@link close}: what happens from now on is duplicated or shuffled, or no
   * more. What is left out stays as it is; resolves with all that now holds.
   */
  webhooks(options: SandboxWebhookOptions): Promise<Required<SandboxWebhookOptions>>;
  /** The last 500 attempts to deliver webhooks, newest last. */
  deliveries(): readonly SandboxDelivery[];
  /** Epoch ms of sandbox time; with a `dataFile`, once {@link ready}. */
  now(): number;
  /** Resolves when `dataFile` was read; everything else waits for it by itself. Rejects where it cannot be. */
  readonly ready: Promise<void>;
  /** Stops the timer and the webhooks under way, and closes the `dataFile`. It must not be used afterwards. */
  close(): Promise<void>;
}
