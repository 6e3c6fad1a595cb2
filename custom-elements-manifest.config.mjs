/** The manifest names the files that are published, not those they are made of. */
const published = (path) => path.replace(/^(\/?src|\.)\/(?!dist\/)/, './dist/').replace(/\.ts$/, '.js');

/** What the comment of a class says of each attribute. */
const said = new Map();

export default {
  globs: ['src/index.ts', 'src/element/calypso-invoice-element.ts', 'src/element/events.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [
    {
      name: 'public-members',
      packageLinkPhase({customElementsManifest: {modules}}) {
        for (const declaration of modules.flatMap(({declarations}) => declarations))
          declaration.members = declaration.members?.filter(
            ({name, privacy}) => !name.startsWith('#') && privacy !== 'protected',
          );
      },
    },
    {
      // The analyzer keeps what the property of the same name says, which is less.
      name: 'attributes-as-commented',
      analyzePhase({ts, node}) {
        if (!ts.isClassDeclaration(node)) return;
        for (const [, name, text] of node.getFullText().matchAll(/@attr \{[^}]*\} \[?([\w-]+).*? - (.+)/g))
          said.set(name, text);
      },
      packageLinkPhase({customElementsManifest: {modules}}) {
        for (const attribute of modules
          .flatMap(({declarations}) => declarations)
          .flatMap((it) => it.attributes ?? []))
          if (said.has(attribute.name)) attribute.description = said.get(attribute.name);
      },
    },
    {
      name: 'published-paths',
      packageLinkPhase({customElementsManifest}) {
        const visit = (node) => {
          if (!node || typeof node !== 'object') return;
          for (const [key, value] of Object.entries(node))
            if ((key === 'module' || key === 'path') && typeof value === 'string')
              node[key] = published(value);
            else visit(value);
        };
        visit(customElementsManifest);
      },
    },
  ],
};
