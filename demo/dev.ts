import {getRequestListener} from '@hono/node-server';
import type {ViteDevServer} from 'vite';
import {createDemo} from './server.js';
import {connect} from './server/backend.js';
import {readSettings} from './server/settings.js';

/** Mounts the shop's API in Vite's dev server, which serves the pages itself. */
export async function mountApi({middlewares, httpServer}: ViteDevServer): Promise<void> {
  const backend = await connect(readSettings(process.env));
  const demo = createDemo(backend);
  const listener = getRequestListener(demo.fetch, {overrideGlobalObjects: false});
  middlewares.use((request, response, next) =>
    /^\/(api|sandbox)\//.test(request.url ?? '') ? void listener(request, response) : next(),
  );
  httpServer?.once('listening', () => {
    const address = httpServer.address();
    if (typeof address !== 'object' || !address) return;
    demo.subscribe(`http://localhost:${address.port}`).catch((error: unknown) => console.error(error));
  });
  httpServer?.on('close', () => void backend.close());
}
