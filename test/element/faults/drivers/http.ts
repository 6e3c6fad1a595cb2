import type {Answer} from '../answer.js';
import type {Driver, Drivers} from '../driver.js';
import {pick} from '../seeded.js';
import type {Shop} from '../shop.js';

const refusal = (answer: Answer, status: number, headers: Record<string, string> = {}): Answer => ({
  ...answer,
  status,
  headers: {...answer.headers, 'Content-Type': 'text/html', ...headers},
  text: `<h1>${status}</h1>`,
});

/** The same for reads and streams. */
const both = (answer: (answer: Answer, shop: Shop) => Answer): Driver => ({answer, open: answer});

const status = (code: number): Driver => both((answer) => refusal(answer, code));

/** A server that names a time is not asked before. */
const later = (answer: Answer, shop: Shop, value: string, ms: number): Answer => {
  shop.quietFor(ms);
  return refusal(answer, 429, {'Retry-After': value});
};

export const http: Drivers = {
  'http-400': status(400),
  'http-401': status(401),
  'http-403': status(403),
  'http-404': status(404),
  'http-408': status(408),
  'http-409': status(409),
  'http-410': status(410),
  'http-425': status(425),
  'http-429': status(429),
  'http-429-seconds': both((answer, shop) => later(answer, shop, '3', 3000)),
  'http-429-date': both((answer, shop) =>
    later(answer, shop, new Date(shop.clock.world + 5000).toUTCString(), 5000),
  ),
  'http-429-absurd': both((answer, shop) =>
    shop.random() < 0.3
      ? later(answer, shop, '1000000000', 60_000)
      : refusal(answer, 429, {'Retry-After': pick(['-5', 'NaN', '1e9', 'soon', ''], shop.random)}),
  ),
  'http-5xx-bursts': both((answer, {random}) => refusal(answer, pick([500, 502, 503, 504], random))),
  'http-304-unasked': {
    ...both((answer) => ({...answer, status: 304, text: ''})),
    // A card that has a tag would have asked for it.
    prepare: (scene) => void (scene.hasTags = false),
  },
};
