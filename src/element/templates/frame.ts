import {html, nothing, type TemplateResult} from 'lit';
import {VIEW_KINDS, type InvoiceView} from '../../core/invoice-view.js';
import {isFinal} from '../../core/invoice.js';
import {backIn, faultText, troubleText} from '../wording.js';
import {awaiting} from './awaiting.js';
import type {Card} from './card.js';
import {hero, outcome, support} from './outcome.js';

/** What stands above the view in every state: the shop's mark and what is being paid for. */
export function header({view}: Card): TemplateResult {
  const {logoUrl, description} = 'invoice' in view ? view.invoice : {};
  return html`<header class=${logoUrl || description ? '' : 'bare'}>
    <slot name="header"
      >${
        logoUrl
          ? html`<img
              part="logo"
              src=${logoUrl}
              alt=""
              referrerpolicy="no-referrer"
              @load=${seeLogo}
              @error=${seeLogo}
            />`
          : nothing
      }${description ? html`<p part="description">${description}</p>` : nothing}</slot
    >
  </header>`;
}

/** A logo that does not load must not leave a hole. */
const seeLogo = ({type, target}: Event) => ((target as HTMLElement).hidden = type === 'error');

function body(card: Card): TemplateResult | (TemplateResult | typeof nothing)[] {
  const {view, messages} = card;
  switch (view.kind) {
    case 'loading':
      return html`<slot></slot>${card.hasFallback ? nothing : skeleton(messages.loading)}`;
    case 'unavailable':
      return html`<slot name="unavailable">${hero('calm', '?', messages.views.unavailable)}</slot>
        ${
          card.refresh
            ? html`<button part="refresh" class="primary" type="button" @click=${card.refresh}>
                ${messages.tryAgain}
              </button>`
            : nothing
        }
        <slot></slot>`;
    case 'awaiting':
      return awaiting(card, view);
    default:
      // A place for each: an outcome takes the place of another without its nodes, which would seem to jump.
      return VIEW_KINDS.map((kind) => (kind === view.kind ? outcome(card, view) : nothing));
  }
}

/** As high as what it stands for: the card does not jump when the invoice comes. */
const skeleton = (label: string): TemplateResult =>
  html`<div class="bones" role="img" aria-label=${label}>
    <div class="skeleton line"></div>
    <div class="skeleton"></div>
    <div class="skeleton"></div>
    <div class="skeleton code"></div>
    <div class="skeleton to"></div>
    <div class="skeleton"></div>
  </div>`;

function notices(card: Card): (TemplateResult | typeof nothing)[] {
  const {view, messages, isTroubled, offline} = card;
  const isAwaiting = view.kind === 'awaiting';
  const fault = faultText(isAwaiting ? view.addressFault : undefined, messages);
  // An answer came where there is no such invoice: that is no trouble with the connection.
  const trouble = isTroubled && view.kind !== 'unavailable' && troubleText(offline, messages);
  const list: (TemplateResult | typeof nothing)[] = [fault, trouble]
    .filter((text) => !!text)
    .map((text) => html`<p part="notice" class="notice">${text}</p>`);
  if (isAwaiting && (fault || view.due.kind === 'unreadable')) list.push(support(card, view));
  return list;
}

/**
 * Everything below the header. What is still loading has nodes of its own: the card that takes their place does not
 * count as one that jumps.
 */
export function content(card: Card): (TemplateResult | typeof nothing)[] {
  const all = html`${body(card)} ${notices(card)} ${returnLink(card)}
    <div class="foot"><slot name="footer"></slot>${statusLine(card)}</div>`;
  return card.view.kind === 'loading' ? [all, nothing] : [nothing, all];
}

/** Where the payer leaves by: a button once all is said, a plain link before. */
function returnLink({
  view,
  returnUrl,
  returnTarget,
  messages,
  leave,
}: Card): TemplateResult | TemplateResult[] | typeof nothing {
  if (!returnUrl || view.kind === 'loading') return nothing;
  const helped = view.kind === 'declined' && view.invoice.supportUrl; // there the one thing to do is to ask
  const isButton = ('invoice' in view && isFinal(view.invoice.state)) || view.kind === 'paid';
  const kind = isButton ? `button ${helped ? '' : 'primary'}` : 'link';
  const link = html`<a
    part="return-link"
    class=${kind}
    href=${returnUrl}
    target=${returnTarget}
    @click=${leave}
    >${messages.back}</a
  >`;
  return isButton ? [link] : link; // never the same node: it would seem to jump
}

/** One honest line on what the card is doing, and the one thing the payer can do about it. */
function statusLine(card: Card): TemplateResult | TemplateResult[] | typeof nothing {
  const {view, messages, secondsLeft} = card;
  if (view.kind === 'unavailable') return nothing;
  const leaving = secondsLeft !== null;
  const isReading = !('invoice' in view && isFinal(view.invoice.state));
  const line = html`<footer part="status" class="status ${view.kind}">
    <i aria-hidden="true"></i
    ><span
      >${leaving ? backIn(secondsLeft, card) : statusText(view, messages)}${
        isReading && view.kind !== 'loading' ? html`<small class="checked">–</small>` : nothing
      }</span
    >
    ${
      leaving
        ? html`<button part="redirect-cancel" class="link" type="button" @click=${card.stay}>
            ${messages.stay}
          </button>`
        : isReading && card.refresh
          ? html`<button part="refresh" class="link" type="button" @click=${card.refresh}>
              ${messages.checkNow}
            </button>`
          : nothing
    }
  </footer>`;
  return isReading ? line : [line]; // as with the link: what is said at the end has less to it
}

function statusText(view: Exclude<InvoiceView, {kind: 'unavailable'}>, messages: Card['messages']): string {
  if (view.kind === 'loading') return messages.loading;
  if (view.kind === 'intervention')
    return view.reason === 'resolved' ? messages.checking : messages.intervention.status;
  return view.kind === 'awaiting' && view.addressFault === 'checking'
    ? messages.checking
    : messages.views[view.kind].status;
}
