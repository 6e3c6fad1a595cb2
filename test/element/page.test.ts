import {aTimeout, expect} from '@open-wc/testing';
import type {CalypsoInvoiceElement, InvoiceErrorEvent} from '../../src/index.js';
import {eventually, part, press, show} from './support/card.js';
import {events} from './support/events.js';
import {INVOICES, invoice, KINDS, type Json} from './support/invoices.js';
import {openPage, PAGE} from './support/page.js';

/** Gives a card its invoice, which goes back to `returnUrl`. */
const give = async (card: CalypsoInvoiceElement | undefined, fields: Json, properties: object = {}) => {
  Object.assign(card!, properties, {invoice: fields});
  await card!.updateComplete;
};

/** What a click with this does, in a page that would follow no link of its own accord. */
function click(link: HTMLElement, init: MouseEventInit): MouseEvent {
  const event = new MouseEvent('click', {bubbles: true, composed: true, cancelable: true, ...init});
  link.dispatchEvent(event);
  return event;
}

describe('page', () => {
  describe('events', () => {
    it('leaves by itself for the shop, without an entry in the history that Back would loop through', async () => {
      const {window, cards} = await openPage();
      const {length} = history;
      const returnUrl = `${PAGE}?order=1042#thanks`;
      await give(cards[0], {...INVOICES.completed, returnUrl}, {redirectDelay: 0});
      const expected = `${PAGE}?order=1042&paymentStatus=SUCCESS#thanks`;
      await eventually(() => window.location.href === expected, 'did not leave');
      expect(history.length).to.equal(length);
    });

    it('after preventDefault() nothing is navigated', async () => {
      const {window, cards} = await openPage();
      cards[0]?.addEventListener('calypso-redirect', (event) => event.preventDefault());
      await give(cards[0], {...INVOICES.completed, returnUrl: `${PAGE}?elsewhere`}, {redirectDelay: 0});
      await aTimeout(300);
      expect(window.location.href).to.equal(PAGE);
    });

    it('two cards leave once; then the payer may', async () => {
      const {window, cards} = await openPage('?paymentStatus=SUCCESS');
      const completed = (n: number) => ({...INVOICES.completed, returnUrl: `${PAGE}#${n}`});
      await give(cards[0], completed(1), {redirectDelay: 0});
      await eventually(() => window.location.hash === '#1', 'did not leave');
      await give(cards[1], completed(2), {redirectDelay: 0});
      await aTimeout(300);
      expect(window.location.hash).to.equal('#1');
      press(cards[1]!, 'return-link');
      await eventually(() => window.location.hash === '#2', 'the click did nothing');
    });

    it('before the end the way back is an ordinary link', async () => {
      const {window, cards} = await openPage();
      await give(cards[0], invoice({returnUrl: `${PAGE}#bare`}));
      press(cards[0]!, 'return-link');
      await eventually(() => window.location.hash === '#bare', 'the link did nothing');
    });

    it('target="_parent" leaves the frame’s parent', async () => {
      const {cards} = await openPage();
      const fragment = `#left-${Date.now()}`;
      const returnUrl = new URL(fragment, location.href);
      returnUrl.searchParams.set('paymentStatus', 'SUCCESS');
      // The parent is the test's own page: it is left for itself, which is a jump.
      history.replaceState(null, '', returnUrl.search);
      await give(
        cards[0],
        {...INVOICES.completed, returnUrl: returnUrl.href},
        {redirectDelay: 0, redirectTarget: '_parent'},
      );
      await eventually(() => location.hash === fragment, 'the parent stayed');
    });

    for (const init of [{ctrlKey: true}, {metaKey: true}, {shiftKey: true}, {button: 1}])
      it(`a click with ${JSON.stringify(init)} is the browser's: another tab is no redirect`, async () => {
        const {el} = await show(INVOICES.paid);
        el.addEventListener('click', (event) => event.preventDefault());
        click(part(el, 'return-link')!, init);
        expect(events('calypso-redirect')).to.deep.equal([]);
      });

    it('a page that takes over keeps the link from being followed', async () => {
      const {el} = await show(INVOICES.paid); // the harness takes every redirect over
      const event = click(part(el, 'return-link')!, {});
      expect(events('calypso-redirect').length).to.equal(1);
      expect(event.defaultPrevented).to.equal(true);
    });

    it('a bad address is told, though its check came later than the invoice', async () => {
      const {cards} = await openPage();
      const told: string[] = [];
      const [card] = cards;
      card?.addEventListener('calypso-error', (event: InvoiceErrorEvent) => told.push(event.error.message));
      await give(card, invoice({invoiceAddress: 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T'}));
      await eventually(() => !!part(card!, 'notice'), 'the payer was not told');
      await aTimeout(0);
      expect(told.length).to.equal(1);
    });
  });

  describe('lifecycle', () => {
    it('the script, there twice, does no harm, and the element takes over what the HTML had', async () => {
      const {cards, troubles} = await openPage();
      expect(cards.map(({view}) => view?.kind)).to.deep.equal(['loading', 'loading']);
      expect(cards[0]?.querySelector('a')?.getClientRects().length).to.be.above(0);
      expect(troubles).to.deep.equal([]);
    });

    it('every view is shown under a strict content security policy, with Trusted Types', async () => {
      const {cards, troubles} = await openPage();
      for (const kind of KINDS.filter((kind) => kind in INVOICES)) {
        await give(cards[0], {...INVOICES[kind as 'paid'], idempotencyKey: kind}, {redirect: 'manual'});
        expect(cards[0]?.view.kind).to.equal(kind);
      }
      await aTimeout(50);
      expect(troubles).to.deep.equal([]);
    });
  });
});
