import {readdirSync} from 'node:fs';
import {basename} from 'node:path';
import {defineConfig} from 'vite';
import {integrity} from './build/integrity.js';
import {sizeBudget} from './build/size-budget.js';
import {smallChecksums} from './build/small-checksums.js';
import {smallEncoder} from './build/small-encoder.js';
import {smallLit} from './build/small-lit.js';
import {smallLoaders} from './build/small-loaders.js';
import {smallScript} from './build/small-script.js';
import {smallStyles} from './build/small-styles.js';

const locales = readdirSync('src/locales').map((file) => basename(file, '.ts'));
const loaded = locales.filter((name) => name !== 'en' && name !== 'messages');

/**
 * `script`: the file for the script tag, self-contained for English; the other locales, the address check and what is
 * opted in to stand beside it.
 * Otherwise the pages of the demo shop; its server is demo/start.ts.
 */
export default defineConfig(({mode}) =>
  mode === 'script'
    ? {
        plugins: [
          smallChecksums,
          smallEncoder,
          smallLit,
          smallLoaders(loaded),
          smallStyles,
          smallScript,
          sizeBudget('calypso-invoice.js', 22_000),
          integrity('calypso-invoice.js'),
        ],
        build: {
          emptyOutDir: false,
          sourcemap: true,
          target: 'es2022',
          // Library mode: it adds no preload helper to the dynamic import.
          lib: {
            entry: {
              'calypso-invoice': 'src/index.ts',
              ...Object.fromEntries(loaded.map((tag) => [`calypso-invoice-${tag}`, `src/locales/${tag}.ts`])),
            },
            formats: ['es'],
            fileName: (_, name) => `${name}.js`,
          },
          rolldownOptions: {
            output: {
              minify: true,
              comments: false,
              chunkFileNames: 'calypso-invoice-[name].js',
              // Chromium then compiles while it loads, on another thread: on the page's own it is a third of our work.
              postBanner: ({name}) => (name === 'calypso-invoice' ? '//# allFunctionsCalledOnLoad' : ''),
            },
          },
        },
      }
    : {
        publicDir: 'demo/public',
        plugins: [
          {
            name: 'demo-api',
            apply: 'serve',
            async configureServer(server) {
              const dev = await server.ssrLoadModule('/demo/dev.ts');
              await (dev as typeof import('./demo/dev.js')).mountApi(server);
            },
          },
        ],
        build: {
          outDir: 'demo/dist',
          target: 'es2022',
          modulePreload: {polyfill: false},
          rolldownOptions: {
            input: [
              'index.html',
              'demo/return.html',
              'demo/contact.html',
              'demo/types.html',
              'demo/office.html',
              'demo/gallery.html',
            ],
          },
        },
      },
);
