import {html, nothing, type TemplateResult} from 'lit';
import type {Card} from './card.js';

/** Said where the payer looks: that the copy was refused, and what to do. */
export const refused = (
  {copied, messages}: Card,
  field: 'amount' | 'address',
): TemplateResult | typeof nothing =>
  copied?.field === field && !copied.ok
    ? html`<p part="notice" class="notice">${messages.copyFailed}</p>`
    : nothing;
