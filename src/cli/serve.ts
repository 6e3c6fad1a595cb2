import type {AddressInfo} from 'node:net';
import {createAdaptorServer, type HttpBindings} from '@hono/node-server';
import {UsageError} from './usage-error.js';

/** @param address of whoever is at the other end of the connection */
export type Handler = (request: Request, address: string | undefined) => Promise<Response>;

export interface Place {
  readonly port: number;
  /** Every address of this machine where absent. */
  readonly host?: string | undefined;
  /** How the port was given: an option or a variable. */
  readonly portName: string;
}

export interface Serving {
  readonly port: number;
  /** Takes no new connections, and resolves when those there were have ended. */
  drain(): Promise<void>;
  /** Ends every connection. */
  cut(): void;
}

/** ms between two looks for connections that have become idle. */
const SWEEP = 50;

/** @throws UsageError where the port cannot be had */
export async function serve(handle: Handler, place: Place): Promise<Serving> {
  let isDraining = false;
  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    fetch: async (request, bindings) => {
      const {incoming} = bindings as HttpBindings;
      const response = await handle(request, incoming.socket.remoteAddress);
      if (isDraining) response.headers.set('Connection', 'close');
      return response;
    },
  }) as import('node:http').Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new UsageError(problem(place, error))));
    server.listen(place.port, place.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    drain() {
      isDraining = true;
      const sweep = setInterval(() => server.closeIdleConnections(), SWEEP);
      return new Promise((resolve) => {
        server.close(() => {
          clearInterval(sweep);
          resolve();
        });
      });
    },
    cut: () => server.closeAllConnections(),
  };
}

/** In words for whoever chose the place. Only the proxy lets them choose a host. */
function problem({port, host, portName}: Place, {code, message}: NodeJS.ErrnoException): string {
  switch (code) {
    case 'EADDRINUSE':
      return `${portName}: ${port} is taken by another program: choose another port, or 0 for any that is free`;
    case 'EACCES':
      return `${portName}: ${port} may not be used by this user: choose another port`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST: ${host} is no address of this machine`;
    default:
      return `${portName}: ${port} cannot be listened at (${code ?? message})`;
  }
}
