import {brotliCompressSync, constants} from 'node:zlib';
import {defineConfig, type Plugin} from 'vite';

/** Says what each file costs a payer's phone. */
const sizes: Plugin = {
  name: 'sizes',
  writeBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const {length} = brotliCompressSync(file.code, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}});
      console.log(`dist/${file.fileName}: ${file.code.length} B, brotli ${length} B`);
    }
  },
};

/**
 * The QR encoder without its search for the shortest mix of modes: an address is bytes. It saves 1.1 KB of 20,
 * in the script-tag file only; bundlers of the npm package get the encoder as it is.
 */
const bytesOnly: Plugin = {
  name: 'qrcode-bytes-only',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id === './segments' && importer?.includes('qrcode/lib/core') ? '\0qrcode-segments' : undefined,
  load: (id) =>
    id === '\0qrcode-segments'
      ? `const ByteData = require('qrcode/lib/core/byte-data.js');
         exports.fromString = exports.rawSplit = (text) => [new ByteData(text)];`
      : undefined,
};

/**
 * `script`: the file for the script tag, self-contained for English, the address check as a chunk beside it.
 * Otherwise the pages of the demo shop; its server is demo/start.ts.
 */
export default defineConfig(({mode}) =>
  mode === 'script'
    ? {
        plugins: [bytesOnly, sizes],
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
        build: {
          outDir: 'demo/dist',
          target: 'es2022',
          modulePreload: {polyfill: false},
          rolldownOptions: {input: ['index.html', 'demo/return.html']},
        },
      },
);
