const ALGORITHM = {name: 'HMAC', hash: 'SHA-512'};
const encoder = new TextEncoder();

/**
 * Calypso's `Sign` header: lowercase hex HMAC-SHA512 of the exact body, the secret taken as text although it looks
 * like hex (Calypso's "Authentication" page).
 */
export async function signBody(secret: string, body: string): Promise<string> {
  const signature = await crypto.subtle.sign('HMAC', await importKey(secret, 'sign'), encoder.encode(body));
  return Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether a `Sign` header is that of these very bytes. */
export type SignVerifier = (body: BufferSource, sign: string | null) => Promise<boolean>;

/** Verifies what {@link signBody} makes, with any of the secrets. */
export function signVerifier(secrets: readonly string[]): SignVerifier {
  const keys = Promise.all(secrets.map((secret) => importKey(secret, 'verify')));
  return async (body, sign) => {
    if (sign === null || !/^[\da-f]{128}$/.test(sign)) return false;
    const signature = Uint8Array.from(sign.match(/../g) ?? [], (digits) => parseInt(digits, 16));
    // Each is compared in constant time by the runtime, and all are compared whichever fits.
    const verdicts = (await keys).map((key) => crypto.subtle.verify('HMAC', key, signature, body));
    return (await Promise.all(verdicts)).includes(true);
  };
}

const importKey = (secret: string, usage: 'sign' | 'verify'): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', encoder.encode(secret), ALGORITHM, false, [usage]);
