import type {Decimal} from '../core/decimal.js';
import {canonicalAddress} from './address.js';
import {calypsoError} from './errors.js';
import type {InvoiceReference} from './requests.js';
import type {Storage} from './storage.js';
import {Table} from './table.js';

/** What an invoice asks for, by its type. */
export type Price =
  | {readonly type: 'SINGLE'; readonly amount: Decimal}
  | {readonly type: 'SINGLE_FIAT'; readonly fiatAmount: Decimal; readonly fiatCurrency: string}
  | {readonly type: 'BOUND'; readonly lowerBound: Decimal}
  | {readonly type: 'UNLIMITED' | 'UNLIMITED_LINKED'};

/** What is known of an invoice as facts; its state is derived from them. Instants are epoch ms of sandbox time. */
export type InvoiceRecord = InvoiceFacts & Price;

interface InvoiceFacts {
  /** Which one it is of all, from 1. */
  readonly serial: number;
  readonly id: string;
  readonly idempotencyKey: string;
  readonly currency: string;
  readonly description: string;
  readonly invoiceAddress: string;
  readonly createdAt: number;
  /** Absent for the unlimited ones. */
  readonly expiresAt?: number;
  /** What the merchant sent and gets back as it came. */
  readonly echo: InvoiceEcho;
  /** In the order of their instants; only those that came while the address was watched. */
  readonly deposits: readonly DepositRecord[];
  /** Set when the merchant resolved an intervention: by taking the money, or by a mark alone. */
  readonly resolved?: {readonly at: number; readonly taken: boolean};
  /** Set when compliance declined or the merchant archived; never for an invoice that was final before. */
  readonly closed?: {readonly at: number; readonly state: 'DECLINED' | 'ARCHIVED'};
  /** Keys of the events that subscribers were told of. */
  readonly announced: readonly string[];
}

export interface InvoiceEcho {
  readonly externalId?: string;
  readonly returnUrl?: string;
  readonly supportUrl?: string;
  readonly logoUrl?: string;
  readonly fiatAvailable?: boolean;
}

export interface DepositRecord {
  /** What webhooks call `transactionId`. */
  readonly id: string;
  readonly paymentId: string;
  readonly transactionHash: string;
  readonly senderAddress: string;
  readonly amount: Decimal;
  readonly seenAt: number;
  /** Whether compliance looks at it before it counts as payment. */
  readonly held: boolean;
}

/** Every invoice of the sandbox, by each of its names. */
export class InvoiceRecords {
  readonly #byId: Table<InvoiceRecord>;
  readonly #idByKey = new Map<string, string>();
  readonly #idByAddress = new Map<string, string>();

  constructor(storage: Storage) {
    this.#byId = new Table(storage, 'invoice');
    for (const record of this.#byId.values()) this.#index(record);
  }

  /** @throws 004 where there is none. */
  get({idempotencyKey, id}: InvoiceReference): InvoiceRecord {
    const record = idempotencyKey ? this.findByKey(idempotencyKey) : this.findById(id ?? '');
    if (!record) throw calypsoError('004');
    return record;
  }

  findByKey(idempotencyKey: string): InvoiceRecord | undefined {
    return this.findById(this.#idByKey.get(idempotencyKey.toLowerCase()) ?? '');
  }

  findById(id: string): InvoiceRecord | undefined {
    return this.#byId.get(id.toLowerCase());
  }

  findByAddress(address: string): InvoiceRecord | undefined {
    return this.findById(this.#idByAddress.get(canonicalAddress(address)) ?? '');
  }

  /** In no particular order. */
  all(): Iterable<InvoiceRecord> {
    return this.#byId.values();
  }

  nextSerial(): number {
    return this.#byId.size + 1;
  }

  /** Adds a record, or replaces the one with the same names. */
  put(record: InvoiceRecord): void {
    this.#byId.put(record.id, record);
    this.#index(record);
  }

  #index({id, idempotencyKey, invoiceAddress}: InvoiceRecord): void {
    this.#idByKey.set(idempotencyKey.toLowerCase(), id);
    this.#idByAddress.set(canonicalAddress(invoiceAddress), id);
  }
}
