import type {JSX} from 'solid-js';
import type {CalypsoInvoiceElement, CalypsoInvoiceEventMap} from '../index.js';
import type {CalypsoInvoiceAttributes, CalypsoInvoiceProperties} from './attributes.js';

type Props = JSX.HTMLAttributes<CalypsoInvoiceElement> & CalypsoInvoiceAttributes & CalypsoInvoiceProperties;

declare module 'solid-js' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- theirs
  namespace JSX {
    // `on:calypso-copy`, on every node that the events bubble to.
    interface CustomEvents extends CalypsoInvoiceEventMap {}
    interface IntrinsicElements {
      'calypso-invoice': Props;
    }
  }
}
