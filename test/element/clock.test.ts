import {aTimeout, expect} from '@open-wc/testing';
import {eventually, part, reaches, read, root, show, showData, tidy, watch, words} from './support/card.js';
import {errors} from './support/events.js';
import {ADDRESS, after, INVOICES, invoice, SERVER_TIME} from './support/invoices.js';
import {held, json, status} from './support/shop.js';
import {stub} from './support/stub.js';

const clock = (el: Element): string => tidy(el.shadowRoot?.querySelector('[role=timer]')?.textContent);

const DAY = 86_400_000;
const ends = (seconds: number) => invoice({expiration: after(seconds)});

/** Keeps the page busy: time passes and no timer runs. */
function hold(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe('clock', () => {
  // The address check takes its time to load, once.
  before(() => show(invoice()));

  describe('properties', () => {
    for (const [seconds, text] of [
      [59.9, '01:00'],
      [599.9, '10:00'],
      [6726.9, '01:52:07'],
      [86_399.9, '24:00:00'],
    ] as const)
      it(`${seconds} s are shown as ${text}`, async () => {
        const {el} = await show(ends(seconds));
        expect(clock(el)).to.equal(text);
      });

    for (const offset of [-DAY, DAY, -400 * DAY])
      it(`the payer's clock is ${offset / DAY} days off: the time left is right`, async () => {
        stub(Date, 'now', () => Date.parse(`${SERVER_TIME}Z`) + offset);
        const {el} = await show(ends(599.9));
        expect(el.view.kind).to.equal('awaiting');
        expect(clock(el)).to.equal('10:00');
      });

    it("a payer's clock that is changed meanwhile changes nothing", async () => {
      const {el} = await show(ends(599.9));
      stub(Date, 'now', () => 0);
      el.requestUpdate();
      await el.updateComplete;
      expect(clock(el)).to.equal('10:00');
    });

    it('the Date header tells the time where there is no serverTime', async () => {
      const headers = {Date: new Date(`${SERVER_TIME}Z`).toUTCString()};
      const {el} = await show(json({...ends(599.9), serverTime: undefined}, headers));
      expect(clock(el)).to.equal('10:00');
    });

    it("the payer's clock is the last resort", async () => {
      const expiration = new Date(Date.now() + 599_900).toISOString();
      const {el} = await show(invoice({expiration, serverTime: undefined}));
      expect(clock(el)).to.equal('10:00');
    });

    it('a later answer sets the clock anew', async () => {
      const {el, shop} = await show(ends(600));
      shop.answer = invoice({expiration: after(600), serverTime: after(540)});
      await read(el);
      expect(clock(el)).to.equal('01:00');
    });

    it('runs in seconds', async () => {
      const {el} = await show(ends(100.2));
      const seen = new Set<string>();
      await eventually(() => seen.add(clock(el)).size === 3, 'stands still');
      expect([...seen].join()).to.be.oneOf(['01:41,01:40,01:39', '01:40,01:39,01:38']);
    });

    it('a tick changes one text, and at most the length of the bar', async () => {
      const {el} = await show(ends(100.2));
      const first = clock(el);
      const changed: string[] = [];
      new MutationObserver((records) => {
        for (const {type, target} of records)
          changed.push(`${type} in ${target.parentElement?.localName} of ${target.nodeName}`);
      }).observe(root(el), {childList: true, characterData: true, attributes: true, subtree: true});
      await eventually(() => clock(el) !== first && changed.length > 0, 'stands still');
      expect(changed.filter((it) => !/characterData in b|attributes in div of I/.test(it))).to.deep.equal([]);
    });
  });

  describe('parts and states', () => {
    for (const expiration of [
      'tomorrow',
      '2026-13-45T99:99:99',
      '1767323045000',
      1767323045000,
      {},
      [],
      true,
    ])
      it(`an expiration that is none, ${JSON.stringify(expiration)}: no timer, never expired, one error`, async () => {
        const {el} = await show(invoice({expiration}));
        expect(el.view.kind).to.equal('awaiting');
        expect(part(el, 'timer')).to.equal(null);
        expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
        expect(errors()).to.deep.equal(['invoice.expiration']);
      });

    for (const expiration of [null, undefined, ''])
      it(`without expiration (${JSON.stringify(expiration)}): no timer, no error`, async () => {
        const {el} = await show(invoice({expiration}));
        expect(part(el, 'timer')).to.equal(null);
        expect(errors()).to.deep.equal([]);
      });

    it('expired at the first answer: said at once', async () => {
      const {el} = await show(INVOICES.expired);
      expect(el.view.kind).to.equal('expired');
    });

    it('at zero it asks, and says "expired" only when the server still awaits the payment', async () => {
      const {el, shop} = await show(ends(0.8));
      const slow = held();
      shop.answer = slow.answer;
      const kinds = watch(el);
      const reads = shop.reads.length;
      await eventually(() => shop.reads.length > reads, 'did not ask');
      await el.updateComplete;
      expect(el.view.kind, 'nothing is said before the answer').to.equal('awaiting');
      expect(root(el).innerHTML, 'and nobody should pay meanwhile').not.to.contain(ADDRESS);
      slow.release(invoice({expiration: after(0.8), serverTime: after(2)}));
      await reaches(el, 'expired');
      await el.updateComplete;
      expect(words(el)).to.contain('do not pay now');
      expect(kinds.has('expired')).to.equal(true);
    });

    it('at zero the server has seen a payment: detected, never expired', async () => {
      const {el, shop} = await show(ends(0.8));
      shop.answer = invoice({state: 'MEM_POOL_FOUND', expiration: after(0.8), serverTime: after(2)});
      const kinds = watch(el);
      await reaches(el, 'detected');
      expect(kinds.has('expired')).to.equal(false);
    });

    it('a read that was asked before zero does not speak for the time after it', async () => {
      const {el, shop} = await show(ends(0.8));
      const early = held();
      shop.answer = early.answer;
      void el.refresh();
      const kinds = watch(el);
      await aTimeout(1000);
      // Meanwhile the payment has been seen, and the next answer will say so.
      shop.answer = invoice({state: 'MEM_POOL_FOUND', expiration: after(0.8), serverTime: after(2)});
      early.release(invoice({expiration: after(0.8), serverTime: undefined}));
      await reaches(el, 'detected');
      expect([...kinds]).to.deep.equal(['awaiting', 'detected']);
    });

    it('a final answer that was asked for before zero ends the asking, too', async () => {
      const {el, shop} = await show(ends(0.8), {redirect: 'none'});
      const early = held();
      shop.answer = early.answer;
      const refreshed = el.refresh();
      await aTimeout(1000);
      const reads = shop.reads.length;
      early.release({...INVOICES.archived, expiration: after(0.8), serverTime: undefined});
      await refreshed;
      await aTimeout(100);
      expect(el.view.kind).to.equal('archived');
      expect(shop.reads.length).to.equal(reads);
    });

    it('a server whose clock stands still just after the end is not flooded', async () => {
      const slow = async () => {
        await aTimeout(30);
        return Response.json(invoice({expiration: after(0), serverTime: after(0.01)}));
      };
      const {shop} = await show(slow);
      const reads = shop.reads.length;
      await aTimeout(1000);
      expect(shop.reads.length - reads).to.be.at.most(3);
    });

    it('asks at zero, though the page was busy when the time ran out', async () => {
      const {el, shop} = await show(ends(0.8), {pollInterval: 3_600_000});
      const reads = shop.reads.length;
      hold(900);
      el.requestUpdate();
      await el.updateComplete;
      await eventually(() => shop.reads.length > reads, 'did not ask');
    });

    it('at zero no server can be asked: "expired", and data has none', async () => {
      const el = await showData(ends(0.8));
      expect(el.view.kind).to.equal('awaiting');
      await reaches(el, 'expired');
    });

    it('expired goes on asking, until a payment is seen or the invoice is closed', async () => {
      const {el, shop} = await show(INVOICES.expired, {pollInterval: 1000, redirect: 'none'});
      shop.answer = INVOICES.archived;
      await reaches(el, 'archived');
    });

    it('a server that is silent at zero leaves nothing to pay with', async () => {
      const {el, shop} = await show(ends(0.8));
      shop.answer = status(500);
      await eventually(() => el.matches(':state(stale)'), 'did not ask');
      expect(root(el).innerHTML).not.to.contain(ADDRESS);
    });

    it('the card keeps its height while the server is asked', async () => {
      const {el, shop} = await show(ends(0.8));
      const before = el.offsetHeight;
      shop.answer = held().answer;
      await eventually(() => !part(el, 'address'), 'did not ask');
      expect(el.offsetHeight).to.be.closeTo(before, 16);
    });
  });
});
