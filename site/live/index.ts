import {byId, make} from '../../demo/page/dom.js';
import {logEvents} from '../../demo/page/event-log.js';
import {CalypsoInvoiceElement} from '../../src/index.js';
import {showChoices, type Chosen} from './choices.js';
import {makeInvoice} from './goods.js';
import {openShop} from './shop.js';
import {walletButtons, type Action} from './wallet.js';

const card = byId('invoice', CalypsoInvoiceElement);
const did = byId('did', HTMLElement);
const left = byId('left', HTMLElement);
const told = byId('told', HTMLElement);

const shop = await openShop(({state, totalDebitAmount}) =>
  told.prepend(make('p', {}, make('b', {}, state ?? ''), ` received ${totalDebitAmount ?? '0'}`)),
);
logEvents(card, byId('log', HTMLElement));
card.fetch = shop.fetch;
card.addEventListener('calypso-redirect', (event) => {
  event.preventDefault(); // the demo stays
  left.textContent = `Here the payer goes back to ${event.url}`;
  left.hidden = false;
});

const chosen = showChoices(byId('choices', HTMLFormElement), (now, what) => void choose(now, what));
let invoice = await sell(chosen);
byId('actions', HTMLElement).append(...walletButtons((action) => void act(action)));

async function act(action: Action) {
  try {
    did.textContent = await action(shop, await shop.client.getInvoice({idempotencyKey: invoice}));
    await card.refresh();
  } catch (error) {
    did.textContent = `Not done. ${error instanceof Error ? error.message : ''}`;
  }
}

function show({lang, look, theme}: Chosen) {
  Object.assign(card, {lang, className: look === 'plain' ? '' : look, theme});
}

/** Makes an invoice and shows it. @returns its key */
async function sell(chosen: Chosen): Promise<string> {
  show(chosen);
  const made = await makeInvoice(shop.client, chosen.type, chosen.currency);
  left.hidden = true;
  card.src = shop.srcOf(made);
  return made.idempotencyKey ?? '';
}

async function choose(chosen: Chosen, what: keyof Chosen) {
  if (what === 'type' || what === 'currency') invoice = await sell(chosen);
  else show(chosen);
}
