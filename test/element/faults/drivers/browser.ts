import type {Drivers} from '../driver.js';

const HOUR = 3_600_000;

/** Requests and streams that were under way do not outlive it. */
const dies = ({shops}: {shops: readonly {cut(): void}[]}): void => shops.forEach((shop) => shop.cut());

export const browser: Drivers = {
  'hidden-10min': {
    page: {begin: (page) => page.setHidden(true), end: (page) => page.setHidden(false), span: 600_000},
  },
  'hidden-then-paid': {
    page: {begin: (page) => page.setHidden(true), end: (page) => page.setHidden(false)},
  },
  'freeze-resume': {
    begin: dies,
    page: {
      begin(page) {
        page.setHidden(true);
        page.setFrozen(true);
      },
      end(page) {
        page.setFrozen(false);
        page.setHidden(false);
      },
    },
  },
  'bfcache-paid': {
    begin: dies,
    page: {begin: (page) => page.leave(), end: (page) => page.comeBack()},
    prepare: (scene) => scene.give({redirect: 'auto'}),
    check: ({cards}) => (cards.some(({left}) => left) ? 'went on to the shop after Back' : undefined),
  },
  'bfcache-return-page': {
    begin: dies,
    page: {begin: (page) => page.leave(), end: (page) => page.comeBack()},
    prepare: (scene) => scene.give({redirect: 'auto', redirectDelay: 60_000}),
    check: ({cards}) => (cards.some(({left}) => left) ? 'went to the shop twice' : undefined),
  },
  'disconnected-reconnected': {
    begin: ({cards}) => cards.forEach(({el}) => el.remove()),
    end: ({cards, stage}) => cards.forEach(({el}) => stage.append(el)),
  },
  'moved-in-dom': {
    begin(scene) {
      for (let ms = 0; ms < scene.until - scene.from; ms += 2500)
        scene.clock.after(ms, () =>
          scene.cards.forEach(({el}) => el.isConnected && el.parentNode?.append(el)),
        );
    },
  },
  'two-cards-one-id': {prepare: (scene) => scene.add()},
  'server-rendered': {
    prepare: (scene) => scene.give({invoice: scene.life.tell(0, scene.clock.world)}),
  },
  'sleep-1h': {
    begin: dies,
    page: {
      begin(page) {
        page.clock.slept += HOUR;
        page.tell(document, 'visibilitychange');
      },
      end: (page) => page.setHidden(false),
    },
  },
  'print-and-reader': {
    page: {
      begin(page) {
        page.tell(window, 'beforeprint');
        page.clock.isFrozen = true;
      },
      end(page) {
        page.clock.isFrozen = false;
        page.tell(window, 'afterprint');
      },
    },
  },
};
