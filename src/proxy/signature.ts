import {signVerifier, type SignVerifier} from '../api/sign.js';

/**
 * Checks `Sign` of the raw body by any of the secrets.
 * @throws TypeError naming the secret that is none, and never quoting it.
 */
export function signatureCheck(secrets: readonly string[]): SignVerifier {
  if (!Array.isArray(secrets) || secrets.length === 0)
    throw new TypeError('webhookSecrets: expected an array with the secretKey of a webhook subscription');
  for (const [index, secret] of secrets.entries())
    if (typeof secret !== 'string' || !secret)
      throw new TypeError(`webhookSecrets[${index}]: expected a text that is not empty`);
  return signVerifier(secrets);
}
