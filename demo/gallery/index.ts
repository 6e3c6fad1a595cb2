import {loadMessages} from '../../src/localize/registry.js';
import {byId, make} from '../page/dom.js';
import {hang} from './card.js';
import {controls} from './controls.js';
import {queryOf, readPicture, specimensOf, type Picture} from './picture.js';

const bar = byId('controls', HTMLElement);
const wall = byId('wall', HTMLElement);

/** The card takes language and direction from what it stands in, as on any page. */
function placeFor({look, theme, dir, lang}: Picture): HTMLElement {
  const place = make('div', {className: `place ${look} ${theme}`, lang});
  if (dir !== 'auto') place.dir = dir;
  return place;
}

/** Busy until every card is as it will be: only then is there a picture to take. */
async function show(picture: Picture): Promise<void> {
  wall.ariaBusy = 'true';
  wall.style.setProperty('--calypso-width', `${picture.width}px`);
  await loadMessages(picture.lang);
  const framed = specimensOf(picture).map((specimen) => ({specimen, place: placeFor(picture)}));
  wall.replaceChildren(
    ...framed.map(({specimen: {name}, place}) =>
      make('figure', {}, make('figcaption', {}, name.replaceAll('-', ' ')), place),
    ),
  );
  await Promise.all(framed.map(({specimen, place}) => hang(specimen, picture, place)));
  await document.fonts.ready;
  if (framed.every(({place}) => place.isConnected)) wall.ariaBusy = 'false';
}

function choose(picture: Picture) {
  const focused = document.activeElement?.getAttribute('name') ?? '';
  bar.replaceChildren(...controls(picture, choose));
  bar.querySelector<HTMLElement>(`[name="${focused}"]`)?.focus();
  history.replaceState(null, '', `?${queryOf(picture)}`);
  void show(picture);
}

choose(readPicture(new URLSearchParams(location.search)));
