import {parseJson, stringifyJson} from '../core/json.js';
import {CalypsoApiError, CalypsoTransportError} from './errors.js';
import {isObject} from '../core/is-object.js';
import {listProblem, type ListField} from './lists.js';
import {signBody} from './sign.js';

export interface Credentials {
  /** Origin of the API, without `/api/v1`: `https://api.calypso.money`. */
  readonly baseUrl: string;
  /** Merchant account id, `0x` and 40 hex digits. */
  readonly account: string;
  readonly key: string;
  readonly secret: string;
  readonly fetch: typeof globalThis.fetch;
  /** Epoch ms; Calypso refuses a timestamp more than 3 minutes off. */
  readonly now: () => number;
}

export interface ApiRequest {
  /** Behind `/api/v1/`. */
  readonly path: string;
  readonly method?: 'POST' | 'DELETE';
  readonly payload?: object | undefined;
  /** The rates are the same for every merchant: they are asked for without an account. */
  readonly anonymous?: boolean;
  /** Where the answer is a list of objects. */
  readonly list?: ListField;
}

/**
 * Sends one signed request and reads its answer.
 * @throws CalypsoApiError or CalypsoTransportError
 */
export async function send(
  {baseUrl, account, key, secret, fetch, now}: Credentials,
  {path, method = 'POST', payload, anonymous, list}: ApiRequest,
  signal: AbortSignal,
): Promise<Record<string, unknown>> {
  // The very bytes that are signed are sent, with a timestamp of their own for every attempt.
  const body = stringifyJson({timestamp: now(), ...(!anonymous && {account}), payload}) ?? '';
  const headers = {
    'Content-Type': 'application/json',
    Accept: 'application/json',
    Key: key,
    Sign: await signBody(secret, body),
  };
  let response: Response, text: string;
  try {
    response = await fetch(`${baseUrl}/api/v1/${path}`, {
      method,
      headers,
      body,
      signal,
      // Not followed, and so refused as no answer of Calypso's; workers do not know 'error'.
      redirect: 'manual',
    });
    text = await response.text();
  } catch (cause) {
    throw new CalypsoTransportError('network', 'Calypso could not be reached', {cause});
  }
  // Deleting is answered with nothing at all.
  return method === 'DELETE' && response.ok && !text ? {} : readAnswer(response, text, list);
}

/** Calypso's words of an error are for the merchant's logs; a body that is not Calypso's is never quoted. */
function readAnswer(
  {ok, status, headers}: Response,
  text: string,
  list?: ListField,
): Record<string, unknown> {
  const retryAfter = headers.get('Retry-After') ?? undefined;
  const unreadable = (words: string) =>
    new CalypsoTransportError('response', `Calypso answered ${status} ${words}`, {status, retryAfter});
  let body: unknown;
  try {
    body = parseJson(text);
  } catch {
    // Without its cause: an engine's SyntaxError quotes the body.
    throw unreadable('without JSON');
  }
  if (!isObject(body)) throw unreadable('without an object');
  const {errorCode, message, traceId} = body;
  if (typeof errorCode === 'string')
    throw new CalypsoApiError({
      errorCode,
      message: typeof message === 'string' ? message : `Calypso answered with error ${errorCode}`,
      traceId: typeof traceId === 'string' ? traceId : undefined,
      status,
      retryAfter,
    });
  if (!ok) throw unreadable('without an error code');
  const problem = list && listProblem(body, list);
  if (problem !== undefined) throw unreadable(`with ${problem}`);
  return body;
}
