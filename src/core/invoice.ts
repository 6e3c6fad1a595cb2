import type {Decimal} from './decimal.js';
import type {InvoiceFormatError} from './invoice-format-error.js';

/** The states that Calypso documents (How to create an Invoice via API). Others may come and break nothing. */
export const INVOICE_STATES = [
  'PENDING_PAYMENT',
  'MEM_POOL_FOUND',
  'PENDING_COMPLIANCE_CHECK',
  'PENDING_INTERVENTION',
  'PAID',
  'COMPLETED',
  'DECLINED',
  'ARCHIVED',
] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];

export const INVOICE_TYPES = ['SINGLE', 'SINGLE_FIAT', 'BOUND', 'UNLIMITED', 'UNLIMITED_LINKED'] as const;
export type InvoiceType = (typeof INVOICE_TYPES)[number];

export interface Deposit {
  readonly id?: string;
  readonly amount?: Decimal;
  readonly currency?: string;
  readonly transactionHash?: string;
  /** ISO 8601; without a zone it is UTC. */
  readonly createdDate?: string;
}

/**
 * An invoice as it travels between proxy and element: Calypso's own field names, amounts as exact decimal
 * strings, instants as ISO 8601 text (no zone = UTC), URLs already checked. What was absent, null or unusable
 * is absent. Source: Calypso's Invoice API reference.
 */
export interface Invoice {
  /** An {@link InvoiceState}, or one that Calypso adds tomorrow. */
  readonly state: string;
  readonly idempotencyKey?: string;
  /** An {@link InvoiceType}, or one that Calypso adds tomorrow. */
  readonly type?: string;
  readonly amount?: Decimal;
  /** Code with the network in it: `USDT_TRX`. */
  readonly currency?: string;
  readonly invoiceAddress?: string;
  /** Received so far. */
  readonly totalDebitAmount?: Decimal;
  readonly lowerBound?: Decimal;
  readonly createdDate?: string;
  readonly expiration?: string;
  readonly description?: string;
  readonly fiatAmount?: Decimal;
  readonly fiatCurrency?: string;
  readonly lastFiatUpdated?: string;
  /** `OVERPAY`, `UNDERPAY`, or one that Calypso adds tomorrow. */
  readonly interventionType?: string;
  /** True means "nothing outstanding": a new invoice has it too. */
  readonly isInterventionResolved?: boolean;
  readonly lastDepositHash?: string;
  readonly returnUrl?: string;
  readonly supportUrl?: string;
  readonly logoUrl?: string;
  readonly deposits?: readonly Deposit[];
  /** The proxy's clock when it answered. */
  readonly serverTime?: string;
  readonly eventsUrl?: string;
  /** Fields that came but could not be used, and why. Never on the wire. */
  readonly problems: readonly InvoiceFormatError[];
}

const FINAL: readonly string[] = ['COMPLETED', 'DECLINED', 'ARCHIVED'] satisfies InvoiceState[];

/** Whether a state is the invoice's last. */
export const isFinal = (state: string): boolean => FINAL.includes(state);

/** Whether an invoice of this type takes any number of payments of any amount, and so is never "paid". */
export const isUnlimited = (type: string | undefined): boolean =>
  type === 'UNLIMITED' || type === 'UNLIMITED_LINKED';
