import type {Drivers} from '../driver.js';
import {FOREIGN} from '../life.js';
import {eventText} from '../shop.js';

export const ordering: Drivers = {
  'late-older-answer': {
    answer: (answer) => ({...answer, delay: 12_000, isDeaf: true}),
  },
  'event-then-older-answer': {
    needsStream: true,
    answer: (answer) => ({...answer, delay: 3000}),
    // A read is under way when the news comes.
    begin: (scene) => scene.beforeChanges(200, () => scene.refresh()),
  },
  'answer-then-older-event': {
    needsStream: true,
    say: (text, connection) => void setTimeout(() => connection.write(text), 4000),
    begin: (scene) => scene.beforeChanges(-200, () => scene.refresh()),
  },
  'duplicate-event': {
    needsStream: true,
    say(text, connection) {
      connection.write(text + text);
      setTimeout(() => connection.write(text), 1000);
    },
  },
  'reordered-events': {
    needsStream: true,
    say(text, connection) {
      const {kept = []} = connection;
      const earlier = kept.pop();
      connection.kept = undefined;
      if (earlier === undefined) return void (connection.kept = [text]);
      connection.write(text);
      connection.write(earlier);
    },
    end: ({shops}) => shops.forEach(({connections}) => connections.forEach((it) => it.flush())),
  },
  'final-then-active': {
    answer: (answer, shop) =>
      shop.isKnownFinal ? {...answer, status: 200, text: JSON.stringify(shop.tell(0))} : answer,
    say: (text, connection, shop) =>
      connection.write(shop.isKnownFinal ? text + eventText(shop.tell(0)) : text),
    begin: (scene) => {
      for (let ms = 1000; ms < scene.until - scene.from; ms += 3000)
        scene.clock.after(ms, () => scene.cards.forEach((card) => card.isFinal && card.refresh()));
    },
  },
  'address-change': {
    needsAnswer: true,
    answer: (answer) => ({
      ...answer,
      text: answer.text.replace(/"invoiceAddress":"\w+"/, `"invoiceAddress":"${FOREIGN.invoiceAddress}"`),
    }),
  },
  'src-change': {
    begin(scene) {
      // Once while a read is under way, once while its answer is awaited by nobody.
      scene.refresh();
      scene.clock.after(20, () => scene.go('other'));
    },
    end(scene) {
      scene.refresh();
      scene.clock.after(20, () => scene.go('own'));
    },
  },
};
