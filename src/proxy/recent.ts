import {LRUCache} from 'lru-cache';

/** So many invoices a process remembers. */
export const MAX_INVOICES = 10_000;

/**
 * The entries that were used last, up to `max` of them.
 * Counted by size, as `max` itself would take the room for all of them at once, and milliseconds for each new proxy.
 */
export const recent = <T extends object>(max: number): LRUCache<string, T> =>
  new LRUCache({maxSize: max, sizeCalculation: () => 1});
