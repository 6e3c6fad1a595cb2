import 'calypso-invoice';
import type {} from 'calypso-invoice/types/preact';
import type {PaymentStatus} from 'calypso-invoice';
import {useState} from 'preact/hooks';

interface PaymentProps {
  readonly invoice: string;
  /** null where the payer goes before the end. */
  readonly onLeave: (paymentStatus: PaymentStatus | null) => void;
}

export function Payment({invoice, onLeave}: PaymentProps) {
  const [state, setState] = useState('');
  return (
    <>
      <calypso-invoice
        src={`/api/invoices/${encodeURIComponent(invoice)}`}
        redirectDelay={0}
        oncalypso-state-change={(event) => setState(event.state)}
        oncalypso-redirect={(event) => {
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
