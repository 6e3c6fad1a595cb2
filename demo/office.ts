import type {CalypsoDeposit, CalypsoInvoice} from '../src/api/index.js';
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

/** `GET /api/office`: both the newest first. */
export interface Office {
  readonly invoices: readonly OfficeInvoice[];
  readonly deliveries: readonly SandboxDelivery[];
}

/** `GET /api/office/{key}/deposits`. */
export interface OfficeDeposits {
  readonly deposits: readonly OfficeDeposit[];
}
export type OfficeDeposit = {
  readonly [Name in 'amount' | 'currency' | 'transactionHash' | 'createdDate']:
    CalypsoDeposit[Name] | undefined;
};

/** `POST /api/office/{key}/{action}`. */
export const OFFICE_ACTIONS = ['return-to-paid', 'close-intervention', 'archive'] as const;
export type OfficeAction = (typeof OFFICE_ACTIONS)[number];
