import type {Connection} from '../connection.js';
import type {Driver, Drivers} from '../driver.js';
import {eventText, type Shop} from '../shop.js';

const each = ({shops}: {shops: readonly Shop[]}, change: (connection: Connection) => void): void =>
  shops.forEach(({connections}) => connections.forEach(change));

/** Streams that are open end, too. */
const ended = (driver: Driver): Driver => ({
  needsStream: true,
  begin: (scene) => each(scene, (connection) => connection.end()),
  ...driver,
});

const bytes = (text: string) => new TextEncoder().encode(text);

export const push: Drivers = {
  'stream-buffered': ended({
    opened(connection, shop) {
      connection.kept = [];
      shop.greet(connection);
    },
    end: (scene) => each(scene, (connection) => connection.flush()),
  }),
  'heartbeat-missing': {
    needsStream: true,
    begin: (scene) => each(scene, (connection) => (connection.hasHeart = false)),
    opened(connection, shop) {
      connection.hasHeart = false;
      shop.greet(connection);
    },
    end: (scene) => each(scene, (connection) => (connection.hasHeart = true)),
  },
  'stream-half-open': {
    needsStream: true,
    begin: (scene) => each(scene, (connection) => (connection.isDead = true)),
    opened(connection, shop) {
      shop.greet(connection);
      connection.isDead = true;
    },
  },
  'stream-502': ended({open: (answer) => ({...answer, status: 502, text: '<h1>502 Bad Gateway</h1>'})}),
  'stream-204': ended({open: (answer) => ({...answer, status: 204})}),
  'stream-content-type': ended({
    open: (answer) => ({...answer, headers: {'Content-Type': 'text/plain'}}),
  }),
  'stream-crlf-split': ended({
    opened: (connection, shop) => shop.greet(connection),
    say(text, connection) {
      for (const piece of text.replaceAll('\n', '\r\n').split(/(?<=\r)/)) connection.write(piece);
    },
  }),
  'stream-utf8-split': ended({
    opened: (connection, shop) => shop.greet(connection),
    say(text, connection) {
      const all = bytes(text);
      for (let at = 0; at < all.length; at += 7) connection.write(all.slice(at, at + 7));
    },
  }),
  'stream-bom': ended({
    opened(connection, shop) {
      connection.write('\ufeff');
      shop.greet(connection);
    },
  }),
  'stream-giant-line': ended({
    say: (text, connection) => connection.write(`: ${'x'.repeat(1_200_000)}\n\n${text}`),
  }),
  'stream-retry-extremes': ended({
    opened(connection, shop) {
      connection.write(shop.random() < 0.5 ? 'retry: 0\n\n' : 'retry: 31536000000\n\n');
      connection.write(eventText(shop.tell()));
      connection.end();
    },
  }),
  'last-event-id-unknown': ended({
    opened(connection, shop) {
      connection.write(`id: 0\nevent: reset\ndata: unknown id\n\n`);
      shop.greet(connection);
    },
  }),
  'seventh-tab': {
    needsStream: true,
    begin: (scene) => each(scene, (connection) => connection.fail()),
    answer: (answer, {until, clock}) => ({...answer, delay: Math.max(0, until - clock.now) + answer.delay}),
    open: (answer, {until, clock}) => ({...answer, delay: Math.max(0, until - clock.now) + answer.delay}),
  },
  'server-restart': {
    needsStream: true,
    begin: (scene) => each(scene, (connection) => connection.fail()),
    answer: (answer, shop) => ({...answer, isLost: shop.random() < 0.5, status: 503, text: ''}),
    open: (answer) => ({...answer, isLost: true}),
  },
};
