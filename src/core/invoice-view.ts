import {describeCurrency} from './currency.js';
import {compareDecimals, subtractDecimals, type Decimal} from './decimal.js';
import {parseInstant} from './instant.js';
import {isUnlimited, type Invoice} from './invoice.js';
import {isEnough} from './underpay.js';

/** What the payer has to send. `unreadable`: there is an amount due, and it did not come in a form that can be trusted. */
export type Due =
  | {readonly kind: 'exactly'; readonly amount: Decimal}
  | {readonly kind: 'at-least'; readonly amount: Decimal}
  | {readonly kind: 'any'}
  | {readonly kind: 'unreadable'};

/** Why an address is withheld, if it is. `checking`: not yet known, or not yet there; the others are told to the payer. */
export type AddressFault = 'checking' | 'checksum' | 'changed';

/** What the payer sees. `render()` is a `switch` over `kind`. */
export type InvoiceView =
  | {readonly kind: 'loading'}
  | {readonly kind: 'unavailable'}
  | AwaitingView
  | InterventionView
  | {
      readonly kind:
        'expired' | 'detected' | 'compliance' | 'paid' | 'completed' | 'declined' | 'archived' | 'unknown';
      readonly invoice: Invoice;
    };

export interface AwaitingView {
  readonly kind: 'awaiting';
  readonly invoice: Invoice;
  readonly due: Due;
  /** The one string that is shown, copied and drawn; absent while it must not be paid to. */
  readonly address?: string;
  readonly addressFault?: AddressFault;
  /** Epoch ms; absent where the invoice does not expire. */
  readonly expiresAt?: number;
  /** Less time is left than a payment usually takes on its chain: one that comes too late is lost (Calypso's FAQ). */
  readonly littleTime: boolean;
}

export interface InterventionView {
  readonly kind: 'intervention';
  readonly invoice: Invoice;
  /** `resolved`: the shop has decided, and nothing is outstanding. */
  readonly reason: 'underpaid' | 'overpaid' | 'other' | 'resolved';
  readonly due?: Decimal;
  readonly received?: Decimal;
  /** Between due and received, never negative; absent where it contradicts the reason. */
  readonly difference?: Decimal;
}

/** Every `kind` that a view can have, in the order of an invoice's life. */
export const VIEW_KINDS = [
  'loading',
  'unavailable',
  'awaiting',
  'expired',
  'detected',
  'compliance',
  'intervention',
  'paid',
  'completed',
  'declined',
  'archived',
  'unknown',
] as const satisfies readonly InvoiceView['kind'][];

const KIND_OF_STATE = new Map<string, Exclude<InvoiceView['kind'], 'loading' | 'unavailable'>>([
  ['PENDING_PAYMENT', 'awaiting'],
  ['MEM_POOL_FOUND', 'detected'],
  ['PENDING_COMPLIANCE_CHECK', 'compliance'],
  ['PENDING_INTERVENTION', 'intervention'],
  ['PAID', 'paid'],
  ['COMPLETED', 'completed'],
  ['DECLINED', 'declined'],
  ['ARCHIVED', 'archived'],
]);

/**
 * What the payer sees of an invoice, as a function of what is known and of the time.
 * @param now epoch ms by the server's clock
 * @param addressFault why the address may not be paid to, where something is wrong with it
 */
export function invoiceView(invoice: Invoice | null, now: number, addressFault?: AddressFault): InvoiceView {
  if (!invoice) return {kind: 'loading'};
  const kind = KIND_OF_STATE.get(invoice.state) ?? 'unknown';
  if (kind === 'intervention') return interventionView(invoice);
  return kind === 'awaiting' ? awaitingView(invoice, now, addressFault) : {kind, invoice};
}

function awaitingView(invoice: Invoice, now: number, addressFault?: AddressFault): InvoiceView {
  const expiresAt = isUnlimited(invoice.type) ? undefined : parseInstant(invoice.expiration);
  if (expiresAt !== undefined && now >= expiresAt) return {kind: 'expired', invoice};
  const due = dueOf(invoice);
  const payable = due.kind !== 'unreadable' && !addressFault;
  return {
    kind: 'awaiting',
    invoice,
    due,
    ...(payable && invoice.invoiceAddress !== undefined && {address: invoice.invoiceAddress}),
    ...(addressFault && {addressFault}),
    ...(expiresAt !== undefined && {expiresAt}),
    littleTime: expiresAt !== undefined && expiresAt - now <= usualTime(invoice.currency),
  };
}

/** ms that a payment usually takes; five minutes where Calypso names no time. */
const usualTime = (currency = ''): number => (describeCurrency(currency).network?.usualMinutes ?? 5) * 60_000;

function dueOf({type, amount, lowerBound, problems}: Invoice): Due {
  if (isUnlimited(type)) return {kind: 'any'};
  if (problems.some(({field}) => field === 'invoice.amount' || field === 'invoice.lowerBound'))
    return {kind: 'unreadable'};
  if (type === 'BOUND') return lowerBound ? {kind: 'at-least', amount: lowerBound} : {kind: 'any'};
  if (amount) return {kind: 'exactly', amount};
  return {kind: type === 'SINGLE' || type === 'SINGLE_FIAT' ? 'unreadable' : 'any'};
}

function interventionView(invoice: Invoice): InterventionView {
  const {amount: due, totalDebitAmount: received} = invoice;
  const reason = reasonOf(invoice);
  const known = due !== undefined && received !== undefined;
  const order = known ? compareDecimals(received, due) : 0;
  // The sums may be older than the type: "short by" what is too much would be false.
  const isFalse = order > 0 ? reason === 'underpaid' : reason === 'overpaid';
  return {
    kind: 'intervention',
    invoice,
    reason,
    ...(due !== undefined && {due}),
    ...(received !== undefined && {received}),
    ...(known &&
      order !== 0 &&
      !isFalse && {
        difference: order < 0 ? subtractDecimals(due, received) : subtractDecimals(received, due),
      }),
  };
}

/** `interventionType` says why; without it the exact sums do, by Calypso's own underpay threshold. */
function reasonOf(invoice: Invoice): InterventionView['reason'] {
  const {amount, totalDebitAmount: received, interventionType, isInterventionResolved} = invoice;
  if (isInterventionResolved) return 'resolved';
  if (interventionType === 'UNDERPAY') return 'underpaid';
  if (interventionType === 'OVERPAY') return 'overpaid';
  if (interventionType || amount === undefined || received === undefined) return 'other';
  if (!isEnough(received, amount)) return 'underpaid';
  return compareDecimals(received, amount) > 0 ? 'overpaid' : 'other';
}
