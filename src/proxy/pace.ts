import type {InvoiceStore} from './store.js';

/** ms that a read of an invoice costs: so long later the next may begin, whatever number of instances there is. */
export const SPACING = 1000;

/** ms; more than this no read leaves behind, whatever an instance of another version has written. */
const MAX_DEBT = 3 * SPACING;

/** Keeps the upstream reads of each invoice to one a second, among all instances that share a store. */
export interface Pace {
  /**
   * Pays for a read that begins now.
   * @param credit ms that may be paid later: the reads after it wait so much longer
   * @returns ms until it can be paid for; 0 where it was
   */
  take(key: string, credit?: number): Promise<number>;
  /** Gives back what was paid for a read that was not made. */
  giveBack(key: string): Promise<void>;
}

export function createPace(store: InvoiceStore): Pace {
  /** What is in the store is the debt in ms when it was written, and a name of its own: equal texts are no replacement. */
  async function charge(key: string, ms: number, credit: number): Promise<number> {
    const name = `{${key}}:pace`;
    let stored = await store.get(name);
    for (;;) {
      const debt = Math.min(Math.max(0, parseFloat(stored?.text ?? '') - (stored?.age ?? 0)) || 0, MAX_DEBT);
      if (debt > credit) return debt - credit;
      const left = Math.max(0, debt + ms);
      stored = await store.replace(name, stored?.text, `${left} ${crypto.randomUUID()}`, left + 1);
      if (!stored) return 0;
    }
  }

  return {
    take: (key, credit = 0) => charge(key, SPACING, credit),
    giveBack: async (key) => void (await charge(key, -SPACING, Infinity)),
  };
}
