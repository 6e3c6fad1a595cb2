import {defineConfig} from '@playwright/test';
import {engineOfRun, requireBrowser} from './test/support/browser.mjs';
import {launchOptions} from './test/support/launch-options.mjs';

// `TEST_ENGINE=firefox npx playwright test` tests in another engine; WebKitGTK is not for Playwright to drive.
const browser = requireBrowser(engineOfRun());

export default defineConfig({
  testDir: 'test/e2e',
  // Two cores: more workers would measure the machine.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  globalTimeout: 900_000,
  snapshotPathTemplate: '{testDir}/gallery/baselines/{arg}{ext}',
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', {outputFile: `test-results/e2e-${browser.engine}.json`}]],
  use: {
    browserName: browser.engine,
    launchOptions: launchOptions(browser),
    viewport: {width: 1280, height: 800},
    locale: 'en-GB',
    // A trace of every test costs a third of the time; ask for one where a test fails: `--trace on`.
    trace: 'off',
  },
});
