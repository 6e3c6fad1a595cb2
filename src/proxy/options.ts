import type {Log} from './log.js';
import type {RateLimits} from './rate-limit.js';
import type {InvoiceStore} from './store.js';
import type {PushOptions} from './streams.js';
import type {InvoiceReader} from './upstream.js';
import type {OnInvoice} from './webhooks.js';

export interface InvoiceProxyOptions {
  /** A `CalypsoClient`, or whatever reads an invoice as it does. */
  readonly client: InvoiceReader;
  /** Path of the invoices as the browser asks for it, such as `/api/invoices`: one is at `{basePath}/{idempotencyKey}`. */
  readonly basePath: string;
  /** Origins of other sites that may read invoices, as browsers send them: `https://shop.example`. */
  readonly allowedOrigins?: readonly string[];
  /**
   * Whether this request may read this invoice, asked before Calypso is. Whatever is not `true` is a 403, an
   * exception a 500.
   * @param key the invoice's idempotencyKey in lower case
   */
  readonly authorize?: (request: Request, key: string) => boolean | Promise<boolean>;
  /** The `secretKey` of the webhook subscription, several while keys are changed: opens `POST {basePath}/webhooks`. */
  readonly webhookSecrets?: readonly string[];
  /**
   * Called when a webhook led to a change of the invoice's state or of what was received, and again where it failed.
   * Calypso delivers until this has succeeded. Needs `webhookSecrets`.
   */
  readonly onInvoice?: OnInvoice;
  /** What instances share: `memoryStore()`, the default, or `redisStore(client)`. */
  readonly store?: InvoiceStore;
  /** Limits of the streams, or `false` for a proxy without any. */
  readonly push?: PushOptions | false;
  /** How often may be asked, or `false` where that is not this proxy's business. */
  readonly rateLimits?: RateLimits | false;
  /** Who asks, as far as your server knows for certain; without it there are no limits per address. */
  readonly clientAddress?: (request: Request) => string | undefined;
  /** Takes structured records of what happens; nothing in them is secret. */
  readonly log?: Log;
  /** Epoch ms. */
  readonly now?: () => number;
  /** ms that Calypso has for an answer, 8 000 where absent; a client that gives it less is obeyed. */
  readonly timeout?: number;
}

const FUNCTIONS = ['authorize', 'onInvoice', 'clientAddress', 'log', 'now'] as const;

/** @throws TypeError naming the option that cannot be used. */
export function checkOptions(options: InvoiceProxyOptions): void {
  const {client, timeout = 8000, store, onInvoice, webhookSecrets} = options;
  if (typeof client?.getInvoice !== 'function')
    throw new TypeError(`client: expected a CalypsoClient, got ${client === null ? 'null' : typeof client}`);
  if (!(timeout > 0)) throw new TypeError(`timeout: expected more than 0 ms, got ${String(timeout)}`);
  for (const name of FUNCTIONS)
    if (options[name] !== undefined && typeof options[name] !== 'function')
      throw new TypeError(`${name}: expected a function, got ${typeof options[name]}`);
  if (onInvoice !== undefined && webhookSecrets === undefined)
    throw new TypeError('onInvoice: expected webhookSecrets beside it, since only webhooks lead to a call');
  if (store !== undefined && typeof store?.claim !== 'function')
    throw new TypeError('store: expected memoryStore() or redisStore(client)');
}
