import {html, nothing, render} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {OfficeWebhook, OfficeWebhooks} from '../../office.js';
import {ask} from '../api.js';
import {byId} from '../dom.js';
import {run} from './work.js';
import {counted, written} from './words.js';

const WEBHOOKS = '/api/office/webhooks';

/** Who is told of what, anew. */
export async function loadWebhooks(): Promise<void> {
  const {webhooks, isSubscribed} = await ask<OfficeWebhooks>(WEBHOOKS);
  const items = repeat(webhooks, ({requestId}) => requestId, item);
  render(items, byId('webhooks', HTMLUListElement));
  byId('unsubscribed', HTMLElement).hidden = isSubscribed;
}

const item = (webhook: OfficeWebhook) =>
  html`<li data-key=${webhook.requestId}>
    <div>
      <code>${webhook.url}</code>
      <small>Since ${written(webhook.createdDate)}${webhook.isBlocked ? ' · BLOCKED' : nothing}</small>
      <details>
        <summary>${counted(webhook.events.length, 'kind')} of event</summary>
        ${webhook.events.map((event) => html`<code>${event}</code> `)}
      </details>
    </div>
    <button
      type="button"
      aria-label=${`Delete the subscription of ${webhook.url}`}
      @click=${() => remove(webhook)}
    >
      Delete
    </button>
  </li>`;

const remove = ({requestId}: OfficeWebhook) =>
  void run(async () => {
    await ask(`${WEBHOOKS}/${encodeURIComponent(requestId)}`, {}, 'DELETE');
    return 'The subscription was deleted.';
  }, loadWebhooks);

byId('subscribe', HTMLButtonElement).addEventListener(
  'click',
  () =>
    void run(async () => {
      await ask(WEBHOOKS, {});
      return 'The shop is told of everything again.';
    }, loadWebhooks),
);
