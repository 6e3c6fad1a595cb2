import type {CalypsoInvoice} from '../../src/api/index.js';
import {describeCurrency} from '../../src/core/currency.js';
import {multiplyDecimals, truncateDecimal, type Decimal} from '../../src/core/decimal.js';
import {parseInstant} from '../../src/core/instant.js';
import {make} from '../../demo/page/dom.js';
import type {Shop} from './shop.js';

/** Does something to an invoice; resolves to what it did, in words. */
export type Action = (shop: Shop, invoice: CalypsoInvoice) => Promise<string>;

const ACTIONS: Readonly<Record<string, Action>> = {
  'Pay exactly': pay('1'),
  'Pay 10 % less': pay('0.9'),
  'Pay 10 % more': pay('1.1'),
  'Hold for compliance': pay('1', 'compliance'),
  Decline: async ({sandbox}, invoice) => {
    await sandbox.decline(keyOf(invoice));
    return 'Compliance declined the payment.';
  },
  Archive: async ({sandbox}, invoice) => {
    await sandbox.archive(keyOf(invoice));
    return 'The merchant archived the invoice.';
  },
  '+10 seconds': async ({sandbox}) => {
    await sandbox.advance(10_000);
    return 'Ten seconds passed in the sandbox.';
  },
  'Let it expire': async ({sandbox}, {expiration}) => {
    const left = (parseInstant(expiration) ?? 0) - sandbox.now();
    if (left <= 0) return 'This invoice has no time to run out.';
    await sandbox.advance(Math.max(0, Math.floor(left - LAST_MOMENTS)));
    return 'Five seconds are left. Watch the timer.';
  },
};

/** ms */
const LAST_MOMENTS = 5000;

const keyOf = ({idempotencyKey = ''}: CalypsoInvoice) => ({idempotencyKey});

/** @param share of what is due; of the least, or of 1, where no amount is set */
function pay(share: Decimal, hold?: 'compliance'): Action {
  return async ({sandbox}, {invoiceAddress, amount, lowerBound, currency = ''}) => {
    const {symbol, scale = 8} = describeCurrency(currency);
    const sent = truncateDecimal(multiplyDecimals(amount ?? lowerBound ?? '1', share), scale);
    const {tracked} = await sandbox.deposit({address: invoiceAddress ?? '', amount: sent, hold});
    return tracked
      ? `Sent ${sent} ${symbol}.`
      : `Sent ${sent} ${symbol} to an address that nobody watches any more. Real money would be lost.`;
  };
}

/** A button for each action. @param run does what was pressed */
export const walletButtons = (run: (action: Action) => void): HTMLElement[] =>
  Object.entries(ACTIONS).map(([name, action], i) => {
    const button = make('button', {type: 'button', className: i ? '' : 'primary'}, name);
    button.addEventListener('click', () => run(action));
    return button;
  });
