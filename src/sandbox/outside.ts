import type {CalypsoInvoice} from '../api/types.js';
import {isFinal, isUnlimited} from '../core/invoice.js';
import type {SandboxClock} from './clock.js';
import {closeInvoice} from './close-invoice.js';
import {calypsoError} from './errors.js';
import {invoiceAnswer} from './invoice-answer.js';
import {invoiceAt} from './invoice-status.js';
import {newDeposit} from './new-deposit.js';
import type {InvoiceRecord, InvoiceRecords} from './records.js';
import {ClosingRequest, DepositRequest} from './requests.js';
import type {DepositReceipt} from './sandbox.js';
import {readRequest} from './schema.js';

/** What happens outside the API: payers, compliance, the merchant's own page. Requests are unread JSON. */
export class Outside {
  readonly #records: InvoiceRecords;
  readonly #clock: SandboxClock;

  constructor(records: InvoiceRecords, clock: SandboxClock) {
    this.#records = records;
    this.#clock = clock;
  }

  /** Money arrives on the chain, whether or not anybody still waits for it. */
  deposit(request: unknown): DepositReceipt {
    const {address, ...payment} = readRequest(DepositRequest, request);
    const record = this.#records.findByAddress(address);
    if (!record) throw calypsoError('004');
    const now = this.#clock.now();
    const deposit = newDeposit(record.currency, payment, now);
    const tracked = !isFinal(invoiceAt(record, now).state);
    const invoice = tracked
      ? this.#store({...record, deposits: [...record.deposits, deposit]})
      : invoiceAnswer(record, now);
    return {transactionHash: deposit.transactionHash, tracked, invoice};
  }

  /** Compliance declines. An unlimited invoice is never DECLINED: 006, as for one that is final. */
  decline(request: unknown): CalypsoInvoice {
    const record = this.#find(request);
    if (isUnlimited(record.type)) throw calypsoError('006');
    return this.#store(closeInvoice(record, 'DECLINED', this.#clock.now()));
  }

  /** The merchant deletes. 006 for an invoice that is final. */
  archive(request: unknown): CalypsoInvoice {
    return this.#store(closeInvoice(this.#find(request), 'ARCHIVED', this.#clock.now()));
  }

  #find(request: unknown): InvoiceRecord {
    const {idempotencyKey} = readRequest(ClosingRequest, request);
    return this.#records.get({idempotencyKey});
  }

  #store(record: InvoiceRecord): CalypsoInvoice {
    this.#records.put(record);
    return invoiceAnswer(record, this.#clock.now());
  }
}
