import {CURRENCIES, currencyLabel, dueIn, GOODS, totalOf} from '../catalog.js';
import {describeCurrency} from '../../src/core/currency.js';
import {ApiError, ask} from './api.js';
import {changeCart, readCart} from './cart.js';
import {byId, make} from './dom.js';
import {showGoods} from './goods.js';
import {formatDollars} from './money.js';

/** The shop: goods, the order and the currency. Checking out leads to the invoice's own page. */
export function showShop(): void {
  const form = byId('shop', HTMLFormElement);
  const currency = byId('currency', HTMLSelectElement);
  const pay = byId('pay', HTMLButtonElement);
  const problem = byId('checkout-error', HTMLElement);

  let cart = readCart();
  const showQuantities = showGoods((id, step) => {
    cart = changeCart(cart, id, (cart.get(id) ?? 0) + step);
    show();
  });

  function show() {
    const total = totalOf(cart);
    const {symbol} = describeCurrency(currency.value);
    showQuantities(cart);
    byId('lines', HTMLElement).replaceChildren(...lines());
    byId('total', HTMLElement).textContent = formatDollars(total);
    byId('due', HTMLOutputElement).value = `${dueIn(currency.value, total)} ${symbol}`;
    problem.textContent = '';
  }

  const lines = () =>
    GOODS.flatMap(({id, name, price}) => {
      const count = cart.get(id) ?? 0;
      return count
        ? make('div', {}, make('dt', {}, `${count} × ${name}`), make('dd', {}, formatDollars(count * price)))
        : [];
    });

  async function checkOut() {
    pay.ariaBusy = 'true';
    problem.textContent = '';
    const items = [...cart].flatMap(([id, quantity]) => (quantity ? {id, quantity} : []));
    try {
      const {invoice} = await ask<{invoice: string}>('/api/checkout', {currency: currency.value, items});
      location.assign(`/?invoice=${invoice}`);
    } catch (error) {
      problem.textContent = error instanceof ApiError ? error.message : 'Something went wrong.';
      pay.ariaBusy = 'false';
    }
  }

  currency.append(...CURRENCIES.map((code) => make('option', {value: code}, currencyLabel(code))));
  currency.addEventListener('change', show);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (pay.ariaBusy !== 'true') void checkOut();
  });
  // By Back a page may come as it was left: in the middle of checking out.
  window.addEventListener('pageshow', () => (pay.ariaBusy = 'false'));

  show();
  form.hidden = false;
}
