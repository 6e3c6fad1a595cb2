import type {Decimal} from '../core/decimal.js';
import type {Deposit, Invoice, InvoiceState, InvoiceType} from '../core/invoice.js';
import type {PageRequest} from './pages.js';

/**
 * An invoice as Calypso answers it, for the merchant's server only. Decimals are exact strings; URLs and texts are
 * as they came, and fields that these types do not name pass through.
 */
export interface CalypsoInvoice extends Omit<Invoice, 'problems' | 'deposits' | 'serverTime' | 'eventsUrl'> {
  readonly id?: string;
  /** Taken from what the merchant receives: never added to what the payer owes. */
  readonly fee?: Decimal;
  readonly externalId?: string | null;
  readonly subscriptionEnabled?: boolean;
  readonly fiatAvailable?: boolean;
  readonly autoconversion?: {readonly targetCurrency?: string; readonly amount?: Decimal};
  readonly [field: string]: unknown;
}

/** How an invoice is named to Calypso. */
export type InvoiceReference = {readonly idempotencyKey: string} | {readonly id: string};

/** What every new invoice can have. Source: Calypso's Invoice API reference. */
export interface NewInvoice {
  /** Code with the network in it: `USDT_TRX`. */
  readonly currency: string;
  readonly description: string;
  /** UUID, made where absent. A repeat with the same key never makes a second invoice. */
  readonly idempotencyKey?: string;
  /** The merchant's own id; several invoices may share one. */
  readonly externalId?: string;
  readonly returnUrl?: string;
  readonly supportUrl?: string;
  readonly logoUrl?: string;
  readonly fiatAvailable?: boolean;
}

interface Expiring {
  /** ISO 8601, at most a day ahead; Calypso's default is 3 h on TRON and 1 day elsewhere. */
  readonly expiration?: string;
}

/** One payment of a fixed amount. */
export interface NewSingleInvoice extends NewInvoice, Expiring {
  /** A decimal string keeps every digit; it is sent as a JSON number. */
  readonly amount: Decimal | number;
}

/** One payment whose amount Calypso works out anew every 15 minutes (BTC: 60) from a price in fiat money. */
export interface NewSingleFiatInvoice extends NewInvoice, Expiring {
  readonly fiatAmount: Decimal | number;
  /** ISO 4217. */
  readonly fiatCurrency: string;
}

/** One payment of any amount from a lower bound. */
export interface NewBoundInvoice extends NewInvoice, Expiring {
  readonly lowerBound: Decimal | number;
}

/** Any number of payments of any amount, until it is archived or has been idle for 3 months. */
export type NewUnlimitedInvoice = NewInvoice;

export interface InvoiceFilter extends PageRequest {
  readonly stateNames?: readonly (InvoiceState | (string & {}))[];
  readonly typeNames?: readonly (InvoiceType | (string & {}))[];
}

export type CalypsoDeposit = Deposit & {readonly [field: string]: unknown};

/** Only `IN_PROGRESS` is documented as a payment's state. */
export interface CalypsoPayment {
  readonly id?: string;
  readonly state?: string;
  readonly [field: string]: unknown;
}

export interface Rate {
  readonly fromCurrency: string;
  readonly toCurrency: string;
  /** One number, in spite of its name. */
  readonly rates: Decimal;
  readonly ratesDate?: string;
  readonly [field: string]: unknown;
}

/** Which events Calypso posts to `url`. Source: Calypso's Webhook API. */
export interface NewWebhook {
  /** UUID of the subscription, made where absent. */
  readonly requestId?: string;
  readonly url: string;
  /** Single events, such as `INVOICE_PAID`. */
  readonly notificationEventTypes?: readonly string[];
  /** All events of a group: `INVOICE`. */
  readonly notificationServiceTypes?: readonly string[];
}

export interface Webhook {
  readonly requestId: string;
  readonly url: string;
  readonly notificationEventTypes?: readonly string[];
  readonly publicKey?: string;
  /** Signs the deliveries of this subscription. */
  readonly secretKey?: string;
  readonly createdDate?: string;
  readonly [field: string]: unknown;
}
