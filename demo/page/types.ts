import {CURRENCIES, currencyLabel} from '../catalog.js';
import {KINDS, type Kind} from '../kinds.js';
import {ApiError, ask} from './api.js';
import {byId, make} from './dom.js';

const currency = byId('currency', HTMLSelectElement);
const problem = byId('problem', HTMLElement);
const list = byId('kinds', HTMLElement);

/** One at a time: a second click makes no second invoice. */
function setBusy(busy: boolean) {
  for (const button of list.querySelectorAll('button')) button.ariaBusy = String(busy);
}

async function open(type: Kind['type']) {
  setBusy(true);
  problem.textContent = '';
  try {
    const {invoice} = await ask<{invoice: string}>('/api/kinds', {type, currency: currency.value});
    location.assign(`/?invoice=${invoice}`);
  } catch (error) {
    problem.textContent = error instanceof ApiError ? error.message : 'Something went wrong.';
    setBusy(false);
  }
}

const row = ({type, name, note, call}: Kind) => {
  const button = make('button', {type: 'button', className: 'primary'}, call);
  button.addEventListener('click', () => {
    if (button.ariaBusy !== 'true') void open(type);
  });
  const about = make('div', {}, make('h2', {}, name), make('p', {}, note), make('code', {}, type));
  return make('li', {className: 'kind'}, about, button);
};

currency.append(...CURRENCIES.map((code) => make('option', {value: code}, currencyLabel(code))));
list.append(...KINDS.map(row));
// By Back a page may come as it was left: in the middle of asking.
window.addEventListener('pageshow', () => setBusy(false));

ask<{sandbox: boolean}>('/api/shop').then(
  ({sandbox}) => (byId('live-notice', HTMLElement).hidden = sandbox),
  (error: unknown) => console.warn(error),
);
