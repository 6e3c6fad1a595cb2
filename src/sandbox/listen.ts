export interface Listening {
  /** Origin without a slash at its end: the client's `baseUrl`. */
  readonly url: string;
  readonly port: number;
  /** Ends every connection, frees the port, and stops the timer of the webhooks until the sandbox is next used. */
  close(): Promise<void>;
}

/**
 * Serves `fetch` on this machine only.
 * @param port 0 for any that is free
 */
export async function listen(
  fetch: (request: Request) => Promise<Response>,
  port: number,
): Promise<Listening> {
  // Only here, so that everything else runs without Node.
  const {createAdaptorServer} = await import('@hono/node-server');
  const server = createAdaptorServer({fetch, overrideGlobalObjects: false});
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${actualPort}`,
    port: actualPort,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        // `close` alone would wait for whoever is in the middle of a request.
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
