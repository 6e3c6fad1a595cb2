import 'calypso-invoice';
import type {} from 'calypso-invoice/types/solid';
import type {PaymentStatus} from 'calypso-invoice';
import {createSignal} from 'solid-js';

interface PaymentProps {
  readonly invoice: string;
  /** null where the payer goes before the end. */
  readonly onLeave: (paymentStatus: PaymentStatus | null) => void;
}

export function Payment(props: PaymentProps) {
  const [state, setState] = createSignal('');
  return (
    <>
      <calypso-invoice
        src={`/api/invoices/${encodeURIComponent(props.invoice)}`}
        redirect-delay={0}
        on:calypso-state-change={(event) => setState(event.state)}
        on:calypso-redirect={(event) => {
          event.preventDefault(); // we show our own page
          props.onLeave(event.paymentStatus);
        }}
      />
      <p>
        State: <output>{state()}</output>
      </p>
      <button onClick={() => props.onLeave(null)}>Back to the cart</button>
    </>
  );
}
