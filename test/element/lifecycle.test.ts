import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import {CalypsoInvoiceElement} from '../../src/index.js';
import {part, place, reaches, read, root, show, showData, words} from './support/card.js';
import {errors, events} from './support/events.js';
import {ADDRESS, after, INVOICES, invoice, OTHER_ADDRESS} from './support/invoices.js';
import {down, held, json, Shop, silence} from './support/shop.js';
import {noChance, stub} from './support/stub.js';

const OTHER = invoice({idempotencyKey: 'b', amount: '7', invoiceAddress: OTHER_ADDRESS});

/** What came after Chromium 111, Firefox 113 and Safari 16.4, the oldest that docs/faq.md names. */
const NEWER = [
  [URL, 'canParse parse'],
  [Promise, 'withResolvers try'],
  [Object, 'groupBy'],
  [Map, 'groupBy'],
  [Array, 'fromAsync'],
  [Array.prototype, 'toSorted toReversed toSpliced with'],
  [Set.prototype, 'union difference intersection isSubsetOf'],
  [String.prototype, 'isWellFormed toWellFormed'],
  [AbortSignal, 'any'],
] as const;

describe('lifecycle', () => {
  describe('lifecycle', () => {
    it('does with what the oldest browsers have', async () => {
      for (const [holder, names] of NEWER)
        for (const name of names.split(' ')) stub(holder, name as keyof typeof holder, undefined);
      const {el} = await show(invoice());
      expect(el.view.kind).to.equal('awaiting');
      expect(errors()).to.deep.equal([]);
    });

    it('reads nothing before it is in the page', async () => {
      const shop = new Shop(invoice());
      const el = document.createElement('calypso-invoice');
      Object.assign(el, {src: '/invoices/1', fetch: shop.fetch});
      await el.refresh();
      expect(shop.reads.length).to.equal(0);
      document.body.append(el);
      await el.updateComplete;
      expect(shop.reads.length).to.equal(1);
      el.remove();
    });

    it('gives its read up and reads no more when it is removed', async () => {
      noChance();
      const {el, shop} = await show(invoice(), {pollInterval: 1000});
      shop.answer = silence;
      void el.refresh();
      el.remove();
      expect(shop.last.signal.aborted).to.equal(true);
      dispatchEvent(new Event('focus'));
      await el.refresh();
      await aTimeout(1000);
      expect(shop.reads.length).to.equal(2);
    });

    it('gives a read ten seconds', async () => {
      const waits: number[] = [];
      const {setTimeout} = globalThis;
      stub(globalThis, 'setTimeout', (run: () => void, ms: number) => {
        waits.push(ms);
        return setTimeout(run, ms);
      });
      await show(silence);
      expect(waits).to.include(10_000);
    });

    it('reads at once when it is back, and shows what it showed', async () => {
      const {el, shop} = await show(invoice());
      el.remove();
      const slow = held();
      shop.answer = slow.answer;
      document.body.append(el);
      await el.updateComplete;
      expect(shop.reads.length).to.equal(2);
      expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
      slow.release(INVOICES.detected);
      await reaches(el, 'detected');
      el.remove();
    });

    it('is the same after it was moved', async () => {
      const {el} = await show(INVOICES.detected);
      const before = words(el);
      for (const parent of [document.createElement('div'), document.createElement('p')]) {
        document.body.append(parent);
        parent.append(el);
        await read(el);
        expect(words(el)).to.equal(before);
        el.remove();
        parent.remove();
      }
      expect(events('calypso-state-change').length).to.equal(1);
      expect(errors()).to.deep.equal([]);
    });

    it('a late answer to a removed card is dropped', async () => {
      const {el, shop} = await show(invoice());
      const slow = held();
      shop.answer = slow.answer;
      void el.refresh();
      el.remove();
      slow.release(INVOICES.paid);
      await aTimeout(0);
      expect(el.view.kind).to.equal('awaiting');
    });

    it('another `src` starts afresh: nothing of the old invoice is shown, its late answer is dropped', async () => {
      const {el, shop} = await show(invoice());
      const old = held();
      shop.answer = old.answer;
      void el.refresh();
      const next = held();
      shop.answer = next.answer;
      el.src = '/invoices/2';
      await el.updateComplete;
      expect(el.view.kind).to.equal('loading');
      expect(el.lastUpdated).to.equal(null);
      expect(el.shadowRoot?.innerHTML).not.to.contain(ADDRESS);
      old.release(INVOICES.completed);
      await aTimeout(0);
      expect(el.view.kind).to.equal('loading');
      next.release(OTHER);
      await reaches(el, 'awaiting');
      expect(part(el, 'address')?.textContent).to.equal(OTHER_ADDRESS);
      expect(shop.last.url).to.contain('/invoices/2');
      expect(errors()).to.deep.equal([]);
    });

    it('`refresh()` right after another `src` reads that one', async () => {
      const {el, shop} = await show(invoice());
      shop.answer = OTHER;
      el.src = '/invoices/2';
      await read(el);
      expect(part(el, 'address')?.textContent).to.equal(OTHER_ADDRESS);
    });

    it('another `src` while it is out of the page is read when it is back, not before', async () => {
      const {el, shop} = await show(json(invoice(), {ETag: '"1"'}));
      el.remove();
      shop.answer = OTHER;
      el.src = '/invoices/2';
      await el.updateComplete;
      await aTimeout(20);
      expect(shop.reads.length).to.equal(1);
      document.body.append(el);
      await read(el);
      expect(part(el, 'address')?.textContent).to.equal(OTHER_ADDRESS);
      el.remove();
    });

    it("another `src` is not asked about the old one's ETag", async () => {
      const {el, shop} = await show(json(invoice(), {ETag: '"1"'}));
      el.remove();
      shop.answer = OTHER;
      el.src = '/invoices/2';
      document.body.append(el);
      await read(el);
      el.remove();
      expect(shop.reads.slice(1).map(({headers}) => headers.get('If-None-Match'))).to.deep.equal([null]);
    });

    it('a final state is left for another `src`', async () => {
      const {el, shop} = await show(INVOICES.completed, {redirect: 'none'});
      shop.answer = OTHER;
      el.src = '/invoices/2';
      await el.updateComplete;
      await read(el);
      expect(el.view.kind).to.equal('awaiting');
    });

    it('without `src` nothing is shown or read any more', async () => {
      const {el, shop} = await show(invoice());
      el.removeAttribute('src');
      el.src = undefined;
      await el.updateComplete;
      expect(el.view.kind).to.equal('loading');
      dispatchEvent(new Event('focus'));
      await el.refresh();
      expect(shop.reads.length).to.equal(1);
    });

    it('without `src` the page may hand over again what it handed over before', async () => {
      const given = invoice();
      const {el} = await show(given);
      el.invoice = given;
      await el.updateComplete;
      el.src = undefined;
      await el.updateComplete;
      expect(el.invoice).to.equal(null);
      el.invoice = given;
      await el.updateComplete;
      expect(el.invoice?.idempotencyKey).to.equal(given['idempotencyKey']);
    });

    it('an attribute that is taken away stops as the property does', async () => {
      const shop = new Shop(silence);
      const el = await fixture<CalypsoInvoiceElement>(
        html`<calypso-invoice src="/invoices/1" .fetch=${shop.fetch}></calypso-invoice>`,
      );
      expect(shop.reads.length).to.equal(1);
      el.removeAttribute('src');
      await el.updateComplete;
      expect(shop.last.signal.aborted).to.equal(true);
    });

    it('two cards on a page know nothing of each other', async () => {
      const {el: one, shop} = await show(invoice());
      const {el: two} = await show(OTHER, {src: '/invoices/2'});
      shop.answer = INVOICES.paid;
      await read(one);
      expect([one.view.kind, two.view.kind]).to.deep.equal(['paid', 'awaiting']);
      expect(part(two, 'address')?.textContent).to.equal(OTHER_ADDRESS);
    });

    it('two cards of one invoice tell of each state once each', async () => {
      const {el: one} = await show(invoice());
      const {el: two} = await show(invoice());
      expect(events('calypso-state-change').map(({target}) => target)).to.deep.equal([one, two]);
    });

    it('the script may be on the page twice', async () => {
      // Other addresses, so that the browser runs both again.
      await import(new URL('/src/index.ts?again', location.href).href);
      await import(new URL('/src/index.ts?and-again', location.href).href);
      expect(customElements.get('calypso-invoice')).to.equal(CalypsoInvoiceElement);
      const {el} = await show(invoice());
      expect(el.view.kind).to.equal('awaiting');
      expect(events('calypso-state-change').length).to.equal(1);
    });

    it('takes what the page had set before the script came', async () => {
      const parent = await fixture(
        html`<div><late-invoice src="/invoices/1" qr="none"></late-invoice></div>`,
      );
      const el = parent.firstElementChild as CalypsoInvoiceElement;
      const shop = new Shop(INVOICES.paid);
      Object.assign(el, {invoice: INVOICES.detected, fetch: shop.fetch});
      customElements.define('late-invoice', class extends CalypsoInvoiceElement {});
      await el.updateComplete;
      expect(el.qr).to.equal('none');
      expect(shop.reads.length).to.equal(1);
      await reaches(el, 'paid');
      expect(events('calypso-state-change').map(({state}) => state)).to.deep.equal([
        'MEM_POOL_FOUND',
        'PAID',
      ]);
    });
  });

  describe('properties', () => {
    it('`invoice` with `src` is shown at once and replaced by what the server says', async () => {
      const slow = held();
      const shop = new Shop(slow.answer);
      const el = await place({src: '/invoices/1', fetch: shop.fetch, invoice: invoice()});
      expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
      slow.release(INVOICES.paid);
      await reaches(el, 'paid');
    });

    it('`invoice` with `src` stays where the server cannot be reached', async () => {
      const shop = new Shop(down);
      const el = await place({src: '/invoices/1', fetch: shop.fetch, invoice: invoice()});
      await read(el);
      expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
      expect(el.matches(':state(stale)')).to.equal(true);
    });

    it('`invoice` with `src`, handed over again at each rendering as frameworks do, takes nothing back', async () => {
      const first = invoice();
      const {el, shop} = await show(INVOICES.detected, {invoice: first});
      for (const again of [first, {...first}]) {
        el.invoice = again;
        await el.updateComplete;
        expect(el.view.kind).to.equal('detected');
      }
      expect(events('calypso-state-change').length).to.equal(2);
      expect(shop.reads.length).to.equal(1);
    });

    it('`invoice` with `src`, handed over again, does not turn the clock back', async () => {
      const {el} = await show(invoice({serverTime: after(600)}), {invoice: invoice()});
      el.invoice = invoice();
      await el.updateComplete;
      expect(root(el).querySelector('[role=timer]')?.textContent).to.match(/^(50:00|49:)/);
    });

    it('`invoice` without `src`, handed over again, does not turn the clock back', async () => {
      const el = await showData(invoice({serverTime: after(0)}));
      el.invoice = invoice({serverTime: after(600)});
      await el.updateComplete;
      const {now} = performance;
      stub(performance, 'now', () => now.call(performance) + 60_000);
      el.invoice = invoice({serverTime: after(600), description: 'Rendered anew'});
      await el.updateComplete;
      expect(root(el).querySelector('[role=timer]')?.textContent).to.match(/^(49:00|48:)/);
    });

    it('`invoice` with `src` is not taken back by a read that was begun before', async () => {
      const {el, shop} = await show(invoice());
      const slow = held();
      shop.answer = slow.answer;
      const reading = read(el);
      el.invoice = INVOICES.detected;
      await el.updateComplete;
      slow.release(invoice());
      await reading;
      expect(el.view.kind).to.equal('detected');
    });

    it('`invoice` with `src`, handed over without end, does not keep reads from being heard', async () => {
      const {el, shop} = await show(INVOICES.detected);
      const slow = held();
      shop.answer = slow.answer;
      const reading = read(el);
      el.invoice = {...INVOICES.detected};
      await el.updateComplete;
      slow.release(INVOICES.paid);
      await reading;
      expect(el.view.kind).to.equal('paid');
    });

    it('`invoice` with `src` is asked for in full: a 304 is of what was read before', async () => {
      const {el, shop} = await show(json(invoice(), {ETag: '"1"'}));
      el.invoice = INVOICES.detected;
      await el.updateComplete;
      await read(el);
      expect(shop.last.headers.get('If-None-Match')).to.equal(null);
    });

    it('`invoice` without `src` follows the page', async () => {
      const el = await showData(INVOICES.awaiting);
      for (const kind of ['detected', 'paid'] as const) {
        el.invoice = INVOICES[kind];
        await el.updateComplete;
        expect(el.view.kind).to.equal(kind);
      }
      el.invoice = null;
      await el.updateComplete;
      expect(el.view.kind).to.equal('loading');
      expect(el.invoice).to.equal(null);
    });

    it('`src` starts afresh where an invoice was given before: it may be of another', async () => {
      const el = await showData(invoice());
      const shop = new Shop(OTHER);
      Object.assign(el, {fetch: shop.fetch, src: '/invoices/2'});
      await el.updateComplete;
      expect(el.shadowRoot?.innerHTML).not.to.contain(ADDRESS);
      await read(el);
      expect(part(el, 'address')?.textContent).to.equal(OTHER_ADDRESS);
      expect(errors()).to.deep.equal([]);
    });

    for (const nothing of ['', null, undefined])
      it(`\`src\` = ${JSON.stringify(nothing)} is none, and takes nothing away`, async () => {
        const el = await showData(invoice());
        Object.assign(el, {src: nothing});
        await el.updateComplete;
        expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
      });

    for (const nothing of [null, undefined])
      it(`\`fetch\` = ${String(nothing)} is the page’s own`, async () => {
        stub(globalThis, 'fetch', new Shop(invoice()).fetch);
        const el = await place({src: '/invoices/1', fetch: nothing as undefined});
        await read(el);
        expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
      });

    it('`invoice` without `src` may go on to the next invoice, whatever became of the last', async () => {
      const el = await showData(INVOICES.completed, {redirect: 'none'});
      el.invoice = OTHER;
      await el.updateComplete;
      expect(part(el, 'address')?.textContent).to.equal(OTHER_ADDRESS);
      expect(errors()).to.deep.equal([]);
    });

    it('`invoice: null` with `src` forgets nothing', async () => {
      const {el} = await show(invoice());
      el.invoice = null;
      await el.updateComplete;
      expect(el.view.kind).to.equal('awaiting');
    });

    for (const garbage of [{}, [], 'COMPLETED', 7, true, {state: null}])
      it(`\`invoice\` = ${JSON.stringify(garbage)}: unavailable, or the last good view; one error`, async () => {
        const el = await showData(garbage);
        expect(el.view.kind).to.equal('unavailable');
        expect(errors().length).to.equal(1);
        el.invoice = invoice();
        await el.updateComplete;
        el.invoice = garbage;
        await el.updateComplete;
        expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
      });

    it('what `invoice` gives back is no key to the card', async () => {
      const given = invoice();
      const el = await showData(given);
      given['invoiceAddress'] = OTHER_ADDRESS;
      el.requestUpdate();
      await el.updateComplete;
      expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
    });
  });
});
