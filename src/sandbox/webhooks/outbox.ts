import type {InvoiceRecord, InvoiceRecords} from '../records.js';
import type {Storage} from '../storage.js';
import {Table} from '../table.js';
import {post, type CourierOptions} from './courier.js';
import type {Delivery} from './delivery.js';
import type {DeliveryLog} from './delivery-log.js';
import {eventBody} from './event-body.js';
import {eventsOf, type InvoiceEvent} from './invoice-events.js';
import {countFailure, isTooMany, RETRY_DELAYS} from './retry-schedule.js';
import type {Subscription, Subscriptions} from './subscriptions.js';

/** Faults that a network has and a test wants. */
export interface Faults {
  /** Everything is posted twice. */
  readonly duplicate?: boolean | undefined;
  /** Events wait for up to 20 s of sandbox time, and so overtake one another. */
  readonly shuffle?: boolean | undefined;
}

interface Parts {
  readonly records: InvoiceRecords;
  readonly subscriptions: Subscriptions;
  readonly log: DeliveryLog;
  readonly storage: Storage;
  readonly faults: Faults;
  readonly courier: CourierOptions;
}

/** Finds what has happened to the invoices and brings it to the subscribers. Nothing here knows what time it is. */
export class Outbox {
  readonly #parts: Parts;
  readonly #queue: Table<Delivery>;
  readonly #counters: Table<number>;
  /** Worked out once for each version of a record. */
  readonly #untold = new WeakMap<InvoiceRecord, readonly InvoiceEvent[]>();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#queue = new Table(parts.storage, 'delivery');
    this.#counters = new Table(parts.storage, 'counter');
  }

  /** Puts everything that happened up to `now` on its way, in the order in which it happened, each once. */
  announce(now: number): void {
    const {records} = this.#parts;
    const news = [...records.all()].flatMap((record) =>
      this.#untoldOf(record).flatMap((event) => (event.at <= now ? {event, id: record.id} : [])),
    );
    for (const {event, id} of news.sort((a, b) => a.event.at - b.event.at)) {
      const record = records.get({id});
      records.put({...record, announced: [...record.announced, event.key]});
      this.#send(record, event);
    }
  }

  /** When there is next something to do, as far as is known; undefined where never, or for nobody. */
  nextAt(): number | undefined {
    const subscriptions = this.#parts.subscriptions.all();
    if (!subscriptions.length) return undefined;
    let next = Infinity;
    for (const {dueAt} of this.#waiting()) next = Math.min(next, dueAt);
    for (const record of this.#parts.records.all())
      next = Math.min(next, this.#untoldOf(record)[0]?.at ?? Infinity);
    return next === Infinity ? undefined : next;
  }

  /** Tries everything that is due, to each subscriber one after the other. */
  async deliver(now: number): Promise<void> {
    const {subscriptions} = this.#parts;
    await Promise.all(
      subscriptions.all().map(async ({requestId}) => {
        const due = this.#waiting().filter(
          (delivery) => delivery.requestId === requestId && delivery.dueAt <= now,
        );
        for (const delivery of due.sort((a, b) => a.dueAt - b.dueAt || a.serial - b.serial)) {
          // It may have been blocked or deleted by now.
          const subscription = subscriptions.get(requestId);
          if (subscription && !subscription.isBlocked) await this.#attempt(subscription, delivery, now);
        }
      }),
    );
  }

  /** Sends again, at once, whatever could not be delivered. */
  unblock(subscription: Subscription, now: number): void {
    this.#parts.subscriptions.put({...subscription, failures: [], isBlocked: false});
    for (const delivery of this.#of(subscription))
      this.#put({...delivery, dueAt: now, attempts: 0, isGivenUp: false});
  }

  forget(subscription: Subscription): void {
    for (const {serial} of this.#of(subscription)) this.#queue.delete(String(serial));
    this.#parts.subscriptions.delete(subscription);
  }

  #send(record: InvoiceRecord, event: InvoiceEvent): void {
    const {subscriptions, faults} = this.#parts;
    const {eventType, at} = event;
    const id = this.#count('event');
    // Neither chance nor the same for all: the order differs, and each time in the same way.
    const dueAt = at + (faults.shuffle ? ((id * 7) % 5) * 5000 : 0);
    for (const {requestId, eventTypes} of subscriptions.all()) {
      if (!eventTypes.includes(eventType)) continue;
      const body = eventBody(record, event, {requestId, id});
      for (let copies = faults.duplicate ? 2 : 1; copies > 0; copies--) {
        const serial = this.#count('delivery');
        this.#put({serial, requestId, id, eventType, body, dueAt, attempts: 0, isGivenUp: false});
      }
    }
  }

  async #attempt(subscription: Subscription, delivery: Delivery, now: number): Promise<void> {
    const {courier, log, subscriptions} = this.#parts;
    const status = await post(subscription, delivery.body, courier);
    // Cut off by closing: nobody knows what came of it, so the next run tries it again.
    if (courier.signal.aborted) return;
    const {requestId, id, eventType, serial} = delivery;
    const attempt = delivery.attempts + 1;
    const current = subscriptions.get(requestId);
    if (!current) return;
    let next: number | undefined;
    if (status === 200) {
      this.#queue.delete(String(serial));
      subscriptions.put({...current, failures: []});
    } else {
      const failures = countFailure(current.failures, now);
      const isBlocked = isTooMany(failures);
      const delay = RETRY_DELAYS[delivery.attempts];
      subscriptions.put({...current, failures, isBlocked});
      this.#put({...delivery, attempts: attempt, dueAt: now + (delay ?? 0), isGivenUp: delay === undefined});
      next = delay === undefined || isBlocked ? undefined : now + delay;
    }
    log.add({
      ...{requestId, url: subscription.url, eventType, id, attempt, status: status ?? null},
      at: new Date(now).toISOString(),
      next: next === undefined ? null : new Date(next).toISOString(),
    });
  }

  #untoldOf(record: InvoiceRecord): readonly InvoiceEvent[] {
    const known = this.#untold.get(record);
    if (known) return known;
    const events = eventsOf(record).filter(({key}) => !record.announced.includes(key));
    this.#untold.set(record, events);
    return events;
  }

  #waiting(): Delivery[] {
    const {subscriptions} = this.#parts;
    return [...this.#queue.values()].filter(
      ({isGivenUp, requestId}) => !isGivenUp && !subscriptions.get(requestId)?.isBlocked,
    );
  }

  #of({requestId}: Subscription): Delivery[] {
    return [...this.#queue.values()].filter((delivery) => delivery.requestId === requestId);
  }

  #put(delivery: Delivery): void {
    this.#queue.put(String(delivery.serial), delivery);
  }

  #count(name: string): number {
    const next = (this.#counters.get(name) ?? 0) + 1;
    this.#counters.put(name, next);
    return next;
  }
}
