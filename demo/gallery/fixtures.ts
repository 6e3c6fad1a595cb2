import type {InvoiceType} from '../../src/core/invoice.js';
import type {InvoiceView} from '../../src/core/invoice-view.js';

/** What a proxy answers. */
export type Json = Readonly<Record<string, unknown>>;

/** The server's clock in every picture: none of them depends on the day. */
export const NOW = '2026-01-02T03:04:05Z';

/** An instant `seconds` after {@link NOW}. */
export const after = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1000).toISOString();

export const ADDRESS = 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';
const HASH = '853793d552635f533aa982b92b35b00e63a1c14e526154563a56315263a1c14e';

const COMMON: Json = {
  idempotencyKey: '1be6a518-6dcd-477d-96af-dd914b1300ce',
  state: 'PENDING_PAYMENT',
  currency: 'USDT_TRX',
  invoiceAddress: ADDRESS,
  totalDebitAmount: '0',
  createdDate: after(-900),
  description: 'Order 1042',
  isInterventionResolved: true,
  returnUrl: 'https://shop.example/thanks',
  supportUrl: 'https://shop.example/help',
  logoUrl: 'shop',
  serverTime: NOW,
};

const AMOUNT: Json = {amount: '18.204', expiration: after(2700)};
const FIAT: Json = {fiatAmount: '16.9', fiatCurrency: 'EUR', lastFiatUpdated: after(-120)};

/** What invoices of each type have of their own. */
const BY_TYPE: Readonly<Record<InvoiceType, Json>> = {
  SINGLE: {...AMOUNT, ...FIAT},
  SINGLE_FIAT: {...AMOUNT, ...FIAT, description: 'Tasting at the roastery'},
  BOUND: {lowerBound: '10', expiration: after(2700), description: 'Gift card'},
  UNLIMITED: {
    description: 'Tip jar',
    totalDebitAmount: '37.5',
    deposits: [
      {id: '1', amount: '25', currency: 'USDT_TRX', transactionHash: HASH, createdDate: after(-86_400)},
      {id: '2', amount: '12.5', currency: 'USDT_TRX', transactionHash: HASH, createdDate: after(-600)},
    ],
  },
  UNLIMITED_LINKED: {description: 'Your coffee account'},
};

/** An invoice that awaits its payment, unless told otherwise. */
export const invoiceOf = (type: InvoiceType, fields: Json = {}): Json => ({
  type,
  ...COMMON,
  ...BY_TYPE[type],
  ...fields,
});

const ARRIVED: Json = {totalDebitAmount: '18.204', lastDepositHash: HASH};

/** A payment that the shop has to look at. */
export const intervened = (totalDebitAmount: string, fields: Json = {}): Json => ({
  state: 'PENDING_INTERVENTION',
  isInterventionResolved: false,
  ...ARRIVED,
  totalDebitAmount,
  ...fields,
});

/** What makes the invoice of each view that has one. */
export const BY_VIEW: Readonly<Record<Exclude<InvoiceView['kind'], 'loading' | 'unavailable'>, Json>> = {
  awaiting: {},
  expired: {expiration: after(-1)},
  detected: {state: 'MEM_POOL_FOUND', ...ARRIVED},
  compliance: {state: 'PENDING_COMPLIANCE_CHECK', ...ARRIVED},
  intervention: intervened('16', {interventionType: 'UNDERPAY'}),
  paid: {state: 'PAID', ...ARRIVED},
  completed: {state: 'COMPLETED', ...ARRIVED},
  declined: {state: 'DECLINED', ...ARRIVED},
  archived: {state: 'ARCHIVED'},
  unknown: {state: 'AWAITING_MOONRISE'},
};
