import {DRIVERS} from './drivers/index.js';

export type Combination = readonly string[];

/** Every two of these. */
export const pairsOf = (ids: readonly string[]): Combination[] =>
  ids.flatMap((a, index) => ids.slice(index + 1).map((b) => [a, b]));

const happensToPage = (id: string): boolean => !!DRIVERS[id]?.page;

/** Three different ones, at most one of which happens to the whole page: all cards of a test share it. */
export function tripleOf(ids: readonly string[], random: () => number): Combination {
  for (;;) {
    const triple = new Set<string>();
    while (triple.size < 3) triple.add(ids[Math.floor(random() * ids.length)]!);
    if ([...triple].filter(happensToPage).length < 2) return [...triple];
  }
}

/** Those that can be on one page at a time, by what happens to it; '' where nothing does. */
export function byPage(combinations: readonly Combination[]): Map<string, Combination[]> {
  const pages = new Map<string, Combination[]>();
  for (const ids of combinations) {
    const page = ids.find(happensToPage) ?? '';
    pages.set(page, [...(pages.get(page) ?? []), ids]);
  }
  return pages;
}

/** Parts of at most `size`. */
export const inParts = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({length: Math.ceil(items.length / size)}, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
