import {GOODS, MOST_OF_A_GOOD, type Cart, type Good} from '../catalog.js';
import {byId, make} from './dom.js';
import {formatDollars} from './money.js';

/**
 * Shows the goods with their steppers.
 * @param change hears of every step
 * @returns shows the quantities of a cart
 */
export function showGoods(change: (id: string, step: 1 | -1) => void): (cart: Cart) => void {
  const rows = GOODS.map((good) => row(good, (step) => change(good.id, step)));
  byId('goods', HTMLElement).replaceChildren(...rows.map(({item}) => item));
  return (cart) => GOODS.forEach(({id}, i) => rows[i]?.show(cart.get(id) ?? 0));
}

function row({id, name, note, price}: Good, change: (step: 1 | -1) => void) {
  const quantity = make('output', {ariaLabel: `${name}, quantity`});
  const step = (sign: string, label: string, by: 1 | -1) =>
    make('button', {type: 'button', ariaLabel: `${label} ${name}`, onclick: () => change(by)}, sign);
  const less = step('−', 'One less', -1);
  const more = step('+', 'One more', 1);

  const item = make(
    'li',
    {className: 'good'},
    make('img', {src: `/goods/${id}.svg`, alt: '', width: 88, height: 88}),
    make('div', {className: 'about'}, make('h2', {}, name), make('p', {}, note)),
    make('p', {className: 'price'}, formatDollars(price)),
    make('div', {className: 'stepper', role: 'group', ariaLabel: name}, less, quantity, more),
  );

  return {
    item,
    show(count: number) {
      quantity.value = String(count);
      // Not `disabled`: that would throw the focus off the button at the last step.
      less.ariaDisabled = String(count === 0);
      more.ariaDisabled = String(count === MOST_OF_A_GOOD);
      item.classList.toggle('chosen', count > 0);
    },
  };
}
