import type {HTMLAttributes} from 'preact';
import type {CalypsoInvoiceElement} from '../index.js';
import type {
  CalypsoInvoiceAttributes,
  CalypsoInvoiceListeners,
  CalypsoInvoiceProperties,
} from './attributes.js';

/** Preact writes `false` out for a name whose fifth letter is a hyphen: only the property turns this off. */
interface WakeLock {
  'wake-lock'?: true | '' | undefined;
}

type Props = HTMLAttributes<CalypsoInvoiceElement> &
  Omit<CalypsoInvoiceAttributes, keyof WakeLock> &
  WakeLock &
  CalypsoInvoiceProperties &
  CalypsoInvoiceListeners<'on'>;

declare module 'preact' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- theirs
  namespace JSX {
    interface IntrinsicElements {
      'calypso-invoice': Props;
    }
  }
}
