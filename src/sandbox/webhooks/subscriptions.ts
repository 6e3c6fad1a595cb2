import type {Storage} from '../storage.js';
import {Table} from '../table.js';
import type {Subscription} from './subscription.js';

/** Who wants to be told what, and where. */
export class Subscriptions {
  readonly #table: Table<Subscription>;

  constructor(storage: Storage) {
    this.#table = new Table(storage, 'subscription');
  }

  /** Oldest first. */
  all(): readonly Subscription[] {
    return [...this.#table.values()].sort((a, b) => a.createdAt - b.createdAt);
  }

  get(requestId: string): Subscription | undefined {
    return this.#table.get(requestId.toLowerCase());
  }

  put(subscription: Subscription): void {
    this.#table.put(subscription.requestId, subscription);
  }

  delete({requestId}: Subscription): void {
    this.#table.delete(requestId);
  }
}
