/** A page of a list, as Calypso answers it. */
export interface Page<T> {
  readonly result: readonly T[];
  /** From 1. */
  readonly page: number;
  readonly size: number;
  /** Pages, not items. */
  readonly total: number;
  /** Items on all pages. */
  readonly totalElements: number;
}

/** Which part of a list, in which order. */
export interface PageRequest {
  /** From 1, the first where absent. */
  readonly pageNumber?: number;
  readonly pageSize?: number;
  readonly sort?: 'ASC' | 'DESC';
  /** The field that it is sorted by. */
  readonly properties?: string;
}

/** Reads page after page. What moves from one page to the next while it is read comes once: items are told apart by `id`. */
export async function* eachOf<T extends {readonly id?: string}>(
  read: (pageNumber: number) => Promise<Page<T>>,
): AsyncGenerator<T, void, undefined> {
  const seen = new Set<string>();
  for (let pageNumber = 1; ; pageNumber++) {
    const {result, total} = await read(pageNumber);
    for (const item of result) {
      const {id} = item;
      if (id && seen.has(id)) continue;
      if (id) seen.add(id);
      yield item;
    }
    if (!(pageNumber < total) || result.length === 0) return;
  }
}
