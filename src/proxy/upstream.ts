import {CalypsoApiError, CalypsoTransportError, type CalypsoClient} from '../api/index.js';
import {withDeadline} from '../api/deadline.js';
import {InvoiceFormatError} from '../core/invoice-format-error.js';
import {parseInvoice, serializeInvoice} from '../core/invoice-json.js';
import {isFinal} from '../core/invoice.js';
import {weakEtag} from './etag.js';
import {Problem} from './problem.js';

/** What the proxy needs of a client. */
export type InvoiceReader = Pick<CalypsoClient, 'getInvoice'>;

/** An invoice as the browser may see it. */
export interface UpstreamInvoice {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly etag: string;
  /** No later read will bring anything else. */
  readonly final: boolean;
}

/** Without its digits an amount would be left out, and a payer would read "any amount". */
const AMOUNTS = ['invoice.amount', 'invoice.lowerBound', 'invoice.totalDebitAmount'];

export const unknownInvoice = () => new Problem(404, 'There is no such invoice.');

/**
 * Reads one invoice from Calypso.
 * @param key idempotencyKey in lower case
 * @param timeout ms
 * @throws Problem 404, 502 or 504.
 */
export async function readInvoice(
  client: InvoiceReader,
  key: string,
  timeout: number,
): Promise<UpstreamInvoice> {
  try {
    const answer = await withDeadline(timeout, undefined, (signal) =>
      client.getInvoice({idempotencyKey: key}, {signal, timeout, retries: 0}),
    );
    // These two are the proxy's own to say.
    const {serverTime, eventsUrl, ...invoice} = parseInvoice(answer);
    if ((invoice.idempotencyKey ?? key).toLowerCase() !== key)
      throw new Problem(502, 'Calypso answered with another invoice.');
    if (invoice.problems.some(({field}) => AMOUNTS.includes(field)))
      throw new Problem(502, 'An amount lost digits on its way from Calypso.');
    const fields = serializeInvoice(invoice);
    return {fields, etag: await weakEtag(JSON.stringify(fields)), final: isFinal(invoice.state)};
  } catch (error) {
    throw asProblem(error);
  }
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
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
