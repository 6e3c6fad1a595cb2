/** Of each invoice, epoch ms of its reads at Calypso's door. */
export type Reads = ReadonlyMap<string, readonly number[]>;

/** Reads per second and invoice, over all of them. */
export const meanRate = (reads: Reads, seconds: number, invoices: number): number =>
  [...reads.values()].reduce((sum, times) => sum + times.length, 0) / seconds / invoices;

/** Reads per second of the invoice that was read most often: n reads have n − 1 intervals between them. */
export const busiestRate = (reads: Reads, seconds: number): number =>
  Math.max(0, ...[...reads.values()].map((times) => times.length - 1)) / seconds;
