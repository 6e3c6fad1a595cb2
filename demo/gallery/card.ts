import type {CalypsoInvoiceElement} from '../../src/index.js';
import {make} from '../page/dom.js';
import type {Json} from './fixtures.js';
import type {Picture} from './picture.js';
import type {Specimen} from './specimen.js';
import wideLogo from './wide-logo.svg?no-inline';

const LOGOS: Readonly<Record<string, string>> = {
  shop: '/logo.svg',
  wide: wideLogo,
  missing: '/no-such-logo.svg',
};

const ANSWERS: Readonly<Record<NonNullable<Specimen['answer']>, () => Promise<Response>>> = {
  never: () => new Promise(() => undefined),
  'not-found': async () => new Response(null, {status: 404}),
  'no-network': () => Promise.reject(new TypeError('There is no network in this picture.')),
};

/** ms; the card shows the result of a copy for a little longer. */
const PRESS_AGAIN = 3500;

/** Puts a card into `place`; resolves once it shows what it is to show. */
export async function hang(
  {invoices = [], answer, qr = 'address', redirect = 'manual', press}: Specimen,
  {look, theme}: Picture,
  place: Element,
): Promise<void> {
  const card = make('calypso-invoice', {className: look, theme, redirect, redirectDelay: 60_000, qr});
  // Nobody is taken out of the gallery.
  card.addEventListener('calypso-redirect', (event) => event.preventDefault());
  let current: Json | undefined;
  const read = async () => Response.json(current);
  Object.assign(card, {src: '/in-this-picture', fetch: answer ? ANSWERS[answer] : read});
  for (const invoice of invoices) {
    current = withLogo(invoice);
    if (answer) card.invoice = current;
    place.append(card);
    if (!answer) await card.refresh();
    await card.updateComplete;
  }
  place.append(card);
  if (answer && answer !== 'never') await card.refresh();
  await card.updateComplete;
  if (press) await pressAgainAndAgain(card, press);
  const logo = card.renderRoot.querySelector('img');
  await logo?.decode().catch(() => undefined); // it may be missing on purpose
}

const withLogo = ({logoUrl, ...invoice}: Json): Json =>
  typeof logoUrl === 'string'
    ? {...invoice, logoUrl: new URL(LOGOS[logoUrl] ?? '', location.href).href}
    : invoice;

/** What is copied in a picture must not end up on the visitor's clipboard. */
async function pressAgainAndAgain(card: CalypsoInvoiceElement, press: NonNullable<Specimen['press']>) {
  const [part, clipboard] = press;
  const writeText = () => (clipboard === 'takes' ? Promise.resolve() : Promise.reject(new Error('refused')));
  const pressNow = () => {
    Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {writeText}});
    card.renderRoot.querySelector<HTMLElement>(`[part=${part}]`)?.click();
    Reflect.deleteProperty(navigator, 'clipboard');
  };
  const copied = new Promise((resolve) => card.addEventListener('calypso-copy', resolve, {once: true}));
  pressNow();
  await copied;
  await card.updateComplete;
  const timer = setInterval(() => (card.isConnected ? pressNow() : clearInterval(timer)), PRESS_AGAIN);
}
