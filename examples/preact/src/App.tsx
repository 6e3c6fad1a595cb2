import type {PaymentStatus} from 'calypso-invoice';
import {useState} from 'preact/hooks';
import {Payment} from './Payment';

const invoice = new URLSearchParams(location.search).get('invoice') ?? '';

export function App() {
  const [page, setPage] = useState<'cart' | 'payment' | PaymentStatus>('payment');
  switch (page) {
    case 'payment':
      return <Payment invoice={invoice} onLeave={(paymentStatus) => setPage(paymentStatus ?? 'cart')} />;
    case 'cart':
      return <button onClick={() => setPage('payment')}>Pay</button>;
    case 'SUCCESS':
      return <h1>Thank you!</h1>;
    case 'FAILED':
      return <h1>This payment did not go through.</h1>;
  }
}
