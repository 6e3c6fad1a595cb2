/** @jsxImportSource react */
// Held by the compiler alone: what must not compile is expected not to.
import {CalypsoInvoice} from '../../../src/react/index.js';
import '../../../src/types/react.js';

export const element = (
  <calypso-invoice
    src="/api/invoices/1"
    poll-interval={5000}
    redirectDelay={0}
    redirect-target="_top"
    wake-lock
    lang="de"
    invoice={{state: 'PAID'}}
    ref={(card) => void card?.refresh()}
    oncalypso-copy={({field}) => field satisfies 'amount' | 'address'}
    oncalypso-redirect={(event) => event.preventDefault()}
  >
    <a href="https://pay.example/">Pay elsewhere</a>
  </calypso-invoice>
);

export const component = (
  <CalypsoInvoice
    src="/api/invoices/1"
    pollInterval={5000}
    theme="dark"
    lang="de"
    invoice={{state: 'PAID'}}
    ref={(card) => void card?.refresh()}
    onCalypsoStateChange={({invoice}) => invoice.state satisfies string}
    onCalypsoError={({retryIn}) => retryIn satisfies number | null}
    onCalypsoRedirect={(event) => event.preventDefault()}
  />
);

export const wrong = [
  // @ts-expect-error no such tag
  <calypso-invoce />,
  // @ts-expect-error no such property
  <calypso-invoice pollIntervall={5000} />,
  // @ts-expect-error no such word
  <calypso-invoice redirect-target="_blank" />,
  // @ts-expect-error not of this event
  <calypso-invoice oncalypso-copy={({url}) => url} />,
  // @ts-expect-error no such property
  <CalypsoInvoice pollIntervall={5000} />,
  // @ts-expect-error no object
  <CalypsoInvoice invoice="PAID" />,
  // @ts-expect-error no such event
  <CalypsoInvoice onCalypsoCoppy={() => undefined} />,
  // @ts-expect-error not of this event
  <CalypsoInvoice onCalypsoCopy={({url}) => url} />,
];
