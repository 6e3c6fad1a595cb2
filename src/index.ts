import {CalypsoInvoiceElement} from './element/index.js';

export * from './element/index.js';
export {prepareCard} from './element/prepare-card.js';
export {registerMessages} from './localize/registry.js';
export type {MessageOverrides, Messages} from './locales/messages.js';

declare global {
  interface HTMLElementTagNameMap {
    'calypso-invoice': CalypsoInvoiceElement;
  }
}

// The script may be on the page twice, and the module may be imported on a server.
if (typeof customElements !== 'undefined' && !customElements.get('calypso-invoice'))
  customElements.define('calypso-invoice', CalypsoInvoiceElement);
