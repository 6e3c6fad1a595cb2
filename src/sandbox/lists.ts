import type {Page} from '../api/pages.js';
import type {CalypsoDeposit, CalypsoInvoice, CalypsoPayment} from '../api/types.js';
import type {SandboxClock} from './clock.js';
import {calypsoError} from './errors.js';
import {depositAnswer, invoiceAnswer, paymentAnswer} from './invoice-answer.js';
import {invoiceAt} from './invoice-status.js';
import {pageOf} from './page.js';
import type {DepositRecord, InvoiceRecord, InvoiceRecords} from './records.js';
import {
  ExternalRequest,
  HistoryRequest,
  InvoiceFilter,
  OneDepositRequest,
  OnePaymentRequest,
} from './requests.js';
import {readRequest} from './schema.js';

/** The calls that read lists, and the parts of an invoice. Payloads are unread JSON. */
export class Lists {
  readonly #records: InvoiceRecords;
  readonly #clock: SandboxClock;

  constructor(records: InvoiceRecords, clock: SandboxClock) {
    this.#records = records;
    this.#clock = clock;
  }

  invoices(payload: unknown): Page<CalypsoInvoice> {
    const {stateNames, typeNames, ...page} = readRequest(InvoiceFilter, payload, 'payload');
    const isIn = (names: readonly string[] | null | undefined, name = '') =>
      !names?.length || names.includes(name);
    const fits = ({state, type}: CalypsoInvoice) => isIn(stateNames, state) && isIn(typeNames, type);
    return pageOf(
      this.#newestFirst()
        .map((record) => this.#answer(record))
        .filter(fits),
      page,
    );
  }

  invoicesOf(payload: unknown): Page<CalypsoInvoice> {
    const {externalId, ...page} = readRequest(ExternalRequest, payload, 'payload');
    const records = this.#newestFirst().filter(({echo}) => echo.externalId === externalId);
    return pageOf(
      records.map((record) => this.#answer(record)),
      page,
    );
  }

  deposits(payload: unknown): Page<CalypsoDeposit> {
    const {id, idempotencyKey, ...page} = readRequest(HistoryRequest, payload, 'payload');
    const record = this.#records.get({id, idempotencyKey});
    const deposits = this.#received(record).map((deposit) => depositAnswer(record, deposit));
    return pageOf(deposits.reverse(), page);
  }

  deposit(payload: unknown): CalypsoDeposit {
    const {transactionId, ...reference} = readRequest(OneDepositRequest, payload, 'payload');
    const record = this.#records.get(reference);
    return depositAnswer(
      record,
      this.#one(record, ({id}) => id === transactionId.toLowerCase()),
    );
  }

  payments(payload: unknown): Page<CalypsoPayment> {
    const {id, idempotencyKey, ...page} = readRequest(HistoryRequest, payload, 'payload');
    const record = this.#records.get({id, idempotencyKey});
    const payments = this.#received(record).map((deposit) =>
      paymentAnswer(record, deposit, this.#clock.now()),
    );
    return pageOf(payments.reverse(), page);
  }

  payment(payload: unknown): CalypsoPayment {
    const {paymentId: wanted, ...reference} = readRequest(OnePaymentRequest, payload, 'payload');
    const record = this.#records.get(reference);
    const deposit = this.#one(record, ({paymentId}) => paymentId === wanted.toLowerCase());
    return paymentAnswer(record, deposit, this.#clock.now());
  }

  #newestFirst(): InvoiceRecord[] {
    return [...this.#records.all()].sort((a, b) => b.serial - a.serial);
  }

  #answer(record: InvoiceRecord): CalypsoInvoice {
    return invoiceAnswer(record, this.#clock.now());
  }

  #received(record: InvoiceRecord): DepositRecord[] {
    return [...invoiceAt(record, this.#clock.now()).deposits];
  }

  #one(record: InvoiceRecord, isWanted: (deposit: DepositRecord) => boolean): DepositRecord {
    const deposit = this.#received(record).find(isWanted);
    if (!deposit) throw calypsoError('004');
    return deposit;
  }
}
