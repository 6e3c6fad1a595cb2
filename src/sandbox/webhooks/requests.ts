import * as v from 'valibot';
import {flag, listOf, object, text, uuid, wholeNumber} from '../schema.js';
import {INVOICE_EVENT_TYPES} from './event-types.js';

/** Of the other groups, by how their names begin: nothing of theirs happens here. */
const OTHER_EVENT_TYPE = /^(PAYOUT|TOP_UP|WALLET|CUSTOMER_PURSE|FIAT_DEPOSIT)_[A-Z_]+$/;
const isEventType = (name: string): boolean =>
  INVOICE_EVENT_TYPES.some((type) => type === name) || OTHER_EVENT_TYPE.test(name);
const eventType = v.pipe(text, v.check(isEventType, 'Must be one of those that are documented'));

export const SubscriptionRequest = v.pipe(
  object({
    requestId: v.nullish(uuid),
    url: v.pipe(text, v.check(isHttpUrl, 'Must be an http(s) URL')),
    notificationEventTypes: v.nullish(
      v.pipe(v.array(eventType, 'Must be a list'), v.maxLength(100, 'Must have at most 100 items')),
    ),
    notificationServiceTypes: v.nullish(listOf(['INVOICE', 'PAYOUT', 'RECURRENT'])),
  }),
  v.check(
    ({notificationEventTypes: events, notificationServiceTypes: services}) =>
      Boolean(events?.length || services?.length),
    'Must have notificationEventTypes or notificationServiceTypes',
  ),
);

export const SubscriptionReference = object({requestId: uuid});

export const SettingsRequest = object({
  duplicate: v.nullish(flag),
  shuffle: v.nullish(flag),
  timeout: v.nullish(v.pipe(wholeNumber, v.minValue(1, 'Must be 1 or more'))),
});

/** Without credentials: `fetch` refuses them. */
export function isHttpUrl(url: string): boolean {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return false;
  const {username, password} = new URL(url);
  return !username && !password;
}
