import {brotliCompressSync, constants} from 'node:zlib';
import {transform as minifyCss} from 'lightningcss';
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
 * The QR encoder as ES modules, so that what is not called falls out, and without its search for the shortest mix of
 * modes: an address is bytes. It saves 2 KB of 20, in the script-tag file only; the npm package imports it as it is.
 */
const smallEncoder: Plugin = {
  name: 'small-encoder',
  enforce: 'pre',
  transform(code, id) {
    if (!/qrcode\/lib\/core\/[\w-]+\.js$/.test(id)) return undefined;
    const source = id.endsWith('/segments.js')
      ? `const ByteData = require('./byte-data')
         exports.fromString = (text) => [new ByteData(text)]
         exports.fromArray = (segments) => segments
         exports.rawSplit = exports.fromString`
      : code;
    const modules = source
      .replace(/const (\w+) = require\('(.+)'\)\.\1/g, "import {$1} from '$2.js'")
      .replace(/const (\w+(?:Data|Buffer|Matrix|Encoder)) = require\('(.+)'\)/g, "import $1 from '$2.js'")
      .replace(/const (\w+) = require\('(.+)'\)/g, "import * as $1 from '$2.js'")
      .replace('module.exports =', 'export default')
      .replace(/^ *exports\.(\w+) = /gm, 'export const $1 = ')
      .replace(/\bexports\.(\w+)/g, '$1');
    return {code: modules, map: null, moduleSideEffects: false};
  },
};

/** Lit's styles are a template literal, which no minifier of scripts looks into. */
const smallStyles: Plugin = {
  name: 'small-styles',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('.styles.ts')
      ? {
          code: code.replace(/(?<=css`)[^`]+/, (styles) =>
            minifyCss({filename: id, code: Buffer.from(styles), minify: true}).code.toString(),
          ),
          map: null,
        }
      : undefined,
};

/**
 * `script`: the file for the script tag, self-contained for English, the address check as a chunk beside it.
 * Otherwise the pages of the demo shop; its server is demo/start.ts.
 */
export default defineConfig(({mode}) =>
  mode === 'script'
    ? {
        plugins: [smallEncoder, smallStyles, sizes],
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
              const module = await server.ssrLoadModule('/demo/dev.ts');
              const {createDevApi} = module as typeof import('./demo/dev.js');
              const {listener, close} = await createDevApi();
              server.httpServer?.on('close', () => void close());
              server.middlewares.use((request, response, next) =>
                /^\/(api|sandbox)\//.test(request.url ?? '') ? void listener(request, response) : next(),
              );
            },
          },
        ],
        build: {
          outDir: 'demo/dist',
          target: 'es2022',
          modulePreload: {polyfill: false},
          rolldownOptions: {input: ['index.html', 'demo/return.html']},
        },
      },
);
