/** Whether `sign` is Calypso's signature of these bytes. */
export type SignatureCheck = (body: Uint8Array<ArrayBuffer>, sign: string | null) => Promise<boolean>;

/**
 * Checks `Sign`: lowercase hex HMAC-SHA512 of the raw body by any of the secrets, which are taken as text.
 * @throws TypeError naming the secret that is none, and never quoting it.
 */
export function signatureCheck(secrets: readonly string[]): SignatureCheck {
  if (!Array.isArray(secrets) || secrets.length === 0)
    throw new TypeError('webhookSecrets: expected an array with the secretKey of a webhook subscription');
  for (const [index, secret] of secrets.entries())
    if (typeof secret !== 'string' || !secret)
      throw new TypeError(`webhookSecrets[${index}]: expected a text that is not empty`);
  const keys = Promise.all(secrets.map(importKey));
  return async (body, sign) => {
    if (sign === null || !/^[\da-f]{128}$/.test(sign)) return false;
    const signature = Uint8Array.from(sign.match(/../g) ?? [], (digits) => parseInt(digits, 16));
    // Each is compared in constant time by the runtime, and all are compared whichever fits.
    const verdicts = (await keys).map((key) => crypto.subtle.verify('HMAC', key, signature, body));
    return (await Promise.all(verdicts)).includes(true);
  };
}

const importKey = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new TextEncoder().encode(secret), {name: 'HMAC', hash: 'SHA-512'}, false, [
    'verify',
  ]);
