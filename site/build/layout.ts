import {PAGES, type Page} from './pages.js';

/** As strict as the card allows; in the page itself, for a static host may send no headers. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** A whole page around its content. @param content trusted: made of the repository's own files */
export const layout = (page: Page, content: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <title>${page.name === 'index' ? '' : `${page.label} · `}calypso-invoice</title>
    <link rel="icon" href="/mark.svg" />
    <link rel="stylesheet" href="/../demo/styles/base.css" />
    <link rel="stylesheet" href="/styles/site.css" />
  </head>
  <body>
    <a class="skip" href="#content">Skip to the content</a>
    <header class="masthead">
      <a class="brand" href="./index.html"><img src="/mark.svg" alt="" width="32" height="32" />calypso-invoice</a>
    </header>
    <div class="site">
      <nav aria-label="Pages">
        <details>
          <summary>Pages</summary>
          <div class="groups">
${Object.entries(PAGES).map(group(page)).join('\n')}
          </div>
        </details>
      </nav>
      <main id="content" tabindex="-1" class="${page.source.endsWith('.md') ? 'prose' : page.name}">
${content}
      </main>
    </div>
    <footer><p>MIT licence. This site loads nothing from elsewhere and stores nothing.</p></footer>
  </body>
</html>
`;

const group =
  (current: Page) =>
  ([title, pages]: [string, readonly Page[]]): string =>
    `            <section><h2>${title}</h2><ul>${pages.map(item(current)).join('')}</ul></section>`;

const item =
  (current: Page) =>
  ({name, label}: Page): string =>
    `<li><a href="./${name}.html"${name === current.name ? ' aria-current="page"' : ''}>${label}</a></li>`;
