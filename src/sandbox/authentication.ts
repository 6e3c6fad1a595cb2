import {hex} from '@scure/base';
import {calypsoError, invalidField} from './errors.js';
import {Envelope, readJson, readRequest} from './requests.js';

export interface Credentials {
  readonly account: string;
  readonly key: string;
  readonly secret: string;
  /** Epoch ms by the real clock: clients sign with theirs, whatever time the sandbox was put forward to. */
  readonly now: () => number;
}

/** How far a request's timestamp may be off, ms, both ends included (Calypso's Invoice API reference). */
const TIMESTAMP_TOLERANCE = 180_000;

/**
 * Checks a signed call as Calypso does: `Key` (002), `Sign` over the very bytes that came (003), `timestamp` (011),
 * `account` (001).
 * @returns reads a request and gives its payload, not yet checked.
 */
export function authenticator({
  account,
  key,
  secret,
  now,
}: Credentials): (request: Request) => Promise<unknown> {
  const isSigned = signVerifier(secret);
  return async (request) => {
    if (request.headers.get('Key') !== key) throw calypsoError('002');
    const body = await request.arrayBuffer();
    if (!(await isSigned(body, request.headers.get('Sign') ?? ''))) throw calypsoError('003');
    const call = readRequest(Envelope, readJson(body));
    if (Math.abs(now() - call.timestamp) > TIMESTAMP_TOLERANCE) throw calypsoError('011');
    if (call.account.toLowerCase() !== account.toLowerCase())
      throw invalidField('account', 'Unknown account');
    return call.payload;
  };
}

/** Lowercase hex HMAC-SHA512; the secret is text although it looks like hex (Calypso's "Authentication" page). */
function signVerifier(secret: string): (body: ArrayBuffer, sign: string) => Promise<boolean> {
  const algorithm = {name: 'HMAC', hash: 'SHA-512'};
  const key = crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['verify']);
  return async (body, sign) => {
    if (!/^[\da-f]{128}$/.test(sign)) return false;
    // Compares in constant time.
    return crypto.subtle.verify('HMAC', await key, Uint8Array.from(hex.decode(sign)), body);
  };
}
