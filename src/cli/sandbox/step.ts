import * as v from 'valibot';
import {amount, filledText, flag, uuid, wholeNumber} from '../../sandbox/schema.js';

const ACTIONS = ['create', 'deposit', 'decline', 'archive', 'advance', 'webhooks'] as const;

const ms = v.pipe(wholeNumber, v.minValue(0, 'Must not be negative'));
const yes = v.literal(true, 'Must be true');
/** A name that is not known is a slip of the pen: nothing would happen. */
const object = <const T extends v.ObjectEntries>(entries: T) =>
  v.strictObject(entries, ({expected, received}) =>
    expected === 'never'
      ? 'There is no such field'
      : expected === 'Object'
        ? 'Must be an object'
        : received === 'undefined'
          ? 'Is missing'
          : 'Must be an object',
  );

const anyInvoice = {
  currency: filledText,
  description: v.optional(filledText, 'Scenario'),
  idempotencyKey: v.optional(uuid),
  externalId: v.optional(filledText),
  returnUrl: v.optional(filledText),
  supportUrl: v.optional(filledText),
  logoUrl: v.optional(filledText),
};
const expiration = v.optional(v.string('Must be a text'));

const NewInvoice = v.variant(
  'type',
  [
    object({type: v.literal('SINGLE'), amount, expiration, ...anyInvoice}),
    object({
      type: v.literal('SINGLE_FIAT'),
      fiatAmount: amount,
      fiatCurrency: filledText,
      expiration,
      ...anyInvoice,
    }),
    object({type: v.literal('BOUND'), lowerBound: amount, expiration, ...anyInvoice}),
    object({type: v.literal('UNLIMITED'), ...anyInvoice}),
  ],
  'Must be SINGLE, SINGLE_FIAT, BOUND or UNLIMITED',
);
export type NewInvoice = v.InferOutput<typeof NewInvoice>;

/** `share` is of what is due: 0.9 of it is an underpayment. */
const Deposit = v.pipe(
  object({
    amount: v.optional(amount),
    share: v.optional(amount),
    hold: v.optional(v.literal('compliance', 'Must be "compliance"')),
  }),
  v.check(
    ({amount, share}) => (amount === undefined) !== (share === undefined),
    'Must have an amount or a share of what is due',
  ),
);
export type Deposit = v.InferOutput<typeof Deposit>;

/** One thing that happens, `after` so many real ms. */
export const Step = v.pipe(
  object({
    after: v.optional(ms, 0),
    create: v.optional(NewInvoice),
    deposit: v.optional(Deposit),
    decline: v.optional(yes),
    archive: v.optional(yes),
    advance: v.optional(ms),
    webhooks: v.optional(
      object({duplicate: v.optional(flag), shuffle: v.optional(flag), timeout: v.optional(ms)}),
    ),
  }),
  v.check(
    (step) => ACTIONS.filter((name) => step[name] !== undefined).length === 1,
    `Must have one of ${ACTIONS.join(', ')}`,
  ),
);
export type Step = v.InferOutput<typeof Step>;
