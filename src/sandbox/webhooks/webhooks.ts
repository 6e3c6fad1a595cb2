import type {Webhook} from '../../api/types.js';
import type {SandboxClock} from '../clock.js';
import {calypsoError, invalidField} from '../errors.js';
import {readRequest} from '../schema.js';
import type {Outbox} from './outbox.js';
import {SubscriptionReference} from './requests.js';
import {changeSettings, type WebhookSettings} from './settings.js';
import {newSubscription, subscriptionAnswer, type Subscription} from './subscription.js';
import type {Subscriptions} from './subscriptions.js';

/** Calypso's Webhook API, the button of its web pages, and the faults of a network. Requests are unread JSON. */
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
    const now = this.#clock.now();
    const subscription = newSubscription(payload, now);
    if (this.#subscriptions.get(subscription.requestId))
      throw invalidField('payload.requestId', 'Already exists');
    // What has happened so far is none of the new subscriber's business.
    this.#outbox.announce(now);
    this.#subscriptions.put(subscription);
    return subscriptionAnswer(subscription);
  }

  /** Oldest first. */
  list(): {readonly subscriptions: readonly Webhook[]} {
    return {subscriptions: this.#subscriptions.all().map(subscriptionAnswer)};
  }

  delete(payload: unknown): void {
    this.#outbox.forget(this.#find(payload, 'payload'));
  }

  unblock(request: unknown): {readonly requestId: string} {
    const subscription = this.#find(request);
    this.#outbox.unblock(subscription, this.#clock.now());
    return {requestId: subscription.requestId};
  }

  /** @returns the settings for whatever happens, or is tried, from now on. */
  configure(request: unknown): WebhookSettings {
    const settings = changeSettings(this.#outbox.settings, request);
    // What has happened so far is delivered as it was to be.
    this.#outbox.announce(this.#clock.now());
    this.#outbox.settings = settings;
    return settings;
  }

  #find(request: unknown, root?: 'payload'): Subscription {
    const {requestId} = readRequest(SubscriptionReference, request, root);
    const subscription = this.#subscriptions.get(requestId);
    if (!subscription) throw calypsoError('004');
    return subscription;
  }
}
