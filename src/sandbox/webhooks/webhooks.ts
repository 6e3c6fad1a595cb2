import type {Webhook} from '../../api/types.js';
import type {SandboxClock} from '../clock.js';
import type {Outbox} from './outbox.js';
import type {Subscriptions} from './subscriptions.js';

/** Calypso's Webhook API, and the button of its web pages. Requests are unread JSON. */
export class Webhooks {
  readonly #subscriptions: Subscriptions;
  readonly #outbox: Outbox;
  readonly #clock: SandboxClock;

  constructor(subscriptions: Subscriptions, outbox: Outbox, clock: SandboxClock) {
    this.#subscriptions = subscriptions;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  create(payload: unknown): Webhook {
    // What has happened so far is none of the new subscriber's business.
    this.#outbox.announce(this.#clock.now());
    return this.#subscriptions.create(payload, this.#clock.now());
  }

  list(): {readonly subscriptions: readonly Webhook[]} {
    return {subscriptions: this.#subscriptions.list()};
  }

  delete(payload: unknown): void {
    this.#outbox.forget(this.#subscriptions.find(payload, 'payload'));
  }

  unblock(request: unknown): {readonly requestId: string} {
    const subscription = this.#subscriptions.find(request);
    this.#outbox.unblock(subscription, this.#clock.now());
    return {requestId: subscription.requestId};
  }
}
