export const TITLES = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
} as const;

/** Why a request is not answered with an invoice. `message` goes to the browser: our own words, nothing of upstream's. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: keyof typeof TITLES;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: Problem['status'], message: string, headers: Problem['headers'] = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** The answer to a request that failed (RFC 9457). What is no {@link Problem} is a 500 that says nothing of itself. */
export function problemResponse(error: unknown): Response {
  const {status, message, headers} =
    error instanceof Problem ? error : new Problem(500, 'The request could not be answered.');
  return Response.json(
    {type: 'about:blank', title: TITLES[status], status, detail: message},
    {status, headers: {...headers, 'Content-Type': 'application/problem+json'}},
  );
}

/** `Retry-After` of so many ms: whole seconds, at least one. */
export const retryAfter = (ms: number): Record<string, string> => ({
  'Retry-After': String(Math.max(1, Math.ceil(ms / 1000))),
});
