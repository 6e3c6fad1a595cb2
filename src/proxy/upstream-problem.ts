import {CalypsoApiError, CalypsoTransportError} from '../api/index.js';
import {InvoiceFormatError} from '../core/invoice-format-error.js';
import {parseRetryAfter} from '../core/poll-policy.js';
import {headerOf} from './breaker.js';
import {Problem, retryAfter} from './problem.js';

export const unknownInvoice = () => new Problem(404, 'There is no such invoice.');

/**
 * What a read of Calypso that failed is answered with: in our own words, 404, 502, 503 or 504.
 * @param now epoch ms
 */
export function upstreamProblem(error: unknown, now: number): Problem {
  if (error instanceof Problem) return error;
  const wait = parseRetryAfter(headerOf(error), now);
  if (wait) return new Problem(503, 'Calypso asks for patience.', retryAfter(wait));
  if (error instanceof InvoiceFormatError) return new Problem(502, 'What Calypso answered is no invoice.');
  if (error instanceof CalypsoTransportError && error.kind === 'timeout')
    return new Problem(504, 'Calypso did not answer in time.');
  if (!(error instanceof CalypsoApiError)) return new Problem(502, 'Calypso could not be read.');
  switch (error.errorCode) {
    case '002':
    case '003':
      return new Problem(502, "Calypso refused the merchant's key or signature.");
    case '004':
      return unknownInvoice();
    case '011':
      return new Problem(502, "Calypso refused the time of the request: this server's clock may be wrong.");
    default:
      return new Problem(502, 'Calypso refused the request.');
  }
}
