/**
 * ms that a `Retry-After` (RFC 9110: seconds or a date) asks for, 0 where it asks for nothing. Not capped: how long
 * is too long, the time of the call says.
 * @param now epoch ms
 */
export function readRetryAfter(text: string | undefined, now: number): number {
  if (!text) return 0;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return ms > 0 ? ms : 0;
}
