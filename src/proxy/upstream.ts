import type {CalypsoClient, CalypsoInvoice, InvoiceReference} from '../api/index.js';
import {withDeadline} from '../api/deadline.js';
import {parseInvoice, serializeInvoice} from '../core/invoice-json.js';
import {isFinal, type Deposit} from '../core/invoice.js';
import type {Breaker} from './breaker.js';
import {readDeposits, type DepositReader} from './deposits.js';
import {weakEtag} from './etag.js';
import {Problem} from './problem.js';
import type {Telemetry} from './telemetry.js';
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

export interface Upstream {
  /**
   * Reads one invoice from Calypso, with its deposits if there may be many.
   * @param key idempotencyKey in lower case
   * @throws Problem 404, 502, 503 or 504.
   */
  read(key: string): Promise<UpstreamInvoice>;
  /**
   * The idempotencyKey, in lower case, of the invoice that Calypso knows by this name.
   * @throws Problem 404, 502, 503 or 504.
   */
  findKey(reference: InvoiceReference): Promise<string>;
}

export interface UpstreamOptions {
  readonly client: InvoiceReader;
  /** ms */
  readonly timeout: number;
  /** Epoch ms. */
  readonly now: () => number;
  readonly breaker: Breaker;
  readonly telemetry: Telemetry;
}

export function createUpstream({client, timeout, now, breaker, telemetry}: UpstreamOptions): Upstream {
  const ask = (reference: InvoiceReference): Promise<CalypsoInvoice> =>
    breaker.run(() =>
      telemetry.upstream('idempotencyKey' in reference ? reference.idempotencyKey : undefined, () =>
        // The client's own timeout holds too: a merchant may have made it shorter.
        withDeadline(timeout, undefined, (signal) => client.getInvoice(reference, {signal, retries: 0})),
      ),
    );

  return {
    async read(key) {
      try {
        const invoice = await ask({idempotencyKey: key});
        const deposits = await readDeposits(client, invoice, key, timeout);
        const fields = visibleFields(invoice, deposits, key);
        return {
          invoice,
          fields,
          etag: await weakEtag(JSON.stringify(fields)),
          final: isFinal(String(fields['state'])),
        };
      } catch (error) {
        throw upstreamProblem(error, now());
      }
    },

    async findKey(reference) {
      try {
        const {idempotencyKey} = parseInvoice(await ask(reference));
        if (idempotencyKey) return idempotencyKey.toLowerCase();
      } catch (error) {
        throw upstreamProblem(error, now());
      }
      throw new Problem(502, 'The invoice has no idempotencyKey.');
    },
  };
}

/** What a payer may see. @throws Problem 502 where that is not safe to pay by. */
function visibleFields(
  invoice: CalypsoInvoice,
  deposits: readonly Deposit[] | undefined,
  key: string,
): UpstreamInvoice['fields'] {
  // These two are the proxy's own to say.
  const {serverTime, eventsUrl, ...shown} = parseInvoice({
    ...withUrls(invoice),
    ...(deposits && {deposits}),
  });
  if ((shown.idempotencyKey ?? key).toLowerCase() !== key)
    throw new Problem(502, 'Calypso answered with another invoice.');
  if (shown.problems.some(({field}) => AMOUNTS.includes(field)))
    throw new Problem(502, 'An amount lost digits on its way from Calypso.');
  return serializeInvoice(shown);
}

/** The guide of unlimited invoices names the URLs in snake case, the reference does not: either is read. */
const withUrls = (invoice: CalypsoInvoice): object => ({
  ...invoice,
  returnUrl: invoice.returnUrl ?? invoice['return_url'],
  supportUrl: invoice.supportUrl ?? invoice['support_url'],
  logoUrl: invoice.logoUrl ?? invoice['logo_url'],
});
