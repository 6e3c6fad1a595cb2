import type {CalypsoDeposit, CalypsoInvoice, CalypsoPayment, Rate, Webhook} from '../src/api/index.js';
import type {SandboxDelivery} from '../src/sandbox/index.js';

/** The fields of an invoice that the office page is told. */
export const OFFICE_FIELDS = [
  'idempotencyKey',
  'type',
  'description',
  'amount',
  'lowerBound',
  'fiatAmount',
  'fiatCurrency',
  'totalDebitAmount',
  'currency',
  'createdDate',
  'interventionType',
  'isInterventionResolved',
] as const satisfies readonly (keyof CalypsoInvoice)[];

export type OfficeInvoice = Pick<CalypsoInvoice, 'state' | (typeof OFFICE_FIELDS)[number]> & {
  /** The state that a webhook led to, as the shop's own books have it. */
  readonly told?: string | undefined;
};

/** `GET /api/office/invoices?state&type&page`, or `?order&page`: the newest first. */
export interface OfficePage {
  readonly invoices: readonly OfficeInvoice[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** Invoices on all pages. */
  readonly total: number;
}

/** `POST /api/office/invoices/{key}/{action}`. */
export const OFFICE_ACTIONS = ['return-to-paid', 'close-intervention', 'archive'] as const;
export type OfficeAction = (typeof OFFICE_ACTIONS)[number];

export const DEPOSIT_FIELDS = ['id', 'amount', 'currency', 'transactionHash', 'createdDate'] as const;
export type OfficeDeposit = Pick<CalypsoDeposit, (typeof DEPOSIT_FIELDS)[number]>;

export const PAYMENT_FIELDS = ['id', 'state'] as const;
export type OfficePayment = Pick<CalypsoPayment, (typeof PAYMENT_FIELDS)[number]>;

/** `GET /api/office/invoices/{key}/deposits` and `/payments`: the newest. One is at `/{id}` behind these. */
export interface OfficeHistory<T> {
  readonly items: readonly T[];
  /** The older ones too. */
  readonly total: number;
}

/** What the rates are told of, and in. */
export const RATED = ['BTC', 'ETH', 'LTC', 'BNB', 'TRX', 'USDT_TRX'] as const;
export const RATED_IN = ['USD', 'EUR'] as const;

/** `GET /api/office/rates`. */
export interface OfficeRates {
  readonly rates: readonly Pick<Rate, 'fromCurrency' | 'toCurrency' | 'rates' | 'ratesDate'>[];
}

/** A subscription, without its keys. */
export interface OfficeWebhook extends Pick<Webhook, 'requestId' | 'url' | 'createdDate'> {
  readonly events: readonly string[];
  /** Calypso gave up on it. */
  readonly isBlocked: boolean;
}

/** `GET` and `POST /api/office/webhooks`, `DELETE /api/office/webhooks/{requestId}`: what there is now. */
export interface OfficeWebhooks {
  readonly webhooks: readonly OfficeWebhook[];
  /** Whether one of them leads to this shop. */
  readonly isSubscribed: boolean;
}

/** `GET /api/office/deliveries`: the newest first. */
export interface OfficeDeliveries {
  readonly deliveries: readonly SandboxDelivery[];
}
