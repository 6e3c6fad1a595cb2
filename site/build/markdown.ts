import {dirname, join} from 'node:path/posix';
import {Marked, type Tokens} from 'marked';
import {ALL_PAGES} from './pages.js';

/** A heading as links name it, in the repository's viewer too. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** Where a link of a document leads on the site; undefined where the site has no such thing. */
function targetOf(href: string, source: string): string | undefined {
  if (/^(https?:|#)/.test(href)) return href;
  const [path = '', anchor] = href.split('#');
  const file = join(dirname(source), path);
  if (file.endsWith('.yaml')) return `./${file.split('/').at(-1)}`;
  const page = ALL_PAGES.find((each) => each.source === file);
  return page && `./${page.name}.html${anchor ? `#${anchor}` : ''}`;
}

/**
 * A document of the repository as HTML: links lead to pages of the site, pictures to the repository's files.
 * @param source path of the document
 */
export function renderMarkdown(markdown: string, source: string): string {
  const marked = new Marked({
    renderer: {
      heading({tokens, depth, text}: Tokens.Heading) {
        return `<h${depth} id="${anchorOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({href, tokens}: Tokens.Link) {
        const target = targetOf(href, source);
        const text = this.parser.parseInline(tokens);
        return target ? `<a href="${target}">${text}</a>` : text;
      },
      image({href, text}: Tokens.Image) {
        return `<img src="/${join('..', dirname(source), href)}" alt="${text}" />`;
      },
      checkbox: () => '<span aria-hidden="true">☐</span> ',
      // What is wider than a phone scrolls by itself, by keyboard too.
      code({text, lang = ''}: Tokens.Code) {
        return `<pre tabindex="0"><code class="language-${lang}">${escape(text)}</code></pre>\n`;
      },
    },
  });
  return marked
    .parse(markdown, {async: false})
    .replaceAll('<th></th>', '<td></td>')
    .replace(/<table>/g, '<div class="scroll" tabindex="0"><table>')
    .replace(/<\/table>/g, '</table></div>');
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
