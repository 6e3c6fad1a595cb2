/** A page of the site: made of a document, or of a fragment of HTML that stands in this folder. */
export interface Page {
  /** Without `.html`. */
  readonly name: string;
  /** In the navigation. */
  readonly label: string;
  /** From the root of the repository. */
  readonly source: string;
}

const page = (name: string, label: string, source = `docs/${name}.md`): Page => ({name, label, source});

/** In the order of the navigation. */
export const PAGES: Readonly<Record<string, readonly Page[]>> = {
  Start: [
    page('index', 'Overview', 'README.md'),
    page('live', 'Live demo', 'site/live/live.html'),
    page('playground', 'Theming playground', 'site/playground/playground.html'),
  ],
  Build: [
    page('integrate', 'Integrate'),
    page('proxy', 'Proxy'),
    page('recipes', 'Other languages'),
    page('cli', 'Command line'),
    page('going-live', 'Going live'),
    page('scaling', 'Scaling'),
  ],
  'The card': [
    page('card', 'Attributes and events'),
    page('states', 'States and redirects'),
    page('theming', 'Theming'),
    page('languages', 'Languages'),
    page('accessibility', 'Accessibility'),
  ],
  About: [
    page('security', 'Security model'),
    page('faq', 'Questions'),
    page('report', 'Report a weakness', 'SECURITY.md'),
    page('contributing', 'Contributing', 'CONTRIBUTING.md'),
  ],
};

export const ALL_PAGES: readonly Page[] = Object.values(PAGES).flat();
