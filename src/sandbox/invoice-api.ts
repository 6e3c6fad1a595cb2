import type {CalypsoInvoice} from '../api/types.js';
import type {SandboxClock} from './clock.js';
import {closeInvoice} from './close-invoice.js';
import {calypsoError} from './errors.js';
import {invoiceAnswer} from './invoice-answer.js';
import {invoiceAt} from './invoice-status.js';
import {newInvoice} from './new-invoice.js';
import type {InvoiceRecord, InvoiceRecords, Price} from './records.js';
import {
  BoundInvoiceRequest,
  InvoiceReference,
  SingleFiatInvoiceRequest,
  SingleInvoiceRequest,
  UnlimitedInvoiceRequest,
  type NewInvoiceRequest,
} from './requests.js';
import {readRequest} from './schema.js';

/** The calls that change an invoice, or read one. Payloads are unread JSON; what is refused throws a `CalypsoApiError`. */
export class InvoiceApi {
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
    return this.#store(closeInvoice(this.#find(payload), 'ARCHIVED', this.#clock.now()));
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

  get(payload: unknown): CalypsoInvoice {
    return this.#answer(this.#find(payload));
  }

  #create(price: Price, request: NewInvoiceRequest): CalypsoInvoice {
    const record = newInvoice(price, request, {now: this.#clock.now(), serial: this.#records.nextSerial()});
    if (this.#records.findByKey(record.idempotencyKey)) throw calypsoError('016');
    return this.#store(record);
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
}
