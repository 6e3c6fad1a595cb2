import type {Storage} from '../storage.js';
import {Table} from '../table.js';
import type {Delivery} from './delivery.js';
import type {Subscription} from './subscription.js';

type NewDelivery = Omit<Delivery, 'serial' | 'attempts' | 'isGivenUp'>;

/** What is on its way to the subscribers, until it has arrived. */
export class DeliveryQueue {
  readonly #table: Table<Delivery>;
  readonly #counters: Table<number>;

  constructor(storage: Storage) {
    this.#table = new Table(storage, 'delivery');
    this.#counters = new Table(storage, 'counter');
  }

  nextEventId(): number {
    return this.#count('event');
  }

  add(delivery: NewDelivery): void {
    this.put({...delivery, serial: this.#count('delivery'), attempts: 0, isGivenUp: false});
  }

  put(delivery: Delivery): void {
    this.#table.put(String(delivery.serial), delivery);
  }

  delete({serial}: Delivery): void {
    this.#table.delete(String(serial));
  }

  /** All that has not arrived, in the order of its time. */
  of({requestId}: Subscription): readonly Delivery[] {
    return [...this.#table.values()]
      .filter((delivery) => delivery.requestId === requestId)
      .sort((a, b) => a.dueAt - b.dueAt || a.serial - b.serial);
  }

  /** What is tried without being asked for, in the order of its time: nothing for who is blocked. */
  waitingFor(subscription: Subscription): readonly Delivery[] {
    return subscription.isBlocked ? [] : this.of(subscription).filter(({isGivenUp}) => !isGivenUp);
  }

  #count(name: string): number {
    const next = (this.#counters.get(name) ?? 0) + 1;
    this.#counters.put(name, next);
    return next;
  }
}
