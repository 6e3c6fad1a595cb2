export type ClientAddress = (request: Request) => string | undefined;

/**
 * Who asks: the other end of the connection, or what one's own reverse proxy says.
 * @param source `socket`, or the name of a header
 * @param peers the other end of each connection
 */
export function clientAddress(source: string, peers: WeakMap<Request, string>): ClientAddress {
  if (source.toLowerCase() === 'socket') return (request) => peers.get(request);
  // Of a list, such as X-Forwarded-For, only the last entry is our own proxy's: whoever asks can write the others.
  return ({headers}) => headers.get(source)?.split(',').at(-1)?.trim() || undefined;
}
