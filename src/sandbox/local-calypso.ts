import type {CalypsoInvoice} from '../api/types.js';
import {isFinal, isUnlimited} from '../core/invoice.js';
import {newAddress, newTransactionHash} from './address.js';
import {chainOf, checkScale} from './chain.js';
import type {SandboxClock} from './clock.js';
import {calypsoError} from './errors.js';
import {invoiceAnswer} from './invoice-answer.js';
import {invoiceAt} from './invoice-status.js';
import {newInvoice} from './new-invoice.js';
import type {InvoiceRecord, InvoiceRecords, Price} from './records.js';
import {
  BoundInvoiceRequest,
  ClosingRequest,
  DepositRequest,
  InvoiceReference,
  SingleFiatInvoiceRequest,
  SingleInvoiceRequest,
  UnlimitedInvoiceRequest,
  type NewInvoiceRequest,
} from './requests.js';
import {readRequest} from './schema.js';

export interface DepositReceipt {
  readonly transactionHash: string;
  /** False where the address is watched no more: the money is on the chain, and the invoice knows nothing of it. */
  readonly tracked: boolean;
  /** As it is right after the deposit. */
  readonly invoice: CalypsoInvoice;
}

/** What changes invoices. Requests are unread JSON; what is refused throws a `CalypsoApiError`. */
export class LocalCalypso {
  readonly #records: InvoiceRecords;
  readonly #clock: SandboxClock;

  constructor(records: InvoiceRecords, clock: SandboxClock) {
    this.#records = records;
    this.#clock = clock;
  }

  createSingleInvoice(payload: unknown): CalypsoInvoice {
    const {amount, ...request} = readRequest(SingleInvoiceRequest, payload, 'payload');
    return this.#create({type: 'SINGLE', amount}, request);
  }

  createSingleFiatInvoice(payload: unknown): CalypsoInvoice {
    const {fiatAmount, fiatCurrency, ...request} = readRequest(SingleFiatInvoiceRequest, payload, 'payload');
    return this.#create({type: 'SINGLE_FIAT', fiatAmount, fiatCurrency}, request);
  }

  createBoundInvoice(payload: unknown): CalypsoInvoice {
    const {lowerBound, ...request} = readRequest(BoundInvoiceRequest, payload, 'payload');
    return this.#create({type: 'BOUND', lowerBound}, request);
  }

  createUnlimitedInvoice(payload: unknown, type: 'UNLIMITED' | 'UNLIMITED_LINKED'): CalypsoInvoice {
    return this.#create({type}, readRequest(UnlimitedInvoiceRequest, payload, 'payload'));
  }

  /** The merchant deletes: ARCHIVED. 006 for an invoice that is final. */
  archive(payload: unknown): CalypsoInvoice {
    return this.#close(this.#find(payload), 'ARCHIVED');
  }

  /**
   * The merchant resolves an intervention; 006 where none is open. Money that is taken makes it PAID, then COMPLETED.
   * A mark alone changes no state, as the documents name none: the invoice rests until it is archived.
   */
  resolve(payload: unknown, {taken}: {readonly taken: boolean}): CalypsoInvoice {
    const record = this.#find(payload);
    const at = this.#clock.now();
    if (invoiceAt(record, at).isInterventionResolved) throw calypsoError('006');
    return this.#store({...record, resolved: {at, taken}});
  }

  /** Money arrives on the chain, whether or not anybody still waits for it. */
  deposit(request: unknown): DepositReceipt {
    const {address, amount, hold} = readRequest(DepositRequest, request);
    const record = this.#records.findByAddress(address);
    if (!record) throw calypsoError('004');
    const chain = chainOf(record.currency);
    checkScale('amount', amount, chain);
    const transactionHash = newTransactionHash(chain.family);
    if (this.#isFinal(record)) return {transactionHash, tracked: false, invoice: this.#answer(record)};
    const deposit = {
      id: crypto.randomUUID(),
      paymentId: crypto.randomUUID(),
      transactionHash,
      senderAddress: newAddress(chain.family),
      amount,
      seenAt: this.#clock.now(),
      held: hold === 'compliance',
    };
    const invoice = this.#store({...record, deposits: [...record.deposits, deposit]});
    return {transactionHash, tracked: true, invoice};
  }

  /** Ends an invoice from outside the API. An unlimited one is never DECLINED: 006, as for one that is final. */
  end(request: unknown, state: 'DECLINED' | 'ARCHIVED'): CalypsoInvoice {
    const {idempotencyKey} = readRequest(ClosingRequest, request);
    const record = this.#records.get({idempotencyKey});
    if (state === 'DECLINED' && isUnlimited(record.type)) throw calypsoError('006');
    return this.#close(record, state);
  }

  get(payload: unknown): CalypsoInvoice {
    return this.#answer(this.#find(payload));
  }

  #create(price: Price, request: NewInvoiceRequest): CalypsoInvoice {
    const record = newInvoice(price, request, {now: this.#clock.now(), serial: this.#records.nextSerial()});
    if (this.#records.findByKey(record.idempotencyKey)) throw calypsoError('016');
    return this.#store(record);
  }

  #close(record: InvoiceRecord, state: 'DECLINED' | 'ARCHIVED'): CalypsoInvoice {
    if (this.#isFinal(record)) throw calypsoError('006');
    return this.#store({...record, closed: {at: this.#clock.now(), state}});
  }

  #find(payload: unknown): InvoiceRecord {
    return this.#records.get(readRequest(InvoiceReference, payload, 'payload'));
  }

  #answer(record: InvoiceRecord): CalypsoInvoice {
    return invoiceAnswer(record, this.#clock.now());
  }

  #store(record: InvoiceRecord): CalypsoInvoice {
    this.#records.put(record);
    return this.#answer(record);
  }

  #isFinal(record: InvoiceRecord): boolean {
    return isFinal(invoiceAt(record, this.#clock.now()).state);
  }
}
