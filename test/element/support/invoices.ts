import type {InvoiceView} from '../../../src/index.js';
import {silence, status, type Answer} from './shop.js';

/** What a proxy answers: names as in Calypso's Invoice API reference. */
export type Json = Record<string, unknown>;

export const KEY = '1be6a518-6dcd-477d-96af-dd914b1300ce';
export const ADDRESS = 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';
export const OTHER_ADDRESS = 'TLyqzVGLV1srkB7dToTAEqgDSfPtXRJZYH';
export const HASH = '853793d552635f533aa982b92b35b00e63a1c14e526154563a56315263a1c14e';
export const RETURN_URL = 'https://shop.example/return?order=1042#thanks';
export const SUPPORT_URL = 'https://shop.example/help';

/** The server's clock. No test reads the payer's: in all of them it is off by months or more. */
export const SERVER_TIME = '2026-01-02T03:04:05';

/** An instant `seconds` after the server's time, written without a zone as Calypso does. */
export const after = (seconds: number): string =>
  new Date(Date.parse(`${SERVER_TIME}Z`) + seconds * 1000).toISOString().slice(0, -1);

/** A SINGLE invoice that awaits its payment for another hour, unless told otherwise. */
export const invoice = (fields: Json = {}): Json => ({
  idempotencyKey: KEY,
  type: 'SINGLE',
  state: 'PENDING_PAYMENT',
  amount: '10.234',
  currency: 'USDT_TRX',
  invoiceAddress: ADDRESS,
  totalDebitAmount: '0',
  createdDate: after(-3600),
  expiration: after(3600),
  description: 'Order 1042',
  isInterventionResolved: true,
  returnUrl: RETURN_URL,
  supportUrl: SUPPORT_URL,
  serverTime: SERVER_TIME,
  ...fields,
});

/** The invoice of each view that has one. */
export const INVOICES = {
  awaiting: invoice(),
  expired: invoice({expiration: after(-1)}),
  detected: invoice({state: 'MEM_POOL_FOUND', totalDebitAmount: '10.234', lastDepositHash: HASH}),
  compliance: invoice({state: 'PENDING_COMPLIANCE_CHECK', lastDepositHash: HASH}),
  intervention: invoice({
    state: 'PENDING_INTERVENTION',
    interventionType: 'UNDERPAY',
    isInterventionResolved: false,
    totalDebitAmount: '10',
    lastDepositHash: HASH,
  }),
  paid: invoice({state: 'PAID', totalDebitAmount: '10.234', lastDepositHash: HASH}),
  completed: invoice({state: 'COMPLETED', totalDebitAmount: '10.234', lastDepositHash: HASH}),
  declined: invoice({state: 'DECLINED', lastDepositHash: HASH}),
  archived: invoice({state: 'ARCHIVED'}),
  unknown: invoice({state: 'AWAITING_MOONRISE'}),
} satisfies Partial<Record<InvoiceView['kind'], Json>>;

/** What the shop answers for each view. */
export const ANSWERS: Record<InvoiceView['kind'], Answer> = {
  loading: silence,
  unavailable: status(404),
  ...INVOICES,
};

export const KINDS = Object.keys(ANSWERS) as InvoiceView['kind'][];
export const FINAL = ['completed', 'declined', 'archived'] as const;
