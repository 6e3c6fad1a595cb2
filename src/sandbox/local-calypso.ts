import type {CalypsoInvoice} from '../api/types.js';
import {isFinal} from '../core/invoice.js';
import {newTransactionHash} from './address.js';
import {chainOf, checkScale} from './chain.js';
import type {SandboxClock} from './clock.js';
import {calypsoError, invalidField} from './errors.js';
import {invoiceAnswer} from './invoice-answer.js';
import {invoiceAt} from './invoice-status.js';
import {InvoiceRecords, type InvoiceRecord} from './records.js';
import {
  AdvanceRequest,
  ClosingRequest,
  DepositRequest,
  InvoiceReference,
  readRequest,
  SingleInvoiceRequest,
} from './requests.js';
import {newSingleInvoice} from './single-invoice.js';

export interface DepositReceipt {
  readonly transactionHash: string;
  /** False where the address is watched no more: the money is on the chain, and the invoice knows nothing of it. */
  readonly tracked: boolean;
  /** As it is right after the deposit. */
  readonly invoice: CalypsoInvoice;
}

/** Dates end with the year 9999: later ones have another form. */
const LAST_INSTANT = Date.UTC(10_000, 0) - 1;

/** Calypso's rules over the stored facts. Requests are unread JSON; what is refused throws a `CalypsoApiError`. */
export class LocalCalypso {
  readonly #records = new InvoiceRecords();
  readonly #clock: SandboxClock;

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  createSingleInvoice(payload: unknown): CalypsoInvoice {
    const request = readRequest(SingleInvoiceRequest, payload, 'payload');
    const record = newSingleInvoice(request, this.#clock.now());
    if (this.#records.findByKey(record.idempotencyKey)) throw calypsoError('016');
    return this.#store(record);
  }

  getInvoice(payload: unknown): CalypsoInvoice {
    const {idempotencyKey, id} = readRequest(InvoiceReference, payload, 'payload');
    const record = idempotencyKey
      ? this.#records.findByKey(idempotencyKey)
      : this.#records.findById(id ?? '');
    return this.#answer(found(record));
  }

  /** Money arrives on the chain, whether or not anybody still waits for it. */
  deposit(request: unknown): DepositReceipt {
    const {address, amount, hold} = readRequest(DepositRequest, request);
    const record = found(this.#records.findByAddress(address));
    const chain = chainOf(record.currency);
    checkScale('amount', amount, chain);
    const transactionHash = newTransactionHash(chain.family);
    if (this.#isFinal(record)) return {transactionHash, tracked: false, invoice: this.#answer(record)};
    const deposit = {transactionHash, amount, seenAt: this.#clock.now(), held: hold === 'compliance'};
    const invoice = this.#store({...record, deposits: [...record.deposits, deposit]});
    return {transactionHash, tracked: true, invoice};
  }

  /** Ends an invoice that is not final yet; 006 for one that is. */
  close(request: unknown, state: 'DECLINED' | 'ARCHIVED'): CalypsoInvoice {
    const {idempotencyKey} = readRequest(ClosingRequest, request);
    const record = found(this.#records.findByKey(idempotencyKey));
    if (this.#isFinal(record)) throw calypsoError('006');
    return this.#store({...record, closed: {at: this.#clock.now(), state}});
  }

  /** @returns the sandbox's time, ISO 8601. */
  advance(request: unknown): {readonly time: string} {
    const {ms} = readRequest(AdvanceRequest, request);
    if (this.#clock.now() + ms > LAST_INSTANT) throw invalidField('ms', 'Must not lead beyond the year 9999');
    this.#clock.advance(ms);
    return {time: new Date(this.#clock.now()).toISOString()};
  }

  #store(record: InvoiceRecord): CalypsoInvoice {
    this.#records.put(record);
    return this.#answer(record);
  }

  #answer(record: InvoiceRecord): CalypsoInvoice {
    return invoiceAnswer(record, this.#clock.now());
  }

  #isFinal(record: InvoiceRecord): boolean {
    return isFinal(invoiceAt(record, this.#clock.now()).state);
  }
}

function found(record: InvoiceRecord | undefined): InvoiceRecord {
  if (!record) throw calypsoError('004');
  return record;
}
