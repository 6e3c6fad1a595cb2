const SILENT = ['gpu', 'quic', 'background-networking', 'component-update', 'sync'].map(
  (it) => `--disable-${it}`,
);

/**
 * For Playwright's `launch`: this browser, silent on the network.
 * @param {import('./browser.mjs').Browser} browser
 * @returns {import('playwright').LaunchOptions}
 */
export function launchOptions({engine, driver, path}) {
  const isRoot = process.getuid?.() === 0;
  if (engine === 'chromium')
    return {executablePath: path, args: [...SILENT, '--no-first-run', ...(isRoot ? ['--no-sandbox'] : [])]};
  return {executablePath: path, ...(driver === 'bidi' && {channel: 'moz-firefox'})};
}
