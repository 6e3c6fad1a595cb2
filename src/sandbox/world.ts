import type {SandboxClock} from './clock.js';
import {invalidField} from './errors.js';
import {Lists} from './lists.js';
import {LocalCalypso} from './local-calypso.js';
import {InvoiceRecords} from './records.js';
import {AdvanceRequest} from './requests.js';
import {readRequest} from './schema.js';
import type {Storage} from './storage.js';
import type {DeliveryLog} from './webhooks/delivery-log.js';
import type {CourierOptions} from './webhooks/courier.js';
import {Outbox, type Faults} from './webhooks/outbox.js';
import {Subscriptions} from './webhooks/subscriptions.js';
import {Ticker} from './webhooks/ticker.js';
import {Webhooks} from './webhooks/webhooks.js';

export interface WorldOptions {
  readonly clock: SandboxClock;
  readonly storage: Storage;
  readonly log: DeliveryLog;
  readonly faults: Faults;
  readonly courier: CourierOptions;
}

/** Dates end with the year 9999: later ones have another form. */
const LAST_INSTANT = Date.UTC(10_000, 0) - 1;

/** All that there is in a sandbox, on top of its storage. */
export class World {
  readonly calypso: LocalCalypso;
  readonly lists: Lists;
  readonly webhooks: Webhooks;
  readonly ticker: Ticker;
  readonly log: DeliveryLog;
  readonly #clock: SandboxClock;
  readonly #storage: Storage;

  constructor({clock, storage, ...options}: WorldOptions) {
    clock.restore(storage);
    const records = new InvoiceRecords(storage);
    const subscriptions = new Subscriptions(storage);
    const outbox = new Outbox({records, subscriptions, storage, ...options});
    this.calypso = new LocalCalypso(records, clock);
    this.lists = new Lists(records, clock);
    this.webhooks = new Webhooks(subscriptions, outbox, clock);
    this.ticker = new Ticker(clock, outbox);
    this.log = options.log;
    this.#clock = clock;
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
    if (this.#clock.now() + ms > LAST_INSTANT) throw invalidField('ms', 'Must not lead beyond the year 9999');
    await this.ticker.advance(ms);
    return {time: new Date(this.#clock.now()).toISOString()};
  }

  async close(): Promise<void> {
    await this.ticker.close();
    await this.#storage.close();
  }
}
