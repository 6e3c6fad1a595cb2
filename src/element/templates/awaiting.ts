import {html, nothing, type TemplateResult} from 'lit';
import {describeCurrency} from '../../core/currency.js';
import {formatDuration} from '../../core/instant.js';
import type {AwaitingView} from '../../core/invoice-view.js';
import {usualTime} from '../../localize/intl.js';
import {networkText, requoteText} from '../wording.js';
import type {Card} from './card.js';
import {deposits} from './deposits.js';
import {fiat} from './fiat.js';
import {payTo} from './pay-to.js';
import {refused} from './refused.js';

/** All that is needed to pay: how much, on which network, and where to. */
export function awaiting(card: Card, view: AwaitingView): TemplateResult {
  const {messages} = card;
  const {address, expiresAt, littleTime} = view;
  return html`<div class="pay">
      ${due(card, view)}${network(card, view)}
      ${
        address
          ? payTo(card, view, address)
          : view.addressFault === 'checking'
            ? html`<div class="scan"><div class="skeleton code"></div></div>
                <div class="skeleton to"></div>`
            : nothing
      }
    </div>
    ${
      expiresAt === undefined
        ? nothing
        : html`<div part="timer" class="timer ${littleTime ? 'late' : ''}">
            <div class="bar"><i></i></div>
            <div class="row">
              <span class="label">${messages.timeLeft}</span
              ><b class="clock" role="timer">${formatDuration(expiresAt - card.now)}</b>
            </div>
          </div>`
    }
    ${littleTime ? hurry(card, view) : nothing} ${deposits(card, view.invoice)}<slot name="awaiting"></slot>`;
}

function due(card: Card, view: AwaitingView): TemplateResult {
  const {messages, copied} = card;
  const {due, invoice} = view;
  const {symbol, name} = describeCurrency(invoice.currency ?? '');
  if (due.kind === 'unreadable')
    return html`<p part="notice" class="notice">${messages.amountUnreadable}</p>`;
  if (due.kind === 'any') return html`<p part="amount" class="amount">${messages.anyAmount} ${symbol}</p>`;
  const {amount} = due;
  const price = fiat(card, invoice);
  const justCopied = copied?.ok && copied.field === 'amount';
  const leads = invoice.type === 'SINGLE_FIAT';
  return html`<div class="due">
    ${leads ? price : nothing}
    <span class="label"
      >${due.kind === 'exactly' ? messages.amountToSend : messages.amountAtLeast}${name ? ` · ${name}` : ''}</span
    >
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
    ${leads ? nothing : price} ${refused(card, 'amount')}
    <p class="hint">${messages.fromExchange}</p>
    ${card.requoted ? html`<p part="notice" class="notice">${requoteText(view, messages)}</p>` : nothing}
  </div>`;
}

/** Long amounts are set smaller, so that as few as can be break in the middle. */
const widthOf = ({length}: string) => (length > 14 ? 'longest' : length > 7 ? 'long' : '');

function network({messages}: Card, {invoice: {currency}}: AwaitingView): TemplateResult | typeof nothing {
  const {network} = describeCurrency(currency ?? '');
  return network
    ? html`<div part="network" class="network">
        <b>${network.name}</b><span>${networkText(currency, messages)}</span>
      </div>`
    : nothing;
}

function hurry({messages, language}: Card, {invoice}: AwaitingView): TemplateResult {
  const minutes = describeCurrency(invoice.currency ?? '').network?.usualMinutes;
  const usually = minutes && messages.usuallyWithin(usualTime(minutes, language));
  return html`<p part="notice" class="notice">${messages.littleTime} ${usually || nothing}</p>`;
}
