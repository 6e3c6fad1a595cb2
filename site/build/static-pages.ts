import {readFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import type {Plugin} from 'vite';
import {layout} from './layout.js';
import {renderMarkdown} from './markdown.js';
import {ALL_PAGES, type Page} from './pages.js';

async function render(page: Page): Promise<string> {
  const text = await readFile(page.source, 'utf8');
  return layout(page, page.source.endsWith('.md') ? renderMarkdown(text, page.source) : text);
}

/** Gives Vite an HTML file for each page, though none of them is on the disk. @param root the folder of the site */
export function staticPages(root: string): Plugin {
  const pages = new Map(ALL_PAGES.map((page) => [join(root, `${page.name}.html`), page]));
  return {
    name: 'static-pages',
    config: () => ({build: {rolldownOptions: {input: [...pages.keys()]}}}),
    resolveId: (id) => (pages.has(id) ? id : undefined),
    load(id) {
      const page = pages.get(id);
      if (!page) return undefined;
      this.addWatchFile(page.source);
      return render(page);
    },
    async generateBundle() {
      const file = 'docs/proxy-api.yaml';
      this.emitFile({type: 'asset', fileName: basename(file), source: await readFile(file, 'utf8')});
    },
  };
}
