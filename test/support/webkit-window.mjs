import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:net';
import {text} from 'node:stream/consumers';
import {webdriver} from './webdriver.mjs';

// Without a graphics card, layers cost half of the time.
const PLAIN = {GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1'};

/** WebDriver's names of keys that are no characters. @type {Record<string, string>} */
const KEYS = {Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', Space: ' '};

// A window is never narrower than its toolbar; a frame in it is as narrow as a test wants.
const SHOW = `
  const frame = document.createElement('iframe');
  frame.style = 'border: 0; position: fixed; inset: 0';
  Object.assign(frame, {src: arguments[0], width: 800, height: 600});
  document.body.replaceChildren(frame);
  frame.focus();`;
const RESIZE = `Object.assign(document.querySelector('iframe'), {width: arguments[0], height: arguments[1]});`;

/**
 * A window of WebKitGTK's MiniBrowser, which does what the commands of tests ask of a page of Playwright. It has a
 * display of its own, so that it has the focus.
 * @param {string} binary
 */
export async function openWindow(binary) {
  /** @type {import('node:child_process').ChildProcess[]} */
  const processes = [];
  const kill = () => void processes.forEach((it) => it.kill());
  process.once('exit', kill);
  try {
    const session = await start(binary, processes);
    const {post} = session;
    const run = (/** @type {string} */ script, /** @type {unknown[]} */ ...args) =>
      post('execute/sync', {script, args});
    await post('window/rect', {x: 0, y: 0, width: 1280, height: 900});
    return {
      async visit(/** @type {string} */ url) {
        await post('url', {url: new URL('/test/support/window.html', url).href});
        await run(SHOW, url);
      },
      leave: () => post('url', {url: 'about:blank'}),
      setViewportSize: (/** @type {{width: number, height: number}} */ {width, height}) =>
        run(RESIZE, width, height),
      keyboard: {
        press(/** @type {string} */ key) {
          const value = KEYS[key] ?? key;
          const actions = ['keyDown', 'keyUp'].map((type) => ({type, value}));
          return post('actions', {actions: [{type: 'key', id: 'keyboard', actions}]});
        },
      },
      close: () => session.end().finally(kill),
    };
  } catch (error) {
    kill();
    throw error;
  }
}

/** @param {string} binary @param {import('node:child_process').ChildProcess[]} processes */
async function start(binary, processes) {
  const screen = ['-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
  const display = spawn('Xvfb', ['-displayfd', '3', ...screen], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  processes.push(display);
  await once(display, 'spawn');
  const number = await text(/** @type {import('node:stream').Readable} */ (display.stdio[3]));
  if (!number) throw new Error('Xvfb did not start.');

  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: {...process.env, ...PLAIN, DISPLAY: `:${number.trim()}`},
  });
  processes.push(driver);
  await once(driver, 'spawn');
  const server = webdriver('WebKitWebDriver', port);
  await server.listening();
  return server.newSession({
    alwaysMatch: {'webkitgtk:browserOptions': {binary, args: ['--automation']}},
  });
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = /** @type {import('node:net').AddressInfo} */ (server.address());
  await once(server.close(), 'close');
  return port;
}
