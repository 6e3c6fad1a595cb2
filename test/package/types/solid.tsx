/** @jsxImportSource solid-js */
// Held by the compiler alone: what must not compile is expected not to.
import '../../../src/types/solid.js';

export const element = (
  <calypso-invoice
    src="/api/invoices/1"
    pollInterval={5000}
    redirect-target="_top"
    class="wide"
    ref={(card) => void card.refresh()}
    on:calypso-copy={({field}) => field satisfies 'amount' | 'address'}
  >
    <a href="https://pay.example/">Pay elsewhere</a>
  </calypso-invoice>
);

/** Events bubble. */
export const page = <main on:calypso-redirect={(event) => event.preventDefault()} />;

export const wrong = [
  // @ts-expect-error no such tag
  <calypso-invoce />,
  // @ts-expect-error no such property
  <calypso-invoice pollIntervall={5000} />,
  // @ts-expect-error no such word
  <calypso-invoice redirect-target="_blank" />,
  // @ts-expect-error not of this event
  <calypso-invoice on:calypso-copy={({url}) => url} />,
];
