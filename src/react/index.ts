'use client';

import {createComponent, type EventName} from '@lit/react';
import * as react from 'react';
import {
  CalypsoInvoiceElement,
  type InvoiceCopyEvent,
  type InvoiceErrorEvent,
  type InvoiceRedirectEvent,
  type InvoiceStateChangeEvent,
} from '../index.js';

const component = createComponent({
  react,
  tagName: 'calypso-invoice',
  elementClass: CalypsoInvoiceElement,
  displayName: 'CalypsoInvoice',
  events: {
    onCalypsoStateChange: 'calypso-state-change' as EventName<InvoiceStateChangeEvent>,
    onCalypsoCopy: 'calypso-copy' as EventName<InvoiceCopyEvent>,
    onCalypsoError: 'calypso-error' as EventName<InvoiceErrorEvent>,
    onCalypsoRedirect: 'calypso-redirect' as EventName<InvoiceRedirectEvent>,
  },
});

/** The element reads an `Invoice`, and is given what the proxy answers. */
type Props = Omit<react.ComponentPropsWithRef<typeof component>, 'invoice'> & {
  invoice?: object | null | undefined;
};

/** `<calypso-invoice>` as a React component: its properties are props, its events are `on…` props. */
export const CalypsoInvoice = component as react.ForwardRefExoticComponent<Props>;
