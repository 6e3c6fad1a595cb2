import {html, nothing, type TemplateResult} from 'lit';
import {describeCurrency, explorerUrl} from '../../core/currency.js';
import type {AwaitingView, InterventionView, InvoiceView} from '../../core/invoice-view.js';
import type {Invoice} from '../../core/invoice.js';
import {supportUrl} from '../../core/support-url.js';
import type {Messages} from '../../locales/messages.js';
import {usualTime} from '../../localize/intl.js';
import type {Card} from './card.js';
import {explorerLink} from './explorer-link.js';

/** The views that have a headline in place of an address. */
export type OutcomeView = Exclude<InvoiceView, {kind: 'loading' | 'unavailable' | 'awaiting'}>;

const TONES: Record<OutcomeView['kind'], readonly [tone: string, sign: string]> = {
  expired: ['warn', '!'],
  detected: ['good', '✓'],
  compliance: ['calm', '…'],
  intervention: ['warn', '!'],
  paid: ['good', '✓'],
  completed: ['good', '✓'],
  declined: ['calm', '×'],
  archived: ['calm', '×'],
  unknown: ['calm', '…'],
};

/** Which of the four steps is under way, for the views that have steps. */
const STEP = new Map<string, number>([
  ['detected', 1],
  ['compliance', 2],
  ['paid', 3],
]);

export const wordsOf = (view: OutcomeView, {views, intervention}: Messages): {title: string; text: string} =>
  view.kind === 'intervention' ? intervention[view.reason] : views[view.kind];

export function outcome(card: Card, view: OutcomeView): TemplateResult {
  const {messages} = card;
  const {kind, invoice} = view;
  const [tone, sign] = TONES[kind];
  return html`<slot name=${kind}>${hero(tone, sign, wordsOf(view, messages))}</slot>
    ${kind === 'intervention' ? sums(card, view) : nothing}${steps(card, view)}${transaction(card, invoice)}
    ${support(card, view)}`;
}

export const hero = (
  tone: string,
  sign: string,
  {title, text}: {title: string; text: string},
): TemplateResult =>
  html`<div class="hero">
    <span class="badge ${tone}" aria-hidden="true">${sign}</span>
    <h2>${title}</h2>
    <p>${text}</p>
  </div>`;

function sums(
  {messages}: Card,
  {invoice, due, received, difference, reason}: InterventionView,
): TemplateResult {
  const {symbol} = describeCurrency(invoice.currency ?? '');
  const row = (label: string, amount: string | undefined) =>
    amount === undefined
      ? nothing
      : html`<div>
          <dt>${label}</dt>
          <dd><bdi dir="ltr">${amount} ${symbol}</bdi></dd>
        </div>`;
  return html`<dl part="received">
    ${row(messages.due, due)}${row(messages.received, received)}
    ${
      reason === 'underpaid' || reason === 'overpaid'
        ? row(reason === 'underpaid' ? messages.shortBy : messages.overBy, difference)
        : nothing
    }
  </dl>`;
}

function steps({messages, language}: Card, {kind, invoice}: OutcomeView): TemplateResult | typeof nothing {
  const current = STEP.get(kind);
  if (current === undefined) return nothing;
  const minutes = describeCurrency(invoice.currency ?? '').network?.usualMinutes;
  const {seen, confirming, checked, done} = messages.steps;
  return html`<ol part="steps" class="steps">
    ${[seen, confirming, checked, done].map(
      (label, i) =>
        html`<li
          class=${i < current ? 'done' : i === current ? 'now' : ''}
          aria-current=${i === current ? 'step' : nothing}
        >
          <i aria-hidden="true"></i>
          <div>
            <b>${label}</b>${
              i === 1 && current === 1 && minutes
                ? html`<span class="label">${messages.usuallyWithin(usualTime(minutes, language))}</span>`
                : nothing
            }
          </div>
        </li>`,
    )}
  </ol>`;
}

const transaction = (
  {messages}: Card,
  {currency, lastDepositHash}: Invoice,
): TemplateResult | typeof nothing =>
  explorerUrl(currency, lastDepositHash)
    ? html`<p class="label">${messages.transaction} ${explorerLink(currency, lastDepositHash)}</p>`
    : nothing;

export function support(
  {messages}: Card,
  {kind, invoice}: OutcomeView | AwaitingView,
): TemplateResult | typeof nothing {
  const url = supportUrl(invoice);
  return url && kind !== 'completed'
    ? html`<a
        part="support-link"
        class="button ${['intervention', 'declined', 'awaiting'].includes(kind) ? 'primary' : ''}"
        href=${url}
        target="_blank"
        rel="noopener noreferrer"
        >${kind === 'archived' || kind === 'expired' ? messages.alreadySent : messages.support}</a
      >`
    : nothing;
}
