import {expect} from '@open-wc/testing';
import type {CalypsoInvoiceElement} from '../../src/index.js';
import '../../src/index.js';
import {invoice} from './support/invoices.js';
import {keepLedger} from './support/ledger.js';
import {stub} from './support/stub.js';

const BATCHES = 10;
const CARDS = 100;
/** Cards of a batch have an invoice in common, so that some lead and some follow. */
const INVOICES = 40;
const NOTHING = {timers: 0, listeners: 0, channels: 0, locks: 0};

/** A shop that pushes, and knows what is still open. */
class Shop {
  readonly open = new Set<AbortSignal>();
  opened = 0;
  /** Answers of this invoice never come. */
  readonly silent: string;

  constructor(silent: string) {
    this.silent = silent;
  }

  readonly fetch = async (url: unknown, {signal}: RequestInit = {}): Promise<Response> => {
    const path = new URL(String(url), location.href).pathname;
    const isStream = path.endsWith('/events');
    if (!isStream && path !== this.silent)
      return Response.json({...invoice(), idempotencyKey: path, eventsUrl: `${path}/events`});
    this.open.add(signal!);
    this.opened++;
    signal!.addEventListener('abort', () => this.open.delete(signal!));
    if (!isStream)
      return new Promise((_, reject) => signal!.addEventListener('abort', () => reject(signal!.reason)));
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => stream.enqueue(new TextEncoder().encode(': hello\n\n')),
    });
    return new Response(body, {headers: {'Content-Type': 'text/event-stream'}});
  };
}

describe('a thousand cards', () => {
  describe('lifecycle', () => {
    it('that came and went leave no timer, listener, lock, channel, read or stream', async function () {
      this.timeout(60_000);
      const shop = new Shop('/invoices/0');
      stub(globalThis, 'fetch', shop.fetch);
      const ledger = keepLedger();
      const parent = document.body.appendChild(document.createElement('div'));
      // The first loads what all share: its one timer waits for the address check.
      const cards = [...Array(CARDS).keys()];
      for (let batch = 0; batch < BATCHES; batch++) {
        const {opened} = shop;
        const placed = cards.map((index) => place(parent, index, index % 3 ? undefined : shop.fetch));
        // One has no answer, and the others have all theirs.
        await Promise.all(placed.filter(({src}) => src !== shop.silent).map((card) => card.refresh()));
        await until(() => shop.opened - opened > INVOICES);
        parent.replaceChildren();
      }
      expect(shop.open.size).to.equal(0);
      // What was given up in this turn is given back in one of the next.
      await until(async () => JSON.stringify(await ledger()) === JSON.stringify(NOTHING));
      expect(await ledger()).to.deep.equal(NOTHING);
      parent.remove();
    });
  });
});

/** Waits without a timer, as these are counted; gives up in the end, for what is expected then to tell why. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const {port1, port2} = new MessageChannel();
  for (let turn = 0; turn < 50_000 && !(await condition()); turn++)
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  port1.close();
}

function place(parent: Element, index: number, fetch: typeof globalThis.fetch | undefined) {
  const card: CalypsoInvoiceElement = document.createElement('calypso-invoice');
  Object.assign(card, {src: `/invoices/${index % INVOICES}`, redirect: 'none', qr: 'none', fetch});
  parent.append(card);
  return card;
}
