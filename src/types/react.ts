import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {CalypsoInvoiceElement} from '../index.js';
import type {
  CalypsoInvoiceAttributes,
  CalypsoInvoiceListeners,
  CalypsoInvoiceProperties,
} from './attributes.js';

type Props = DetailedHTMLProps<HTMLAttributes<CalypsoInvoiceElement>, CalypsoInvoiceElement> &
  CalypsoInvoiceAttributes &
  CalypsoInvoiceProperties &
  CalypsoInvoiceListeners<'on'>;

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- theirs
  namespace JSX {
    interface IntrinsicElements {
      'calypso-invoice': Props;
    }
  }
}
