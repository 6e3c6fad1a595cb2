import {defineConfig} from '@playwright/test';
import {launchOptions} from './test/support/browser.mjs';

export default defineConfig({
  testDir: 'test/e2e',
  // Two cores: more workers would measure the machine.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  globalTimeout: 600_000,
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', {outputFile: 'test-results/e2e.json'}]],
  use: {
    launchOptions: launchOptions(),
    viewport: {width: 1280, height: 800},
    locale: 'en-GB',
    trace: 'retain-on-failure',
  },
});
