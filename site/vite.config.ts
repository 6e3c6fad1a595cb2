import {defineConfig} from 'vite';
import {staticPages} from './build/static-pages.js';

const root = import.meta.dirname;

/** The documents as a static site. `npm run build:site` writes it to site/dist, which any host can serve from any path. */
export default defineConfig({
  root,
  base: './',
  plugins: [staticPages(root)],
  build: {
    outDir: 'dist',
    target: 'es2022',
    modulePreload: {polyfill: false},
    assetsInlineLimit: 0,
    // Of Node alone, and never reached in a page: the sandbox's HTTP server and its file.
    rolldownOptions: {external: ['@hono/node-server', 'lmdb', /^node:/]},
  },
});
