/** SHA-256 in base64. */
export async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

/** A weak entity tag: the answer that carries it also has a `serverTime`, which is not part of it. */
export const weakEtag = async (text: string): Promise<string> => `W/"${await digest(text)}"`;

/** Whether `If-None-Match` (a list, or `*`) names this tag; the comparison is weak, as RFC 9110 asks. */
export const matchesEtag = (header: string | null, etag: string): boolean =>
  (header ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag.replace(/^W\//, ''));
