import type {CalypsoClient, CalypsoInvoice, InvoiceReference} from '../api/index.js';
import {withDeadline} from '../api/deadline.js';
import {parseInvoice, serializeInvoice} from '../core/invoice-json.js';
import {isFinal} from '../core/invoice.js';
import {readDeposits, type DepositReader} from './deposits.js';
import {weakEtag} from './etag.js';
import {Problem} from './problem.js';
import {upstreamProblem} from './upstream-problem.js';

/** What the proxy needs of a client; the deposits are shown where it can list them. */
export type InvoiceReader = Pick<CalypsoClient, 'getInvoice'> & DepositReader;

/** An invoice that was read. */
export interface UpstreamInvoice {
  /** As Calypso answered it, for the merchant's eyes only. */
  readonly invoice: CalypsoInvoice;
  /** As the browser may see it. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Of `fields`. */
  readonly etag: string;
  /** No later read will bring anything else. */
  readonly final: boolean;
}

/** Without its digits an amount would be left out, and a payer would read "any amount". */
const AMOUNTS = ['invoice.amount', 'invoice.lowerBound', 'invoice.totalDebitAmount'];

/**
 * Reads one invoice from Calypso, with its deposits if there may be many.
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
    const invoice = await ask(client, {idempotencyKey: key}, timeout);
    const deposits = await readDeposits(client, invoice, key, timeout);
    // These two are the proxy's own to say.
    const {serverTime, eventsUrl, ...shown} = parseInvoice({
      ...withUrls(invoice),
      ...(deposits && {deposits}),
    });
    if ((shown.idempotencyKey ?? key).toLowerCase() !== key)
      throw new Problem(502, 'Calypso answered with another invoice.');
    if (shown.problems.some(({field}) => AMOUNTS.includes(field)))
      throw new Problem(502, 'An amount lost digits on its way from Calypso.');
    const fields = serializeInvoice(shown);
    return {invoice, fields, etag: await weakEtag(JSON.stringify(fields)), final: isFinal(shown.state)};
  } catch (error) {
    throw upstreamProblem(error);
  }
}

/**
 * The idempotencyKey, in lower case, of the invoice that Calypso knows by this name.
 * @param timeout ms
 * @throws Problem 404, 502 or 504.
 */
export async function readKey(
  client: InvoiceReader,
  reference: InvoiceReference,
  timeout: number,
): Promise<string> {
  try {
    const {idempotencyKey} = parseInvoice(await ask(client, reference, timeout));
    if (idempotencyKey) return idempotencyKey.toLowerCase();
  } catch (error) {
    throw upstreamProblem(error);
  }
  throw new Problem(502, 'The invoice has no idempotencyKey.');
}

/** The guide of unlimited invoices names the URLs in snake case, the reference does not: either is read. */
const withUrls = (invoice: CalypsoInvoice): object => ({
  ...invoice,
  returnUrl: invoice.returnUrl ?? invoice['return_url'],
  supportUrl: invoice.supportUrl ?? invoice['support_url'],
  logoUrl: invoice.logoUrl ?? invoice['logo_url'],
});

const ask = (client: InvoiceReader, reference: InvoiceReference, timeout: number): Promise<CalypsoInvoice> =>
  withDeadline(timeout, undefined, (signal) => client.getInvoice(reference, {signal, timeout, retries: 0}));
