import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {getRequestListener} from '@hono/node-server';

/** Serves on this machine only, as docs/proxy.md mounts a handler in node:http. @returns the port */
export async function listen(fetch: (request: Request) => Promise<Response>): Promise<number> {
  const listener = getRequestListener(fetch, {overrideGlobalObjects: false});
  const server = createServer((request, response) => void listener(request, response));
  // Thousands may come at once.
  server.listen({port: 0, host: '127.0.0.1', backlog: 4096});
  await once(server, 'listening');
  server.unref(); // it ends with whoever asked for it
  return (server.address() as AddressInfo).port;
}
