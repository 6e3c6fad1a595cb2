import {openWindow} from './webkit-window.mjs';

/**
 * For web-test-runner: Debian's WebKitGTK, which Playwright cannot drive. One file at a time.
 * @param {string} path of its MiniBrowser
 */
export function webkitLauncher(path) {
  /** @type {ReturnType<typeof openWindow> | undefined} */
  let opening;
  /** @type {{id: string, url: string, page: Awaited<ReturnType<typeof openWindow>>} | undefined} */
  let session;
  const current = (/** @type {string} */ id) => (session?.id === id ? session : undefined);
  return {
    name: 'WebKit',
    // The commands of tests ask a launcher of this type for a page, and a window does what they ask of it.
    type: 'playwright',
    concurrency: 1,
    isActive: (/** @type {string} */ id) => !!current(id),
    getBrowserUrl: (/** @type {string} */ id) => current(id)?.url,
    getPage: (/** @type {string} */ id) => current(id)?.page,
    async startSession(/** @type {string} */ id, /** @type {string} */ url) {
      const page = await (opening ??= openWindow(path));
      session = {id, url, page};
      await page.visit(url);
    },
    async stopSession(/** @type {string} */ _id) {
      await session?.page.leave();
      session = undefined;
      return {};
    },
    async startDebugSession() {
      throw new Error('WebKitGTK runs on a display that nobody sees: debug in another engine.');
    },
    async stop() {
      await (await opening)?.close();
    },
  };
}
