/** The manifest names the files that are published, not those they are made of. */
const published = (path) => path.replace(/^\/?src\//, './dist/').replace(/\.ts$/, '.js');

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
