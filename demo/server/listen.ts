import type {AddressInfo} from 'node:net';
import {createAdaptorServer, type ServerType} from '@hono/node-server';

export interface Listening {
  readonly port: number;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

type Handler = (request: Request) => Promise<Response>;

/**
 * Serves on this machine only, by both of the addresses that `localhost` may mean.
 * @param port 0 for any that is free
 */
export async function listen(fetch: Handler, port: number): Promise<Listening> {
  const first = await bind(fetch, port, '127.0.0.1');
  const actual = (first.address() as AddressInfo).port;
  const second = await bind(fetch, actual, '::1').catch(async (error: NodeJS.ErrnoException) => {
    // A machine without IPv6 has the one address.
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') return undefined;
    await close(first);
    throw error;
  });
  return {
    port: actual,
    close: async () => void (await Promise.all([first, ...(second ? [second] : [])].map(close))),
  };
}

async function bind(fetch: Handler, port: number, host: string): Promise<ServerType> {
  const server = createAdaptorServer({fetch, overrideGlobalObjects: false});
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}

async function close(server: ServerType): Promise<void> {
  await new Promise((resolve) => {
    server.close(resolve);
    // `close` alone would wait for pages that keep a connection open.
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
