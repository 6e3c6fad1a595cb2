/**
 * For web-test-runner: one launcher out of several, each of which tests one file at a time, because of the windows
 * of a browser only one has the focus.
 * @template {import('@web/test-runner').BrowserLauncher & {getPage(id: string): unknown}} Launcher
 * @param {Launcher} first
 * @param {Launcher[]} others of the same browser
 * @returns {import('@web/test-runner').BrowserLauncher & {getPage(id: string): unknown}}
 */
export function launcherPool(first, ...others) {
  const {name, type} = first;
  const launchers = [first, ...others];
  const idle = [...launchers];
  /** @type {Map<string, {launcher: Launcher, started: Promise<void>}>} */
  const busy = new Map();
  return {
    name,
    type,
    concurrency: launchers.length,
    initialize: async (...args) => void (await Promise.all(launchers.map((it) => it.initialize?.(...args)))),
    stop: async () => void (await Promise.all(launchers.map((it) => it.stop?.()))),
    startSession(id, url) {
      const launcher = idle.pop();
      if (!launcher) throw new Error(`${name}: more files at once than browsers.`);
      const started = launcher.startSession(id, url);
      busy.set(id, {launcher, started});
      return started;
    },
    async stopSession(id) {
      const session = busy.get(id);
      if (!session) return {};
      const {launcher, started} = session;
      // One that came too late, or not at all, was reported; what it left is cleared away.
      await started.catch(() => undefined);
      try {
        return launcher.isActive(id) ? await launcher.stopSession(id) : {};
      } finally {
        busy.delete(id);
        idle.push(launcher);
      }
    },
    startDebugSession: (id, url) => first.startDebugSession(id, url),
    isActive: (id) => busy.has(id),
    getBrowserUrl: (id) => busy.get(id)?.launcher.getBrowserUrl(id),
    getPage: (id) => busy.get(id)?.launcher.getPage(id),
  };
}
