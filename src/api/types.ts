import type {Decimal} from '../core/decimal.js';
import type {Invoice} from '../core/invoice.js';

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
  readonly [field: string]: unknown;
}

/** Source: Calypso's Invoice API reference, "New Single Invoice". */
export interface NewSingleInvoice {
  /** A decimal string keeps every digit; it is sent as a JSON number. */
  readonly amount: Decimal | number;
  /** Code with the network in it: `USDT_TRX`. */
  readonly currency: string;
  readonly description: string;
  /** UUID, made where absent. A repeat with the same key never makes a second invoice (016). */
  readonly idempotencyKey?: string;
  /** ISO 8601, at most a day ahead; Calypso's default is 3 h on TRON and 1 day elsewhere. */
  readonly expiration?: string;
  readonly externalId?: string;
  readonly returnUrl?: string;
  readonly supportUrl?: string;
  readonly logoUrl?: string;
  readonly fiatAvailable?: boolean;
}
