/** @jsxImportSource preact */
// Held by the compiler alone: what must not compile is expected not to.
import '../../../src/types/preact.js';

export const element = (
  <calypso-invoice
    src="/api/invoices/1"
    pollInterval={5000}
    redirect-target="_top"
    wake-lock
    class="wide"
    ref={(card) => void card?.refresh()}
    oncalypso-copy={({field}) => field satisfies 'amount' | 'address'}
  >
    <a href="https://pay.example/">Pay elsewhere</a>
  </calypso-invoice>
);

export const wrong = [
  // @ts-expect-error no such tag
  <calypso-invoce />,
  // @ts-expect-error no such property
  <calypso-invoice pollIntervall={5000} />,
  // @ts-expect-error no such word
  <calypso-invoice redirect-target="_blank" />,
  // @ts-expect-error would be written out as "false", which is on
  <calypso-invoice wake-lock={false} />,
  // @ts-expect-error not of this event
  <calypso-invoice oncalypso-copy={({url}) => url} />,
];
