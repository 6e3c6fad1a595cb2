import type {PaymentStatus} from 'calypso-invoice';
import {CalypsoInvoice} from 'calypso-invoice/react';
import {useState} from 'react';

interface PaymentProps {
  readonly invoice: string;
  /** null where the payer goes before the end. */
  readonly onLeave: (paymentStatus: PaymentStatus | null) => void;
}

export function Payment({invoice, onLeave}: PaymentProps) {
  const [state, setState] = useState('');
  return (
    <>
      <CalypsoInvoice
        src={`/api/invoices/${encodeURIComponent(invoice)}`}
        redirectDelay={0}
        onCalypsoStateChange={(event) => setState(event.state)}
        onCalypsoRedirect={(event) => {
          event.preventDefault(); // we show our own page
          onLeave(event.paymentStatus);
        }}
      />
      <p>
        State: <output>{state}</output>
      </p>
      <button onClick={() => onLeave(null)}>Back to the cart</button>
    </>
  );
}
