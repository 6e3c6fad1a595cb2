import type {CalypsoInvoiceElement, Invoice} from '../../src/index.js';
import {ApiError, ask} from './api.js';
import {byId} from './dom.js';
import {ACTIONS, JUMPS, payTyped, type Action} from './wallet-actions.js';

/** Shows the sandbox's wallet beside the card of the invoice that it pays. */
export async function showWallet(card: CalypsoInvoiceElement): Promise<void> {
  const wallet = byId('wallet', HTMLElement);
  const status = byId('wallet-status', HTMLElement);
  const amount = byId('wallet-amount', HTMLInputElement);
  const read = () => ask<Invoice>(card.src ?? '');

  async function run(action: Action): Promise<boolean> {
    try {
      // Read anew: the card's own copy does not say what time it is now.
      status.textContent = await action(await read());
      return true;
    } catch (error) {
      status.textContent = error instanceof ApiError ? `Not done. ${error.message}` : 'Not done.';
      return false;
    }
  }

  async function press(name: string, action: Action) {
    if ((await run(action)) && JUMPS.includes(name)) await card.refresh();
  }

  wallet.addEventListener('click', ({target}) => {
    const name = target instanceof HTMLElement ? target.dataset['action'] : undefined;
    const action = ACTIONS[name ?? ''];
    if (name && action) void press(name, action);
  });
  byId('wallet-any', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void run((invoice) => payTyped(invoice, amount.value));
  });
  fit(wallet, await read().catch(() => undefined));
  wallet.hidden = false;
}

/** Offers what an invoice takes: shares of a fixed amount, or sums; and its end, where it has one. */
function fit(wallet: HTMLElement, invoice: Invoice | undefined): void {
  const isOpen = invoice !== undefined && invoice.amount === undefined;
  const offers = {fixed: !isOpen, any: isOpen, ending: !invoice || invoice.expiration !== undefined};
  for (const element of wallet.querySelectorAll<HTMLElement>('[data-for]'))
    element.hidden = !offers[element.dataset['for'] as keyof typeof offers];
}
