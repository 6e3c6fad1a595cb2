import {withFailure, withSuccess} from './blocking.js';
import {post, type Courier} from './courier.js';
import type {Delivery} from './delivery.js';
import type {DeliveryLog} from './delivery-log.js';
import type {DeliveryQueue} from './delivery-queue.js';
import {retried} from './retry-schedule.js';
import type {WebhookSettings} from './settings.js';
import type {Subscription} from './subscription.js';
import type {Subscriptions} from './subscriptions.js';

export interface DispatcherOptions {
  readonly subscriptions: Subscriptions;
  readonly queue: DeliveryQueue;
  readonly log: DeliveryLog;
  readonly courier: Courier;
}

/** Takes deliveries to where they belong, and keeps book of what came of it. */
export class Dispatcher {
  readonly #options: DispatcherOptions;

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  /** Tries everything that is due, to each subscriber one after the other. */
  async deliver(now: number, {timeout}: WebhookSettings): Promise<void> {
    const {subscriptions, queue} = this.#options;
    await Promise.all(
      subscriptions.all().map(async (subscription) => {
        for (const delivery of queue.waitingFor(subscription)) {
          if (delivery.dueAt > now) break;
          // It may have been blocked or deleted by now.
          const current = subscriptions.get(subscription.requestId);
          if (current && !current.isBlocked) await this.#attempt(current, delivery, {now, timeout});
        }
      }),
    );
  }

  async #attempt(
    subscription: Subscription,
    delivery: Delivery,
    {now, timeout}: {readonly now: number; readonly timeout: number},
  ): Promise<void> {
    const {subscriptions, courier, log} = this.#options;
    const status = await post(subscription, delivery.body, courier, timeout);
    // Cut off by closing: nobody knows what came of it, so the next run tries it again.
    if (courier.signal.aborted) return;
    const current = subscriptions.get(subscription.requestId);
    if (!current) return;
    const nextAt = status === 200 ? this.#succeed(current, delivery) : this.#fail(current, delivery, now);
    const {requestId, id, eventType, attempts} = delivery;
    log.add({
      ...{requestId, url: subscription.url, eventType, id, attempt: attempts + 1, status: status ?? null},
      at: new Date(now).toISOString(),
      next: nextAt === undefined ? null : new Date(nextAt).toISOString(),
    });
  }

  #succeed(subscription: Subscription, delivery: Delivery): undefined {
    this.#options.queue.delete(delivery);
    this.#options.subscriptions.put(withSuccess(subscription));
  }

  /** @returns when it is tried again; undefined where it is not. */
  #fail(subscription: Subscription, delivery: Delivery, now: number): number | undefined {
    const failed = withFailure(subscription, now);
    const retry = retried(delivery, now);
    this.#options.subscriptions.put(failed);
    this.#options.queue.put(retry);
    return retry.isGivenUp || failed.isBlocked ? undefined : retry.dueAt;
  }
}
