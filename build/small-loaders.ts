import type {Plugin} from 'vite';

/** The locale tables stand beside the script as files of their own: one line finds them all, in place of an import each. */
export const smallLoaders = (tags: readonly string[]): Plugin => ({
  name: 'small-loaders',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('localize/loaders.ts')
      ? `export const loaders = Object.fromEntries('${tags.join(' ')}'.split(' ').map(
          (tag) => [tag, () => import(/* @vite-ignore */ './calypso-invoice-' + tag + '.js')]))`
      : undefined,
});
