import {hex} from '@scure/base';
import * as v from 'valibot';
import type {Webhook} from '../../api/types.js';
import {calypsoError, invalidField} from '../errors.js';
import {formatInstant} from '../format-instant.js';
import {listOf, object, readRequest, text, uuid} from '../schema.js';
import type {Storage} from '../storage.js';
import {Table} from '../table.js';
import {INVOICE_EVENT_TYPES} from './event-types.js';

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

const SubscriptionRequest = v.pipe(
  object({
    requestId: v.nullish(uuid),
    url: v.pipe(text, v.check(isHttpUrl, 'Must be an http(s) URL')),
    notificationEventTypes: v.nullish(listOf(INVOICE_EVENT_TYPES)),
    // The other groups are documented, too; nothing of theirs happens here.
    notificationServiceTypes: v.nullish(listOf(['INVOICE', 'PAYOUT', 'RECURRENT'])),
  }),
  v.check(
    ({notificationEventTypes: events, notificationServiceTypes: services}) =>
      Boolean(events?.length || services?.length),
    'Must have notificationEventTypes or notificationServiceTypes',
  ),
);
const SubscriptionReference = object({requestId: uuid});

/** Who wants to be told what, and where. */
export class Subscriptions {
  readonly #table: Table<Subscription>;

  constructor(storage: Storage) {
    this.#table = new Table(storage, 'subscription');
  }

  create(payload: unknown, now: number): Webhook {
    const {url, ...request} = readRequest(SubscriptionRequest, payload, 'payload');
    const requestId = (request.requestId ?? crypto.randomUUID()).toLowerCase();
    if (this.#table.get(requestId)) throw invalidField('payload.requestId', 'Already exists');
    const eventTypes = request.notificationServiceTypes?.includes('INVOICE')
      ? INVOICE_EVENT_TYPES
      : [...new Set(request.notificationEventTypes)];
    const keys = {publicKey: newKey(), secretKey: newKey()};
    const subscription = {
      requestId,
      url,
      eventTypes,
      ...keys,
      createdAt: now,
      failures: [],
      isBlocked: false,
    };
    this.put(subscription);
    return answer(subscription);
  }

  /** Oldest first. */
  list(): readonly Webhook[] {
    return this.all().map(answer);
  }

  all(): readonly Subscription[] {
    return [...this.#table.values()].sort((a, b) => a.createdAt - b.createdAt);
  }

  get(requestId: string): Subscription | undefined {
    return this.#table.get(requestId);
  }

  /** @throws 004 where there is none. */
  find(request: unknown, root?: 'payload'): Subscription {
    const {requestId} = readRequest(SubscriptionReference, request, root);
    const subscription = this.#table.get(requestId.toLowerCase());
    if (!subscription) throw calypsoError('004');
    return subscription;
  }

  put(subscription: Subscription): void {
    this.#table.put(subscription.requestId, subscription);
  }

  delete({requestId}: Subscription): void {
    this.#table.delete(requestId);
  }
}

/** `key` is the same as `publicKey`: Calypso's pages have both names. `state` is told only where it is not as usual. */
const answer = ({
  requestId,
  url,
  eventTypes,
  publicKey,
  secretKey,
  createdAt,
  isBlocked,
}: Subscription): Webhook => ({
  requestId,
  notificationEventTypes: eventTypes,
  url,
  key: publicKey,
  publicKey,
  secretKey,
  createdDate: formatInstant(createdAt),
  ...(isBlocked && {state: 'BLOCKED'}),
});

const newKey = (): string => hex.encode(crypto.getRandomValues(new Uint8Array(16)));

/** Without credentials: `fetch` refuses them. */
function isHttpUrl(url: string): boolean {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return false;
  const {username, password} = new URL(url);
  return !username && !password;
}
