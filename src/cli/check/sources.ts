/** Where the rules are written. */
export const CONTRACT = 'docs/proxy-api.yaml, Invoice';
export const SECRECY = 'docs/proxy-api.yaml: no other fields than these';
export const PROBLEMS = 'RFC 9457 (problem details)';
export const CACHING = 'docs/proxy-api.yaml, Cache-Control; RFC 9111, 5.2.2.5';
export const CONDITIONAL = 'RFC 9110, 13.1.2 (If-None-Match)';
export const SNIFFING = 'WHATWG Fetch: X-Content-Type-Options';
export const CORS = 'docs/proxy-api.yaml, AllowOrigin; WHATWG Fetch: CORS protocol';
export const EVENTS = 'docs/proxy-api.yaml, Events; WHATWG HTML 9.2 (server-sent events)';
export const CLOCK = 'docs/proxy-api.yaml, Date and serverTime';
export const ROUTES = 'docs/proxy-api.yaml, paths';
export const DIGITS = 'RFC 8259, 6: a JSON number is safe with 15 digits';
