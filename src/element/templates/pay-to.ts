import {html, nothing, type TemplateResult} from 'lit';
import type {AwaitingView} from '../../core/invoice-view.js';
import {paymentUri} from '../../core/payment-uri.js';
import {copiedText} from '../wording.js';
import {qrCode} from '../qr-code.js';
import type {Card} from './card.js';
import {refused} from './refused.js';

/** Where the money goes: code, address and, where the chain has a safe one, a link to a wallet; all from one string. */
export function payTo(card: Card, view: AwaitingView, address: string): TemplateResult {
  const {messages, copied, qr} = card;
  const amount = view.due.kind === 'exactly' ? view.due.amount : undefined;
  const uri = paymentUri(view.invoice.currency ?? '', address, amount);
  const justCopied = copied?.ok && copied.field === 'address';
  return html`${
      qr === 'none'
        ? nothing
        : html`<div class="scan">
            <div part="qr" class="qr">
              ${qrCode((qr === 'uri' && uri) || address, messages.qrCode(address))}
            </div>
            ${uri && amount ? choice(card) : nothing}
          </div>`
    }
    <div class="to">
      <span class="label">${messages.toThisAddress}</span>
      <div part="address" class="address" dir="ltr" translate="no" aria-hidden="true">${groups(address)}</div>
      <p class="spoken" dir="ltr" translate="no">${address.replace(/.{4}/g, '$& ')}</p>
      <button part="copy-address" class="primary" type="button" @click=${() => card.copy('address', address)}>
        ${justCopied ? messages.copied : messages.copyAddress}
      </button>
      ${justCopied ? html`<p class="hint">${copiedText(view, address, messages)}</p>` : refused(card, 'address')}
      ${uri ? wallet(card, uri) : nothing}
    </div>`;
}

/** Some wallets ignore the amount of a payment URI, and some read nothing else: the payer chooses. */
const choice = ({messages, qr, chooseQr}: Card): TemplateResult =>
  html`<div part="qr-choice" class="choice" role="group" aria-label=${messages.qrHolds}>
    ${(['address', 'uri'] as const).map(
      (kind) =>
        html`<button type="button" aria-pressed=${qr === kind} @click=${() => chooseQr(kind)}>
          ${kind === 'uri' ? messages.qrUri : messages.qrAddress}
        </button>`,
    )}
  </div>`;

const wallet = ({messages, walletMissing, openWallet}: Card, uri: string): TemplateResult =>
  html`<a part="wallet-link" class="button" href=${uri} @click=${openWallet}>${messages.openWallet}</a>
    ${walletMissing ? html`<p class="hint">${messages.noWallet}</p>` : nothing}`;

/** Groups of four with no text between them: what is selected and copied has no gaps. The ends stand out. */
function groups(address: string): TemplateResult[] {
  const parts = address.match(/.{1,4}/g) ?? [];
  const isEnd = (i: number) => i === 0 || i * 4 + 8 > address.length;
  return parts.map((part, i) => html`<span class=${isEnd(i) ? 'end' : ''}>${part}</span><wbr />`);
}
