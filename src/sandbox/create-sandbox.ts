import {authenticator} from './authentication.js';
import {SandboxClock} from './clock.js';
import {listen} from './listen.js';
import {createRoutes} from './routes.js';
import type {Sandbox, SandboxOptions} from './sandbox.js';
import {MEMORY, openStorage} from './storage.js';
import {DeliveryLog} from './webhooks/delivery-log.js';
import {readSettings} from './webhooks/settings.js';
import {World} from './world.js';

/**
 * A Calypso for tests, demos and the developer's machine: it verifies and refuses as Calypso does, on a chain that
 * is only pretended. Nobody has the keys of its addresses.
 */
export function createSandbox({
  account,
  key,
  secret,
  now = Date.now,
  dataFile,
  fetch: post = (...request) => globalThis.fetch(...request),
  webhooks = {},
}: SandboxOptions): Sandbox {
  for (const [name, value] of Object.entries({account, key, secret}))
    if (typeof value !== 'string' || !value)
      throw new TypeError(`${name}: expected a text that is not empty`);
  const clock = new SandboxClock(now);
  const log = new DeliveryLog();
  const closing = new AbortController();
  const courier = {fetch: post, signal: closing.signal};
  const settings = readSettings(webhooks);
  const authenticate = authenticator({account, key, secret, now});

  const open = async () => {
    const storage = dataFile === undefined ? MEMORY : await openStorage(dataFile);
    const world = new World({clock, storage, log, settings, courier});
    return {world, routes: createRoutes(world, authenticate)};
  };
  const opened = open();
  const ready = opened.then(() => undefined);
  // Whoever calls is told.
  ready.catch(() => undefined);
  const change = async <T>(work: (world: World) => T | Promise<T>): Promise<T> => {
    const {world} = await opened;
    return world.change(() => work(world));
  };
  const fetch = async (request: Request) => (await opened).routes.fetch(request);
  return {
    fetch,
    listen: async (port) => {
      const {world} = await opened;
      const listening = await listen(fetch, port);
      const close = async () => {
        await listening.close();
        world.ticker.pause();
      };
      return {...listening, close};
    },
    deposit: (deposit) => change(({outside}) => outside.deposit(deposit)),
    decline: (invoice) => change(({outside}) => outside.decline(invoice)),
    archive: (invoice) => change(({outside}) => outside.archive(invoice)),
    advance: (ms) => change((world) => world.advance({ms})),
    unblock: (subscription) => change(({webhooks}) => webhooks.unblock(subscription)),
    webhooks: (options) => change(({webhooks}) => webhooks.configure(options)),
    deliveries: () => log.list(),
    now: () => clock.now(),
    ready,
    close: async () => {
      closing.abort(new Error('The sandbox was closed'));
      await (await opened).world.close();
    },
  };
}
