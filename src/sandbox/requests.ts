import * as v from 'valibot';
import {INVOICE_STATES, INVOICE_TYPES} from '../core/invoice.js';
import {amount, filledText, flag, instant, listOf, object, text, uuid, wholeNumber} from './schema.js';

const timestamp = v.pipe(v.number('Must be a number'), v.safeInteger('Must be epoch ms'));

/** What every signed call is wrapped in. */
export const Envelope = object({timestamp, account: text, payload: v.unknown()});
/** Of a call that asks for nothing in particular. */
export const EmptyEnvelope = object({timestamp, account: text, payload: v.optional(v.unknown())});
/** Of a call that is the same for every merchant. */
export const AnonymousEnvelope = object({timestamp, payload: v.unknown()});

// Source: Calypso's Invoice API reference. URLs are echoed unread, as Calypso types them.
const anyInvoice = {
  currency: text,
  description: filledText,
  idempotencyKey: v.nullish(uuid),
  externalId: v.nullish(text),
  returnUrl: v.nullish(text),
  supportUrl: v.nullish(text),
  logoUrl: v.nullish(text),
  fiatAvailable: v.nullish(flag),
};
const limitedInvoice = {...anyInvoice, expiration: v.nullish(instant)};

export const UnlimitedInvoiceRequest = object(anyInvoice);
export const SingleInvoiceRequest = object({amount, ...limitedInvoice});
export const SingleFiatInvoiceRequest = object({fiatAmount: amount, fiatCurrency: text, ...limitedInvoice});
export const BoundInvoiceRequest = object({lowerBound: amount, ...limitedInvoice});

/** What is common to all kinds. */
export type NewInvoiceRequest = v.InferOutput<typeof UnlimitedInvoiceRequest> & {
  readonly expiration?: number | null | undefined;
};

const name = {idempotencyKey: v.nullish(uuid), id: v.nullish(text)};
const hasName = <T extends InvoiceReference>() =>
  v.check(
    ({idempotencyKey, id}: T) => (idempotencyKey ?? id ?? null) !== null,
    'Must have an id or an idempotencyKey',
  );

/** How a signed call names an invoice. */
export const InvoiceReference = v.pipe(object(name), hasName());
export interface InvoiceReference {
  readonly idempotencyKey?: string | null | undefined;
  readonly id?: string | null | undefined;
}

const page = {
  pageNumber: v.nullish(v.pipe(wholeNumber, v.minValue(1, 'Must be 1 or more')), 1),
  // Calypso's sample has pages of 10; it documents no maximum.
  pageSize: v.nullish(
    v.pipe(wholeNumber, v.minValue(1, 'Must be 1 or more'), v.maxValue(100, 'Must be at most 100')),
    10,
  ),
  sort: v.nullish(v.picklist(['ASC', 'DESC'], 'Must be ASC or DESC'), 'DESC'),
  properties: v.nullish(text),
};
export interface PageRequest {
  readonly pageNumber: number;
  readonly pageSize: number;
  readonly sort: 'ASC' | 'DESC';
  readonly properties?: string | null | undefined;
}

export const InvoiceFilter = object({
  stateNames: v.nullish(listOf(INVOICE_STATES)),
  typeNames: v.nullish(listOf(INVOICE_TYPES)),
  ...page,
});
export const ExternalRequest = object({externalId: filledText, ...page});
export const HistoryRequest = v.pipe(object({...name, ...page}), hasName());
export const OneDepositRequest = v.pipe(object({transactionId: uuid, ...name}), hasName());
export const OnePaymentRequest = v.pipe(object({paymentId: text, ...name}), hasName());

const currencies = v.pipe(
  v.array(text, 'Must be a list'),
  v.minLength(1, 'Must not be empty'),
  v.maxLength(100, 'Must have at most 100 items'),
);
export const RateRequest = object({fromCurrencies: currencies, toCurrencies: currencies});

export const DepositRequest = object({
  address: filledText,
  amount,
  hold: v.nullish(v.literal('compliance', 'Must be "compliance" or absent')),
});

export const ClosingRequest = object({idempotencyKey: uuid});

export const AdvanceRequest = object({ms: v.pipe(wholeNumber, v.minValue(0, 'Must not be negative'))});
