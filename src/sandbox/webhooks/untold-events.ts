import type {InvoiceRecord, InvoiceRecords} from '../records.js';
import {eventsOf, type InvoiceEvent} from './invoice-events.js';

/** An event, and the invoice that it happened to. */
export interface News {
  readonly record: InvoiceRecord;
  readonly event: InvoiceEvent;
}

/** What happens to the invoices and nobody was told of yet, in the future too. */
export class UntoldEvents {
  readonly #records: InvoiceRecords;
  /** Worked out once for each version of a record. */
  readonly #known = new WeakMap<InvoiceRecord, readonly InvoiceEvent[]>();

  constructor(records: InvoiceRecords) {
    this.#records = records;
  }

  /** Everything that happened up to `now`, in the order in which it happened. It counts as told from now on. */
  take(now: number): readonly News[] {
    const news = [...this.#records.all()].flatMap((record) =>
      this.#of(record).flatMap((event) => (event.at <= now ? {event, id: record.id} : [])),
    );
    return news
      .sort((a, b) => a.event.at - b.event.at)
      .map(({event, id}) => ({event, record: this.#markTold(id, event)}));
  }

  /** When there is next something to tell, Infinity where never. */
  nextAt(): number {
    let next = Infinity;
    for (const record of this.#records.all()) next = Math.min(next, this.#of(record)[0]?.at ?? Infinity);
    return next;
  }

  #markTold(id: string, {key}: InvoiceEvent): InvoiceRecord {
    const record = this.#records.get({id});
    const told = {...record, announced: [...record.announced, key]};
    this.#records.put(told);
    return told;
  }

  #of(record: InvoiceRecord): readonly InvoiceEvent[] {
    const known = this.#known.get(record);
    if (known) return known;
    const events = eventsOf(record).filter(({key}) => !record.announced.includes(key));
    this.#known.set(record, events);
    return events;
  }
}
