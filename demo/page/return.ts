import {paymentStatus, readPaymentStatus} from '../../src/core/return-url.js';
import {ApiError, ask} from './api.js';
import {byId} from './dom.js';

/** What the shop's server answers of an order. */
interface Order {
  readonly state: string;
}

// Calypso's table: SUCCESS, FAILED, or no word at all.
const hint = readPaymentStatus(location.href);
for (const section of document.querySelectorAll<HTMLElement>('[data-outcome]'))
  section.hidden = section.dataset['outcome'] !== (hint ?? '');
byId('hint', HTMLElement).textContent = hint ? `paymentStatus=${hint}` : 'no paymentStatus';

const key = new URL(location.href).searchParams.get('order');
const toInvoice = byId('to-invoice', HTMLAnchorElement);
// Who comes back without a word has most likely not paid yet.
const next = hint || key === null ? byId('to-shop', HTMLAnchorElement) : toInvoice;
next.classList.add('primary');

if (key === null) {
  byId('proof', HTMLElement).textContent = 'The link names no order.';
} else {
  // Without `manual` the card would lead straight back here.
  toInvoice.href = `/?${new URLSearchParams({invoice: key, redirect: 'manual'})}`;
  toInvoice.hidden = false;
  await showProof(key);
}

async function showProof(key: string): Promise<void> {
  const proof = byId('proof', HTMLElement);
  const verdict = byId('verdict', HTMLElement);
  try {
    const {state} = await ask<Order>(`/api/orders/${encodeURIComponent(key)}`);
    proof.textContent = state;
    const agrees = hint === paymentStatus(state);
    verdict.classList.toggle('notice', !agrees);
    if (hint)
      verdict.textContent = agrees
        ? 'These two agree.'
        : 'These two do not agree. The server is right, and the link is worth nothing.';
  } catch (error) {
    proof.textContent = error instanceof ApiError ? error.message : 'Nothing.';
  }
}
