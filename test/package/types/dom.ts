// Held by the compiler alone: what must not compile is expected not to.
import '../../../src/index.js';

const card = document.createElement('calypso-invoice');
card.pollInterval = 5000;
card.invoice = {state: 'PENDING_PAYMENT'};
// @ts-expect-error no number
card.pollInterval = '5000';
// @ts-expect-error no such word
card.redirect = 'never';
// @ts-expect-error no such property
card.pollIntervall = 5000;

card.addEventListener('calypso-copy', ({field, ok}) => [
  field satisfies 'amount' | 'address',
  ok satisfies boolean,
]);
document.addEventListener('calypso-redirect', ({url}) => url satisfies string);
window.addEventListener('calypso-error', ({error, retryIn}) => [
  error satisfies Error,
  retryIn satisfies number | null,
]);
document.body.addEventListener('calypso-state-change', ({invoice}) => invoice.state satisfies string);
// @ts-expect-error not of this event
card.addEventListener('calypso-copy', ({url}) => url);
// @ts-expect-error without its types, an event of no such name has none of its fields
card.addEventListener('calypso-coppy', ({field}) => field);
