import type {TestContext} from 'node:test';
import {Browser} from './browser.js';
import {SessionHost} from './session-host.js';
import {Shop, type Request} from './shop.js';
import {settle, type stopTime} from './time.js';

/** Cards of one page with the same invoice, in a browser and with a shop where all can be counted. */
export class Cards {
  readonly shop: Shop;
  readonly browser: Browser;
  readonly cards: readonly SessionHost[];
  readonly #planned: () => number;

  /** @param count one or two */
  constructor(test: TestContext, {planned}: ReturnType<typeof stopTime>, count: number, pushes = true) {
    this.#planned = planned;
    this.shop = new Shop(pushes);
    this.browser = new Browser(test, this.shop.fetch);
    const credentials = ['same-origin', 'include'] as const;
    this.cards = credentials.slice(0, count).map((it) => new SessionHost(it));
    for (const card of this.cards) {
      card.src = '/invoices/a';
      card.connect();
    }
  }

  get pending(): Request[] {
    return this.shop.requests.filter(({isSettled, signal}) => !isSettled && !signal.aborted);
  }

  /** What is in use. */
  get held() {
    return {
      timers: this.#planned(),
      listeners: this.browser.window.size + this.browser.document.size,
      channels: this.browser.channels.size,
      locks: this.browser.locks.wanted,
      streams: this.shop.streams.size,
      requests: this.pending.length,
    };
  }

  async close(): Promise<void> {
    for (const card of this.cards) if (card.isConnected) card.disconnect();
    await imported();
  }
}

export const NOTHING: Cards['held'] = {
  ...{timers: 0, listeners: 0, channels: 0, locks: 0, streams: 0, requests: 0},
};

/** What cards import is there, once the answers that lead to it were read: modules are loaded outside the fake clock. */
export async function imported(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await settle();
    await import('../../../src/element/live.js');
  }
  await settle();
}
