import {playwrightLauncher} from '@web/test-runner-playwright';
import {launchOptions} from './launch-options.mjs';
import {launcherPool} from './launcher-pool.mjs';
import {webkitLauncher} from './webkit-launcher.mjs';

/**
 * For web-test-runner: what tests in this browser.
 * @param {import('./browser.mjs').Browser} browser
 */
export function launcherOf(browser) {
  const {engine, driver, path} = browser;
  const playwright = () => playwrightLauncher({product: engine, launchOptions: launchOptions(browser)});
  switch (driver) {
    case 'playwright':
      return playwright();
    case 'bidi':
      return launcherPool(playwright(), playwright());
    case 'webdriver':
      return launcherPool(webkitLauncher(path), webkitLauncher(path));
  }
}
