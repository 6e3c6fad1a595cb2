const card = document.querySelector('calypso-invoice');
const state = document.querySelector('output');

card.addEventListener('calypso-state-change', (event) => {
  state.textContent = event.state;
});
const key = new URLSearchParams(location.search).get('invoice') ?? '';
card.setAttribute('src', `/api/invoices/${encodeURIComponent(key)}`);
