import type {Answer} from '../answer.js';
import type {Driver, Drivers} from '../driver.js';
import {FOREIGN} from '../life.js';
import {pick} from '../seeded.js';
import type {Shop} from '../shop.js';

/** One that happens to reads and streams alike. */
const wire = (answer: (answer: Answer, shop: Shop) => Answer): Driver => ({answer, open: answer});

const lost = (delay: number): Driver => wire((answer) => ({...answer, isLost: true, delay}));

const body = (how: NonNullable<Answer['body']>): Driver => wire((answer) => ({...answer, body: how}));

const html = {'Content-Type': 'text/html'};

export const network: Drivers = {
  'dns-failure': lost(1500),
  'connection-refused': lost(5),
  'tls-failure': lost(200),
  'reset-before-headers': lost(400),
  'reset-in-body': body('reset'),
  'stall-after-headers': body('none'),
  'stall-in-body': body('half'),
  'byte-per-second': body('drip'),
  'latency-20s': wire((answer) => ({...answer, delay: 20_000})),
  'latency-spikes': wire((answer, {random}) => ({
    ...answer,
    delay: pick([50, 2500, 9000, 9990, 12_000], random),
  })),
  'truncated-json': wire((answer) => ({...answer, text: answer.text.slice(0, answer.text.length / 2)})),
  'gzip-garbage': wire((answer, {random}) =>
    random() < 0.5
      ? {...answer, body: 'undecodable'}
      : {...answer, text: '\u001f\ufffd\b\u0000\u0000', headers: {...answer.headers, ...html}},
  ),
  'captive-portal': wire((answer) => ({
    ...answer,
    status: 200,
    headers: html,
    text: '<!doctype html><title>Welcome</title><h1>Log in to Wi-Fi</h1>',
  })),
  'no-content': wire((answer) => ({...answer, status: 204, text: ''})),
  'redirect-elsewhere': wire((answer, shop) => ({
    ...answer,
    url: 'https://elsewhere.example/invoice',
    text: JSON.stringify({...shop.tell(), ...FOREIGN, state: 'COMPLETED'}),
  })),
  'offline-event-only': {
    page: {
      begin: (page) => page.setOnline(false),
      end: (page) => page.setOnline(true),
    },
  },
  'offline-unsaid': {
    ...lost(0),
    begin: ({shops}) => shops.forEach(({connections}) => connections.forEach((it) => (it.isDead = true))),
  },
  'ad-blocker': lost(0),
};
