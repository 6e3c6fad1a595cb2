import {compareDecimals, parseDecimal, type Decimal} from '../core/decimal.js';
import type {Caller} from './caller.js';
import {CalypsoApiError} from './errors.js';
import type {CallOptions} from './options.js';
import type {CalypsoInvoice, NewInvoice} from './types.js';

/** As the paths of the endpoints spell them. */
export type InvoiceKind = 'single' | 'single-fiat' | 'bound' | 'unlimited' | 'unlimited-linked';

/** What an invoice can be priced by, as it is sent. */
interface Price {
  readonly amount?: Decimal;
  readonly lowerBound?: Decimal;
  readonly fiatAmount?: Decimal;
  readonly fiatCurrency?: string;
}

/**
 * One key for all attempts: at most one invoice comes of it. Where Calypso says that the key is taken (016), an
 * earlier attempt got through: the invoice that exists is the answer, if it is the one that was asked for.
 */
export function createInvoice(
  caller: Caller,
  kind: InvoiceKind,
  invoice: NewInvoice & Price,
  options: CallOptions = {},
): Promise<CalypsoInvoice> {
  const idempotencyKey = invoice.idempotencyKey ?? crypto.randomUUID();
  const payload = {...invoice, idempotencyKey};
  // One deadline for the create and the read that may follow.
  return caller.within(options, async (call) => {
    try {
      return await call<CalypsoInvoice>({path: `invoice/${kind}/create`, payload});
    } catch (error) {
      if (!(error instanceof CalypsoApiError) || error.errorCode !== '016') throw error;
      const known = call<CalypsoInvoice>({path: 'invoice', payload: {idempotencyKey}});
      const existing = await known.catch(() => undefined);
      if (existing && isOf(existing, kind, invoice)) return existing;
      throw error;
    }
  });
}

/** Whether an invoice that exists is what a new one was to be: another kind or price under the same key is an error. */
const isOf = (existing: CalypsoInvoice, kind: InvoiceKind, wanted: NewInvoice & Price): boolean =>
  (!existing.type || isKind(existing.type, kind)) &&
  existing.currency === wanted.currency &&
  (wanted.fiatCurrency === undefined || existing.fiatCurrency === wanted.fiatCurrency) &&
  (['amount', 'lowerBound', 'fiatAmount'] as const).every((name) => {
    const [price, known] = [wanted[name], parseDecimal(existing[name])];
    return price === undefined || (known !== undefined && compareDecimals(price, known) === 0);
  });

/** `type` is as it came: it may be anything. */
const isKind = (type: unknown, kind: InvoiceKind): boolean =>
  typeof type === 'string' && type.toLowerCase().replace('_', '-') === kind;
