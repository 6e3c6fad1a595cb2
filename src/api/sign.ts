const encoder = new TextEncoder();

/**
 * Calypso's `Sign` header: lowercase hex HMAC-SHA512 of the exact body, the secret taken as text although it looks
 * like hex (Calypso's "Authentication" page).
 */
export async function signBody(secret: string, body: string): Promise<string> {
  const algorithm = {name: 'HMAC', hash: 'SHA-512'};
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, encoder.encode(body));
  return Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
