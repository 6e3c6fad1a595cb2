import {transform} from 'lightningcss';
import type {Plugin} from 'vite';

/** Lit's styles are a template literal, which no minifier of scripts looks into. */
export const smallStyles: Plugin = {
  name: 'small-styles',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('.styles.ts')) return undefined;
    const minify = (styles: string) =>
      transform({filename: id, code: Buffer.from(styles), minify: true}).code.toString();
    return {code: code.replace(/(?<=css`)[^`]+/, minify), map: null};
  },
};
