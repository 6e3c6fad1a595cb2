import type {Page} from '../api/pages.js';
import {compareDecimals, parseDecimal} from '../core/decimal.js';
import type {PageRequest} from './requests.js';

/**
 * One page of a list, as Calypso answers it. `total` counts pages.
 * @param items newest first
 */
export function pageOf<T extends object>(
  items: readonly T[],
  {pageNumber, pageSize, sort, properties}: PageRequest,
): Page<T> {
  const oldestFirst = items.toReversed();
  // Stable: what is equal stays in the order of time.
  const sorted = properties ? oldestFirst.sort((a, b) => compare(a, b, properties)) : oldestFirst;
  const ordered = sort === 'ASC' ? sorted : sorted.reverse();
  return {
    result: ordered.slice((pageNumber - 1) * pageSize, pageNumber * pageSize),
    page: pageNumber,
    size: pageSize,
    total: Math.ceil(items.length / pageSize),
    totalElements: items.length,
  };
}

/** Numbers by their value, then texts, then what has no such field. */
function compare(a: object, b: object, property: string): number {
  const [x, y] = [fieldOf(a, property), fieldOf(b, property)];
  if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
  const [p, q] = [parseDecimal(x), parseDecimal(y)];
  if (p !== undefined && q !== undefined) return compareDecimals(p, q);
  if (p !== undefined || q !== undefined) return p !== undefined ? -1 : 1;
  return x < y ? -1 : x > y ? 1 : 0;
}

function fieldOf(item: object, property: string): string | undefined {
  const value: unknown = Object.hasOwn(item, property) && item[property as keyof typeof item];
  return typeof value === 'string' ? value : undefined;
}
