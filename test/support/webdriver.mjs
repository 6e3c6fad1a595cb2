import {setTimeout as wait} from 'node:timers/promises';

/**
 * A client of a WebDriver server on this machine.
 * @param {string} name of the driver, for errors
 * @param {number} port
 */
export const webdriver = (name, port) => ({
  /** Waits until the server listens: it has been started this very moment. */
  async listening() {
    for (let left = 200; ; left--)
      try {
        return await call(name, port, 'GET', '/status');
      } catch (error) {
        if (!left) throw error;
        await wait(50);
      }
  },
  /** @param {object} capabilities */
  async newSession(capabilities) {
    const {sessionId} = await call(name, port, 'POST', '/session', {capabilities});
    const path = `/session/${sessionId}`;
    return {
      post: (/** @type {string} */ command, /** @type {object} */ body) =>
        call(name, port, 'POST', `${path}/${command}`, body),
      end: () => call(name, port, 'DELETE', path),
    };
  },
});

/**
 * @param {string} name
 * @param {number} port
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 */
async function call(name, port, method, path, body) {
  const init = body ? {method, body: JSON.stringify(body)} : {method};
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
  const {value} = await response.json();
  if (!response.ok) throw new Error(`${name}: ${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}
