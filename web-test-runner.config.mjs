import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {summaryReporter} from '@web/test-runner';
import {build} from 'esbuild';
import {engineOfRun, requireBrowser} from './test/support/browser.mjs';
import {launcherOf} from './test/support/launcher.mjs';
import {limitsOf} from './test/support/limits.mjs';
import {countReporter} from './test/support/wtr-reporter.mjs';

// `TEST_ENGINE=firefox npx wtr` tests in another engine.
const browser = requireBrowser(engineOfRun());
const limits = limitsOf(browser);

/** Serves a CommonJS module as an ES module with these named exports. */
function prebundle(id, names) {
  const url = `/__prebundle/${id.replace(/\W/g, '_')}.js`;
  let body;
  return {
    name: `prebundle-${id}`,
    async serverStart() {
      const contents = `import module from '${id}'; export const {${names.join()}} = module;`;
      const stdin = {contents, resolveDir: import.meta.dirname};
      const {outputFiles} = await build({
        stdin,
        bundle: true,
        format: 'esm',
        platform: 'browser',
        write: false,
      });
      body = outputFiles[0].text;
    },
    resolveImport: ({source}) => (source === id ? url : undefined),
    serve: ({path}) => (path === url ? {body, type: 'js'} : undefined),
  };
}

// Lit's development build warns of mistakes, each once; a warning is a failure of the test that caused it.
const warningsFail = `
  globalThis.litIssuedWarnings = new Set(['dev-mode']);
  litIssuedWarnings.add = (warning) => reportError(new Error(warning));`;

const driverLimits = `
  globalThis.driverLimits = ${JSON.stringify(limits.map(({capability}) => capability))};`;

export default {
  files: [
    'test/element/**/*.test.ts',
    // Faults and their combinations take a minute, in two engines: WebKit's driver has one window for all files.
    ...(browser.engine === 'webkit' ? ['!test/element/faults/**'] : []),
  ],
  concurrency: 4,
  nodeResolve: {exportConditions: ['development']},
  plugins: [
    prebundle('qrcode/lib/core/qrcode.js', ['create']),
    // Without tsconfig, decorators on fields are refused.
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
  browsers: [launcherOf(browser)],
  reporters: [summaryReporter({}), countReporter(`test-results/element-${browser.engine}.json`, limits)],
  testRunnerHtml: (framework) => `<!doctype html>
    <html lang="en">
      <head><meta charset="utf-8" /><title>calypso-invoice</title><script>${warningsFail}${driverLimits}</script></head>
      <body><script type="module" src="${framework}"></script></body>
    </html>`,
  testFramework: {config: {timeout: 10_000}},
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
};
