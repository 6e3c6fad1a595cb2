/** An answer that failed, in words for the person at the page (RFC 9457). */
export const problem = (status: number, detail: string): Response =>
  Response.json(
    {status, detail},
    {status, headers: {'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store'}},
  );
