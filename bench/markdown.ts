import type {Budget, SectionResult} from './section.js';

export type Cell = string | number;

/** Columns of numbers are set to the right. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const isNumber = (column: number) =>
    rows.length > 0 && rows.every((row) => typeof row[column] === 'number');
  const line = (cells: readonly Cell[]) => `| ${cells.map(escape).join(' | ')} |`;
  const rule = `| ${head.map((_, column) => (isNumber(column) ? '--:' : '---')).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

const escape = (cell: Cell): string => String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ');

export const budgetTable = (budgets: readonly Budget[]): string =>
  table(
    ['budget', 'limit', 'measured', 'holds'],
    budgets.map(({what, limit, measured, holds}) => [what, limit, measured, holds ? 'yes' : '**no**']),
  );

/** @param circumstances how, where and when it was measured */
export const sectionText = ({title, markdown, budgets}: SectionResult, circumstances: string): string =>
  [`## ${title}`, circumstances, markdown, ...(budgets.length ? [budgetTable(budgets)] : [])].join('\n\n');

const marks = (name: string) => [`<!-- begin ${name} -->`, `<!-- end ${name} -->`] as const;

/** The text of this section as it stands in `document`, if it does. */
export function findSection(document: string, name: string): string | undefined {
  const [begin, end] = marks(name);
  const [, rest] = document.split(begin);
  return rest?.split(end)[0]?.trim();
}

/** Those of the sections that have a text, in this order. */
export const joinSections = (head: string, sections: ReadonlyMap<string, string | undefined>): string =>
  [
    head,
    ...[...sections].flatMap(([name, text]) => {
      const [begin, end] = marks(name);
      return text === undefined ? [] : [begin, text, end];
    }),
  ].join('\n\n');
