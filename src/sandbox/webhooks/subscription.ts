import {hex} from '@scure/base';
import type {Webhook} from '../../api/types.js';
import {formatInstant} from '../format-instant.js';
import {readRequest} from '../schema.js';
import {INVOICE_EVENT_TYPES} from './event-types.js';
import {SubscriptionRequest} from './requests.js';

export interface Subscription {
  readonly requestId: string;
  readonly url: string;
  readonly eventTypes: readonly string[];
  readonly publicKey: string;
  /** Text, although it looks like hex. */
  readonly secretKey: string;
  readonly createdAt: number;
  /** Instants of the errors since the last success. */
  readonly failures: readonly number[];
  readonly isBlocked: boolean;
}

/**
 * The facts of a new subscription, with keys of its own.
 * @param now epoch ms of sandbox time
 * @throws 001 naming the field.
 */
export function newSubscription(payload: unknown, now: number): Subscription {
  const request = readRequest(SubscriptionRequest, payload, 'payload');
  const ofInvoices = request.notificationServiceTypes?.includes('INVOICE') ? INVOICE_EVENT_TYPES : [];
  return {
    requestId: (request.requestId ?? crypto.randomUUID()).toLowerCase(),
    url: request.url,
    eventTypes: [...new Set([...ofInvoices, ...(request.notificationEventTypes ?? [])])],
    publicKey: newKey(),
    secretKey: newKey(),
    createdAt: now,
    failures: [],
    isBlocked: false,
  };
}

const newKey = (): string => hex.encode(crypto.getRandomValues(new Uint8Array(16)));

/** `key` is the same as `publicKey`: Calypso's pages have both names. `state` is told only where it is not as usual. */
export const subscriptionAnswer = (subscription: Subscription): Webhook => ({
  requestId: subscription.requestId,
  notificationEventTypes: subscription.eventTypes,
  url: subscription.url,
  key: subscription.publicKey,
  publicKey: subscription.publicKey,
  secretKey: subscription.secretKey,
  createdDate: formatInstant(subscription.createdAt),
  ...(subscription.isBlocked && {state: 'BLOCKED'}),
});
