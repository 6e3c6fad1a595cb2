import type {HTMLAttributes} from 'svelte/elements';
import type {CalypsoInvoiceElement} from '../index.js';
import type {
  CalypsoInvoiceAttributes,
  CalypsoInvoiceListeners,
  CalypsoInvoiceProperties,
} from './attributes.js';

type Props = HTMLAttributes<CalypsoInvoiceElement> &
  CalypsoInvoiceAttributes &
  CalypsoInvoiceProperties &
  CalypsoInvoiceListeners<'on'>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'calypso-invoice': Props;
  }
}
