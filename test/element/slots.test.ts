import {expect} from '@open-wc/testing';
import {part, root, show, showData, words} from './support/card.js';
import {ANSWERS, INVOICES, invoice, KINDS} from './support/invoices.js';
import {silence} from './support/shop.js';

/** Whether this child is displayed: it has a slot to be in. */
const isShown = (child: Element | null): boolean =>
  !!child?.assignedSlot && child.getClientRects().length > 0;

const FALLBACK = '<a class="fallback" href="https://pay.example/1">Pay here</a>';

describe('slots', () => {
  describe('parts and states', () => {
    for (const kind of KINDS.filter((kind) => kind !== 'loading'))
      it(`${kind}: shows what the page put in its slot, in no other view`, async () => {
        const content = KINDS.map((name) => `<p slot=${name}>For ${name}</p>`).join('');
        const {el} = await show(ANSWERS[kind], {redirect: 'manual'}, content);
        const shown = Array.from(el.children).filter(isShown);
        expect(shown.map(({slot}) => slot)).to.deep.equal([kind]);
      });

    for (const kind of KINDS.filter((kind) => !['loading', 'awaiting'].includes(kind)))
      it(`${kind}: the page's words stand in place of the element's`, async () => {
        const {el} = await show(ANSWERS[kind], {redirect: 'manual'}, `<p slot=${kind}>Own words</p>`);
        expect(root(el).querySelector('.hero')?.getClientRects().length).to.equal(0);
      });

    it("awaiting: the page's words stand beside what is needed to pay", async () => {
      const {el} = await show(INVOICES.awaiting, {}, '<p slot=awaiting>Own words</p>');
      expect(part(el, 'address')?.getClientRects().length).to.be.above(0);
    });

    it('header stands in place of logo and description', async () => {
      const logoUrl = new URL('/test/element/support/logo.svg', location.href).href;
      const {el} = await show(invoice({logoUrl}), {}, '<h1 slot=header>The shop</h1>');
      expect(isShown(el.querySelector('h1'))).to.equal(true);
      expect(part(el, 'description')?.getClientRects().length ?? 0).to.equal(0);
      expect(part(el, 'logo')?.getClientRects().length ?? 0).to.equal(0);
    });

    for (const kind of KINDS)
      it(`${kind}: shows header and footer`, async () => {
        const content = '<b slot=header>Head</b><b slot=footer>Foot</b>';
        const {el} = await show(ANSWERS[kind], {redirect: 'manual'}, content);
        expect(Array.from(el.children).map(isShown)).to.deep.equal([true, true]);
      });

    it('the default slot is shown in place of the skeleton until the card is ready', async () => {
      const {el} = await show(silence, {}, FALLBACK);
      expect(isShown(el.querySelector('.fallback'))).to.equal(true);
      expect(root(el).querySelector('.bones')).to.equal(null);
    });

    it('the default slot is shown where there is no invoice', async () => {
      const {el} = await show(ANSWERS.unavailable, {}, FALLBACK);
      expect(isShown(el.querySelector('.fallback'))).to.equal(true);
    });

    for (const kind of KINDS.filter((kind) => kind in INVOICES))
      it(`${kind}: the default slot is not shown`, async () => {
        const {el} = await show(ANSWERS[kind], {redirect: 'manual'}, FALLBACK);
        expect(isShown(el.querySelector('.fallback'))).to.equal(false);
      });

    for (const content of [
      '',
      '  \n ',
      '<!-- nothing -->',
      '<b slot=header>Head</b>',
      '<b slot=paid>Paid</b>',
    ])
      it(`${JSON.stringify(content)} is no fallback: the skeleton is shown`, async () => {
        const {el} = await show(silence, {}, content);
        expect(root(el).querySelector('.bones')).not.to.equal(null);
      });

    it('text alone is a fallback', async () => {
      const {el} = await show(silence, {}, 'Pay at the desk');
      expect(root(el).querySelector('.bones')).to.equal(null);
    });
  });

  describe('lifecycle', () => {
    it('a slot is filled by what the page adds later', async () => {
      const el = await showData(INVOICES.paid);
      expect(words(el)).to.contain('The payment has arrived');
      const own = Object.assign(document.createElement('p'), {slot: 'paid', textContent: 'Thank you!'});
      el.append(own);
      expect(isShown(own)).to.equal(true);
    });
  });
});
