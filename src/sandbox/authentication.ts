import {signVerifier} from '../api/sign.js';
import {calypsoError, invalidField} from './errors.js';
import {Envelope, type AnonymousEnvelope, type EmptyEnvelope} from './requests.js';
import {readJson, readRequest} from './schema.js';

export interface Credentials {
  readonly account: string;
  readonly key: string;
  readonly secret: string;
  /** Epoch ms by the real clock: clients sign with theirs, whatever time the sandbox was put forward to. */
  readonly now: () => number;
}

/** Reads a request and gives its payload, not yet checked. */
export type Authenticate = (
  request: Request,
  envelope?: typeof Envelope | typeof EmptyEnvelope | typeof AnonymousEnvelope,
) => Promise<unknown>;

/** How far a request's timestamp may be off, ms, both ends included (Calypso's Invoice API reference). */
const TIMESTAMP_TOLERANCE = 180_000;

/**
 * Checks a signed call as Calypso does: `Key` (002), `Sign` over the very bytes that came (003), `timestamp` (011),
 * `account` (001).
 */
export function authenticator({account, key, secret, now}: Credentials): Authenticate {
  const isSigned = signVerifier([secret]);
  return async (request, envelope = Envelope) => {
    if (request.headers.get('Key') !== key) throw calypsoError('002');
    const body = await request.arrayBuffer();
    if (!(await isSigned(body, request.headers.get('Sign')))) throw calypsoError('003');
    const call = readRequest(envelope, readJson(body));
    if (Math.abs(now() - call.timestamp) > TIMESTAMP_TOLERANCE) throw calypsoError('011');
    if ('account' in call && call.account.toLowerCase() !== account.toLowerCase())
      throw invalidField('account', 'Unknown account');
    return call.payload;
  };
}
