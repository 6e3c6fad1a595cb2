import {defineConfig} from 'vite';
import {sizeBudget} from './build/size-budget.js';
import {smallEncoder} from './build/small-encoder.js';
import {smallScript} from './build/small-script.js';
import {smallStyles} from './build/small-styles.js';

/**
 * `script`: the file for the script tag, self-contained for English, the address check as a chunk beside it.
 * Otherwise the pages of the demo shop; its server is demo/start.ts.
 */
export default defineConfig(({mode}) =>
  mode === 'script'
    ? {
        plugins: [smallEncoder, smallStyles, smallScript, sizeBudget('calypso-invoice.js', 22_000)],
        build: {
          emptyOutDir: false,
          sourcemap: true,
          target: 'es2022',
          // Library mode: it adds no preload helper to the dynamic import.
          lib: {entry: 'src/index.ts', formats: ['es'], fileName: () => 'calypso-invoice.js'},
          rolldownOptions: {output: {minify: true, chunkFileNames: 'calypso-invoice-[name].js'}},
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
            ],
          },
        },
      },
);
