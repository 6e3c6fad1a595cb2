import type {InvoiceRecords} from '../records.js';
import type {Storage} from '../storage.js';
import {unblocked} from './blocking.js';
import {DeliveryQueue} from './delivery-queue.js';
import {Dispatcher, type DispatcherOptions} from './dispatcher.js';
import {eventBody} from './event-body.js';
import {restarted} from './retry-schedule.js';
import {copiesOf, postedAt, type WebhookSettings} from './settings.js';
import type {Subscription} from './subscription.js';
import type {Subscriptions} from './subscriptions.js';
import {UntoldEvents, type News} from './untold-events.js';

interface OutboxOptions extends Omit<DispatcherOptions, 'queue'> {
  readonly records: InvoiceRecords;
  readonly storage: Storage;
  readonly settings: WebhookSettings;
}

/** Brings what has happened to the invoices to the subscribers. Nothing here knows what time it is. */
export class Outbox {
  /** Of what is announced, and tried, from now on. */
  settings: WebhookSettings;
  readonly #subscriptions: Subscriptions;
  readonly #untold: UntoldEvents;
  readonly #queue: DeliveryQueue;
  readonly #dispatcher: Dispatcher;

  constructor({records, storage, settings, ...options}: OutboxOptions) {
    this.settings = settings;
    this.#subscriptions = options.subscriptions;
    this.#untold = new UntoldEvents(records);
    this.#queue = new DeliveryQueue(storage);
    this.#dispatcher = new Dispatcher({...options, queue: this.#queue});
  }

  /** Puts everything that happened up to `now` on its way, in the order in which it happened, each once. */
  announce(now: number): void {
    for (const news of this.#untold.take(now)) this.#enqueue(news);
  }

  /** When there is next something to do, as far as is known; undefined where never, or for nobody. */
  nextAt(): number | undefined {
    const subscriptions = this.#subscriptions.all();
    if (!subscriptions.length) return undefined;
    const dueAt = subscriptions.map((each) => this.#queue.waitingFor(each)[0]?.dueAt ?? Infinity);
    const next = Math.min(this.#untold.nextAt(), ...dueAt);
    return next === Infinity ? undefined : next;
  }

  /** Tries everything that is due. */
  deliver(now: number): Promise<void> {
    return this.#dispatcher.deliver(now, this.settings);
  }

  /** Sends again, at once, whatever could not be delivered. */
  unblock(subscription: Subscription, now: number): void {
    this.#subscriptions.put(unblocked(subscription));
    for (const delivery of this.#queue.of(subscription)) this.#queue.put(restarted(delivery, now));
  }

  forget(subscription: Subscription): void {
    for (const delivery of this.#queue.of(subscription)) this.#queue.delete(delivery);
    this.#subscriptions.delete(subscription);
  }

  #enqueue({record, event}: News): void {
    const {eventType, at} = event;
    const id = this.#queue.nextEventId();
    const dueAt = postedAt(at, id, this.settings);
    for (const {requestId, eventTypes} of this.#subscriptions.all()) {
      if (!eventTypes.includes(eventType)) continue;
      const body = eventBody(record, event, {requestId, id});
      for (let copies = copiesOf(this.settings); copies > 0; copies--)
        this.#queue.add({requestId, id, eventType, body, dueAt});
    }
  }
}
