import {table} from '../markdown.js';
import type {Bench, SectionResult} from '../section.js';
import {BUDGETS, entrySizes, scriptSizes, type Size} from '../sizes.js';

/** What is fetched, and what is bundled. */
export async function sizes({say}: Bench): Promise<SectionResult> {
  const scripts = scriptSizes();
  say(`${scripts.size} files for the script tag`);
  const entries = await entrySizes();
  const rows = (all: ReadonlyMap<string, Size>) =>
    [...all].map(([name, {minified, gzip, brotli}]) => [name, minified, gzip, brotli]);
  const note = `Bytes. First what a page with the script tag fetches: \`calypso-invoice.js\`, and the others when they are needed. Then each entry of the package,
bundled by esbuild with all that it imports at once; peers, and what is imported on demand, are left out.`;
  return {
    name: 'sizes',
    title: 'Sizes',
    markdown: [
      note,
      table(['file', 'minified', 'gzip', 'brotli'], rows(scripts)),
      table(['entry', 'minified', 'gzip', 'brotli'], rows(entries)),
    ].join('\n\n'),
    budgets: BUDGETS.map(({what, files, encoding, limit}) => {
      const largest = Math.max(
        ...[...scripts].filter(([name]) => files.test(name)).map(([, it]) => it[encoding]),
      );
      return {
        what: `${what}, ${encoding}`,
        limit: `${limit} B`,
        measured: `${largest} B`,
        holds: largest <= limit,
      };
    }),
  };
}
