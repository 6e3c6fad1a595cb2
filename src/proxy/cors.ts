const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': 'If-None-Match, Authorization',
  'Access-Control-Max-Age': '7200',
};

/**
 * Checks `allowedOrigins`. Origins are compared as whole texts, so an entry must be what a browser sends: lower
 * case, no path, no default port.
 * @throws TypeError naming the entry that no `Origin` header could ever equal.
 */
export function parseOrigins(origins: readonly string[]): ReadonlySet<string> {
  if (!Array.isArray(origins))
    throw new TypeError(`allowedOrigins: expected an array of origins, got ${typeof origins}`);
  for (const [index, origin] of origins.entries())
    if (!isOrigin(origin))
      throw new TypeError(
        `allowedOrigins[${index}]: expected an origin such as https://shop.example, without a path, got ${String(origin)}`,
      );
  return new Set(origins);
}

const isOrigin = (text: unknown): boolean =>
  typeof text === 'string' && /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;

/** Whether a page of an origin that is neither our own nor in the list asks. */
export function isForeign(request: Request, allowed: ReadonlySet<string>): boolean {
  const origin = request.headers.get('Origin');
  if (origin === null || allowed.has(origin)) return false;
  if (origin === 'null') return true;
  // Behind a proxy that ends TLS our own URL says http; the browser's Sec-Fetch-Site, which no page can set, does not.
  return origin !== new URL(request.url).origin && request.headers.get('Sec-Fetch-Site') !== 'same-origin';
}

/** What lets a page of a listed origin read the answer; nothing for any other. */
export function corsHeaders(request: Request, allowed: ReadonlySet<string>): Record<string, string> {
  const origin = request.headers.get('Origin');
  if (origin === null || !allowed.has(origin)) return {};
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Expose-Headers': 'Retry-After, ETag, Date, Age',
    ...(request.method === 'OPTIONS' && PREFLIGHT),
  };
}
