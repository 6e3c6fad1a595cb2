import type {Decimal} from '../core/decimal.js';
import {canonicalAddress} from './address.js';

/** What is known of an invoice as facts; its state is derived from them. Instants are epoch ms of sandbox time. */
export interface InvoiceRecord {
  readonly id: string;
  readonly idempotencyKey: string;
  readonly type: 'SINGLE';
  readonly amount: Decimal;
  readonly currency: string;
  readonly description: string;
  readonly invoiceAddress: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** What the merchant sent and gets back as it came. */
  readonly echo: InvoiceEcho;
  /** In the order of their instants; only those that came while the address was watched. */
  readonly deposits: readonly DepositRecord[];
  /** Set when compliance declined or the merchant archived; never for an invoice that was final before. */
  readonly closed?: {readonly at: number; readonly state: 'DECLINED' | 'ARCHIVED'};
}

export interface InvoiceEcho {
  readonly externalId?: string;
  readonly returnUrl?: string;
  readonly supportUrl?: string;
  readonly logoUrl?: string;
  readonly fiatAvailable?: boolean;
}

export interface DepositRecord {
  readonly transactionHash: string;
  readonly amount: Decimal;
  readonly seenAt: number;
  /** Whether compliance looks at it before it counts as payment. */
  readonly held: boolean;
}

/** Every invoice of the sandbox, by each of its names. */
export class InvoiceRecords {
  readonly #byKey = new Map<string, InvoiceRecord>();
  readonly #byId = new Map<string, InvoiceRecord>();
  readonly #byAddress = new Map<string, InvoiceRecord>();

  findByKey(idempotencyKey: string): InvoiceRecord | undefined {
    return this.#byKey.get(idempotencyKey.toLowerCase());
  }

  findById(id: string): InvoiceRecord | undefined {
    return this.#byId.get(id.toLowerCase());
  }

  findByAddress(address: string): InvoiceRecord | undefined {
    return this.#byAddress.get(canonicalAddress(address));
  }

  /** Adds a record, or replaces the one with the same names. */
  put(record: InvoiceRecord): void {
    this.#byKey.set(record.idempotencyKey.toLowerCase(), record);
    this.#byId.set(record.id, record);
    this.#byAddress.set(canonicalAddress(record.invoiceAddress), record);
  }
}
