import type {SandboxClock} from './clock.js';
import {invalidField} from './errors.js';
import {InvoiceApi} from './invoice-api.js';
import {Lists} from './lists.js';
import {Outside} from './outside.js';
import {InvoiceRecords} from './records.js';
import {AdvanceRequest} from './requests.js';
import {readRequest} from './schema.js';
import type {Storage} from './storage.js';
import type {DeliveryLog} from './webhooks/delivery-log.js';
import type {Courier} from './webhooks/courier.js';
import {Outbox} from './webhooks/outbox.js';
import type {WebhookSettings} from './webhooks/settings.js';
import {Subscriptions} from './webhooks/subscriptions.js';
import {Ticker} from './webhooks/ticker.js';
import {Webhooks} from './webhooks/webhooks.js';

export interface WorldOptions {
  readonly clock: SandboxClock;
  readonly storage: Storage;
  readonly log: DeliveryLog;
  readonly settings: WebhookSettings;
  readonly courier: Courier;
}

/** Dates end with the year 9999: later ones have another form. */
const LAST_INSTANT = Date.UTC(10_000, 0) - 1;

/** All that there is in a sandbox, on top of its storage. */
export class World {
  readonly clock: SandboxClock;
  readonly invoices: InvoiceApi;
  readonly outside: Outside;
  readonly lists: Lists;
  readonly webhooks: Webhooks;
  readonly ticker: Ticker;
  readonly log: DeliveryLog;
  readonly #storage: Storage;

  constructor({clock, storage, ...options}: WorldOptions) {
    clock.restore(storage);
    const records = new InvoiceRecords(storage);
    const subscriptions = new Subscriptions(storage);
    const outbox = new Outbox({records, subscriptions, storage, ...options});
    this.invoices = new InvoiceApi(records, clock);
    this.outside = new Outside(records, clock);
    this.lists = new Lists(records, clock);
    this.webhooks = new Webhooks(subscriptions, outbox, clock);
    this.ticker = new Ticker(clock, outbox);
    this.log = options.log;
    this.clock = clock;
    this.#storage = storage;
    this.ticker.wake();
  }

  /** Does something, and answers when what came of it is kept. */
  async change<T>(work: () => T | Promise<T>): Promise<T> {
    const result = await work();
    this.ticker.wake();
    await this.#storage.settled();
    return result;
  }

  /** @returns the sandbox's time, ISO 8601. */
  async advance(request: unknown): Promise<{readonly time: string}> {
    const {ms} = readRequest(AdvanceRequest, request);
    if (this.clock.now() + ms > LAST_INSTANT) throw invalidField('ms', 'Must not lead beyond the year 9999');
    await this.ticker.advance(ms);
    return {time: new Date(this.clock.now()).toISOString()};
  }

  async close(): Promise<void> {
    await this.ticker.close();
    await this.#storage.close();
  }
}
