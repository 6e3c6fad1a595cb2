import {html, nothing, type TemplateResult} from 'lit';
import {describeCurrency, networkLabel} from '../../core/currency.js';
import type {AwaitingView} from '../../core/invoice-view.js';
import {paymentUri} from '../../core/payment-uri.js';
import {qrCode} from '../qr-code.js';
import type {Card} from './card.js';
import {deposits} from './deposits.js';
import {fiat} from './fiat.js';

/** All that is needed to pay: how much, on which network, and where to. */
export function awaiting(card: Card, view: AwaitingView): TemplateResult {
  const {messages} = card;
  const {address, expiresAt} = view;
  return html`${due(card, view)}${network(card, view)}
    ${
      address
        ? payTo(card, view, address)
        : view.addressFault === 'checking'
          ? html`<div class="skeleton code"></div>
              <div class="skeleton to"></div>`
          : nothing
    }
    ${
      expiresAt === undefined
        ? nothing
        : html`<div part="timer" class="timer">
            <div class="bar"><i></i></div>
            <div class="row"><span>${messages.timeLeft}</span><b class="clock" role="timer">00:00</b></div>
          </div>`
    }
    ${deposits(card, view.invoice)}<slot name="awaiting"></slot>`;
}

function due(card: Card, {due, invoice}: AwaitingView): TemplateResult {
  const {messages, copied} = card;
  const {symbol} = describeCurrency(invoice.currency ?? '');
  if (due.kind === 'unreadable')
    return html`<p part="notice" class="notice">${messages.amountUnreadable}</p>`;
  if (due.kind === 'any') return html`<p part="amount" class="amount">${messages.anyAmount} ${symbol}</p>`;
  const {amount} = due;
  const price = fiat(card, invoice);
  const justCopied = copied?.ok && copied.field === 'amount';
  const leads = invoice.type === 'SINGLE_FIAT';
  return html`<div class="due">
      ${leads ? price : nothing}
      <span class="label">${due.kind === 'exactly' ? messages.amountToSend : messages.amountAtLeast}</span>
      <div class="row">
        <span part="amount" class="amount ${widthOf(amount)}" dir="ltr"
          ><span class="number">${amount}</span> <small>${symbol}</small></span
        >
        <button
          part="copy-amount"
          type="button"
          aria-label=${justCopied ? messages.amountCopied : messages.copyAmount}
          @click=${() => card.copy('amount', amount)}
        >
          ${justCopied ? messages.copied : messages.copy}
        </button>
      </div>
      ${leads ? nothing : price}
    </div>
    ${
      card.requoted
        ? html`<p part="notice" class="notice">${messages.amountChanged(`${amount} ${symbol}`)}</p>`
        : nothing
    }`;
}

/** Long amounts are set smaller, so that as few as can be break in the middle. */
const widthOf = ({length}: string) => (length > 14 ? 'longest' : length > 7 ? 'long' : '');

function network({messages}: Card, {invoice: {currency}}: AwaitingView): TemplateResult | typeof nothing {
  const {symbol, network} = describeCurrency(currency ?? '');
  return network
    ? html`<div part="network" class="network">
        <b>${network.name}</b><span>${messages.onlyOnNetwork(symbol, networkLabel(network))}</span>
      </div>`
    : nothing;
}

function payTo(card: Card, {due, invoice}: AwaitingView, address: string): TemplateResult {
  const {messages, copied, qr} = card;
  const amount = due.kind === 'exactly' ? due.amount : undefined;
  const uri = qr === 'uri' ? paymentUri(invoice.currency ?? '', address, amount) : undefined;
  const justCopied = copied?.ok && copied.field === 'address';
  return html`${
      qr === 'none'
        ? nothing
        : html`<div part="qr" class="qr">${qrCode(uri ?? address, messages.qrCode(address))}</div>`
    }
    <div class="to">
      <span class="label">${messages.toThisAddress}</span>
      <div part="address" class="address" dir="ltr" translate="no">${groups(address)}</div>
      <button part="copy-address" class="primary" type="button" @click=${() => card.copy('address', address)}>
        ${justCopied ? messages.copied : messages.copyAddress}
      </button>
      ${justCopied ? html`<p class="hint">${messages.addressCopied(address.slice(-4))}</p>` : nothing}
    </div>`;
}

/** Groups of four with no text between them: what is selected and copied has no gaps. The ends stand out. */
function groups(address: string): TemplateResult[] {
  const parts = address.match(/.{1,4}/g) ?? [];
  const isEnd = (i: number) => i === 0 || i * 4 + 8 > address.length;
  return parts.map((part, i) => html`<span class=${isEnd(i) ? 'end' : ''}>${part}</span><wbr />`);
}
