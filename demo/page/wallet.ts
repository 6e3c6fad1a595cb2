import {describeCurrency} from '../../src/core/currency.js';
import {multiplyDecimals, truncateDecimal, type Decimal} from '../../src/core/decimal.js';
import {parseInstant} from '../../src/core/instant.js';
import type {CalypsoInvoiceElement, Invoice} from '../../src/index.js';
import {ApiError, ask} from './api.js';
import {byId} from './dom.js';

/** What a button does to an invoice; resolves to what it did, in words. */
type Action = (invoice: Invoice) => Promise<string>;

/** Time that is left to watch the timer run out, ms. */
const LAST_MOMENTS = 5000;

const ACTIONS: Readonly<Record<string, Action>> = {
  exact: (invoice) => deposit(invoice, '1', 'exactly what is due'),
  short: (invoice) => deposit(invoice, '0.9', 'a tenth less than is due'),
  over: (invoice) => deposit(invoice, '1.1', 'a tenth more than is due'),
  hold: (invoice) => deposit(invoice, '1', 'and compliance wants to look at it', 'compliance'),

  async decline({idempotencyKey}) {
    await ask('/sandbox/decline', {idempotencyKey});
    return 'Compliance declined the payment.';
  },
  async archive({idempotencyKey}) {
    await ask('/sandbox/archive', {idempotencyKey});
    return 'The merchant archived the invoice.';
  },

  seconds: () => advance(5000, 'Five seconds passed in the sandbox.'),
  hour: () => advance(3_600_000, 'An hour passed in the sandbox.'),
  async expire({expiration, serverTime}) {
    const left = (parseInstant(expiration) ?? 0) - (parseInstant(serverTime) ?? 0);
    return advance(
      Math.max(0, Math.floor(left - LAST_MOMENTS)),
      'The sandbox went to the last seconds of this invoice. Watch the timer.',
    );
  },
};

/** Real clocks do not jump, and no card expects it: after these it is told to look again. */
const JUMPS: readonly string[] = ['seconds', 'hour', 'expire'];

/** Shows the sandbox's wallet beside the card of the invoice that it pays. */
export function showWallet(card: CalypsoInvoiceElement): void {
  const wallet = byId('wallet', HTMLElement);
  const status = byId('wallet-status', HTMLElement);

  async function run(name: string, action: Action): Promise<string> {
    try {
      // Read anew: the card's own copy does not say what time it is now.
      const did = await action(await ask<Invoice>(card.src ?? ''));
      if (JUMPS.includes(name)) await card.refresh();
      return did;
    } catch (error) {
      return error instanceof ApiError ? `Not done. ${error.message}` : 'Not done.';
    }
  }

  wallet.addEventListener('click', ({target}) => {
    const name = target instanceof HTMLElement ? target.dataset['action'] : undefined;
    const action = ACTIONS[name ?? ''];
    if (name && action) void run(name, action).then((did) => (status.textContent = did));
  });
  wallet.hidden = false;
}

interface Receipt {
  readonly transactionHash: string;
  readonly tracked: boolean;
}

async function deposit(
  {amount, currency = '', invoiceAddress}: Invoice,
  share: Decimal,
  remark: string,
  hold?: 'compliance',
): Promise<string> {
  const {symbol, scale = 0} = describeCurrency(currency);
  const sent = truncateDecimal(multiplyDecimals(amount ?? '0', share), scale);
  const body = {address: invoiceAddress, amount: sent, hold};
  const {transactionHash, tracked} = await ask<Receipt>('/sandbox/deposit', body);
  return tracked
    ? `Sent ${sent} ${symbol}, ${remark}. Transaction ${transactionHash.slice(0, 8)}…${transactionHash.slice(-6)}.`
    : `Sent ${sent} ${symbol}, but nobody watches this address any more. Real money would be lost.`;
}

async function advance(ms: number, did: string): Promise<string> {
  await ask('/sandbox/advance', {ms});
  return did;
}
