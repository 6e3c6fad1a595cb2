import type {PaymentStatus} from 'calypso-invoice';
import {createSignal, Match, Switch} from 'solid-js';
import {Payment} from './Payment';

const invoice = new URLSearchParams(location.search).get('invoice') ?? '';

export function App() {
  const [page, setPage] = createSignal<'cart' | 'payment' | PaymentStatus>('payment');
  return (
    <Switch>
      <Match when={page() === 'payment'}>
        <Payment invoice={invoice} onLeave={(paymentStatus) => setPage(paymentStatus ?? 'cart')} />
      </Match>
      <Match when={page() === 'cart'}>
        <button onClick={() => setPage('payment')}>Pay</button>
      </Match>
      <Match when={page() === 'SUCCESS'}>
        <h1>Thank you!</h1>
      </Match>
      <Match when={page() === 'FAILED'}>
        <h1>This payment did not go through.</h1>
      </Match>
    </Switch>
  );
}
