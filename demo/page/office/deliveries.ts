import {html, render} from 'lit';
import type {OfficeDeliveries} from '../../office.js';
import {ask} from '../api.js';
import {byId} from '../dom.js';
import {written} from './words.js';

/** The log of what was delivered, anew. */
export async function loadDeliveries(): Promise<void> {
  const {deliveries} = await ask<OfficeDeliveries>('/api/office/deliveries');
  const entries = deliveries.map(({at, eventType, status, attempt, next}) => {
    const answer = status === null ? 'no answer' : `answered ${status}`;
    const again = next ? `, again at ${written(next)}` : '';
    return html`<p><time>${written(at)}</time> <b>${eventType}</b> ${answer}, attempt ${attempt}${again}</p>`;
  });
  const empty = html`<p>Nothing has been delivered since the start.</p>`;
  render(entries.length ? entries : empty, byId('log', HTMLElement));
}
