import {parseJson, stringifyJson} from '../core/json.js';
import {CalypsoApiError, CalypsoTransportError} from './errors.js';
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
}

/**
 * Sends one signed request and reads its answer.
 * @throws CalypsoApiError or CalypsoTransportError
 */
export async function send(
  {baseUrl, account, key, secret, fetch, now}: Credentials,
  {path, method = 'POST', payload, anonymous}: ApiRequest,
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
  return method === 'DELETE' && response.ok && !text ? {} : readAnswer(response, text);
}

/** Calypso's words of an error are for the merchant's logs; a body that is not Calypso's is never quoted. */
function readAnswer({ok, status, headers}: Response, text: string): Record<string, unknown> {
  const retryAfter = headers.get('Retry-After') ?? undefined;
  let body: unknown;
  try {
    body = parseJson(text);
  } catch {
    // Without its cause: an engine's SyntaxError quotes the body.
    throw new CalypsoTransportError('response', `Calypso answered ${status} without JSON`, {
      status,
      retryAfter,
    });
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new CalypsoTransportError('response', `Calypso answered ${status} without an object`, {
      status,
      retryAfter,
    });
  const fields = body as Record<string, unknown>;
  if (typeof fields['errorCode'] === 'string') {
    const {errorCode, message, traceId} = fields;
    throw new CalypsoApiError({
      errorCode,
      message: typeof message === 'string' ? message : `Calypso answered with error ${errorCode}`,
      traceId: typeof traceId === 'string' ? traceId : undefined,
      status,
      retryAfter,
    });
  }
  if (!ok)
    throw new CalypsoTransportError('response', `Calypso answered ${status} without an error code`, {
      status,
      retryAfter,
    });
  return fields;
}
