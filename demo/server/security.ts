/** The strictest policy that a page can have; the card needs nothing more than this. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' https: data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
];

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY.join('; '),
  'X-Content-Type-Options': 'nosniff',
  // The address of an invoice's page is the key to it.
  'Referrer-Policy': 'same-origin',
};

/**
 * Whether a browser sends this for a page of another site. `Sec-Fetch-Site`, which no page can set, is right behind a
 * proxy that ends TLS too; not every browser sends it.
 */
export function isForeign(request: Request): boolean {
  const site = request.headers.get('Sec-Fetch-Site');
  return site ? site !== 'same-origin' : originOf(request) !== new URL(request.url).origin;
}

/** The shop's own origin as the browser knows it. */
export const originOf = (request: Request): string =>
  request.headers.get('Origin') ?? new URL(request.url).origin;
