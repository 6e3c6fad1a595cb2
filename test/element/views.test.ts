import {expect} from '@open-wc/testing';
import type {InvoiceView} from '../../src/index.js';
import {part, parts, read, root, show, words} from './support/card.js';
import {ADDRESS, ANSWERS, FINAL, HASH, INVOICES, invoice, KINDS} from './support/invoices.js';
import {silence} from './support/shop.js';

/** What a payer must find in each view: the words, and the parts beside the card. */
const SHOWN: Record<InvoiceView['kind'], {words: string[]; parts: string[]}> = {
  loading: {words: ['Loading'], parts: ['status']},
  unavailable: {words: ['cannot be shown', 'Try again'], parts: ['refresh']},
  awaiting: {
    words: ['Order 1042', '10.234', 'USDT', 'TRON (TRC-20)', ADDRESS, 'Time left'],
    parts: [
      ...['description', 'amount', 'network', 'address', 'qr', 'timer', 'copy-amount', 'copy-address'],
      ...['status', 'refresh', 'return-link'],
    ],
  },
  expired: {words: ['do not pay now'], parts: ['status', 'refresh', 'support-link', 'return-link']},
  detected: {
    words: ['Payment seen', 'Usually within 5 minutes', 'Waiting for confirmation'],
    parts: ['steps', 'explorer-link', 'status', 'return-link'],
  },
  compliance: {
    words: ['being checked', 'Nothing more to do'],
    parts: ['steps', 'support-link', 'explorer-link'],
  },
  intervention: {
    words: ['Less arrived than was due', '10.234 USDT', '10 USDT', '0.234 USDT'],
    parts: ['received', 'support-link', 'return-link'],
  },
  paid: {words: ['Paid', 'Waiting for settlement'], parts: ['steps', 'return-link']},
  completed: {words: ['complete'], parts: ['return-link', 'status']},
  declined: {words: ['not accepted', 'contact the shop'], parts: ['support-link', 'return-link']},
  archived: {words: ['closed', 'already'], parts: ['support-link', 'return-link']},
  unknown: {words: ['not clear yet', 'do not pay again'], parts: ['status', 'refresh']},
};

const TO_PAY_WITH = ['address', 'qr', 'copy-amount', 'copy-address', 'amount', 'network', 'timer'];

describe('views', () => {
  describe('parts and states', () => {
    for (const kind of KINDS) {
      it(`${kind}: has the words and parts that it needs`, async () => {
        const {el} = await show(ANSWERS[kind], {redirect: 'manual'});
        for (const text of SHOWN[kind].words) expect(words(el)).to.contain(text);
        expect(parts(el)).to.include.all.keys('card', ...SHOWN[kind].parts);
      });

      it(`${kind}: is :state(${kind}) and no other`, async () => {
        const {el} = await show(ANSWERS[kind], {redirect: 'manual'});
        expect(KINDS.filter((state) => el.matches(`:state(${state})`))).to.deep.equal([kind]);
      });

      it(`${kind}: is what \`view\` says`, async () => {
        const {el} = await show(ANSWERS[kind], {redirect: 'manual'});
        expect(el.view.kind).to.equal(kind);
        if ('invoice' in el.view) expect(el.view.invoice).to.equal(el.invoice);
        else expect(el.invoice).to.equal(null);
      });

      if (kind !== 'awaiting')
        it(`${kind}: has nothing to pay with anywhere in it`, async () => {
          const {el, shop} = await show(kind in INVOICES ? INVOICES.awaiting : ANSWERS[kind]);
          shop.answer = ANSWERS[kind];
          if (kind in INVOICES) await read(el); // what `awaiting` showed must go
          expect(el.view.kind).to.equal(kind);
          expect([...parts(el)].filter((name) => TO_PAY_WITH.includes(name))).to.deep.equal([]);
          expect(root(el).innerHTML).not.to.contain(ADDRESS);
          expect(root(el).querySelector('svg')).to.equal(null);
        });
    }

    it('loading has no invoice to leave from, nor one to ask about', async () => {
      const {el} = await show(silence);
      expect([...parts(el)].filter((name) => /link/.test(name))).to.deep.equal([]);
    });

    it('the card has the height of its skeleton, so that the page does not jump', async () => {
      const {el: skeleton} = await show(silence);
      // Without what a shop may leave out: a skeleton cannot know of it.
      const {el} = await show(invoice({description: null, returnUrl: null}));
      expect(el.offsetHeight).to.be.closeTo(skeleton.offsetHeight, 16);
    });

    it('shows no steps where there is nothing to wait for', async () => {
      for (const kind of FINAL) {
        const {el} = await show(ANSWERS[kind], {redirect: 'manual'});
        expect(part(el, 'steps'), kind).to.equal(null);
        expect(part(el, 'refresh'), kind).to.equal(null);
      }
    });

    for (const [kind, current] of [
      ['detected', 'Confirming'],
      ['compliance', 'Checking'],
      ['paid', 'Done'],
    ] as const)
      it(`${kind}: the step under way is "${current}"`, async () => {
        const {el} = await show(ANSWERS[kind]);
        const step = root(el).querySelectorAll('[aria-current=step]');
        expect(step.length).to.equal(1);
        expect(step[0]?.textContent).to.contain(current);
      });

    it('a completed payment is not a case for support', async () => {
      const {el} = await show(INVOICES.completed, {redirect: 'manual'});
      expect(part(el, 'support-link')).to.equal(null);
    });

    it('the transaction is linked in its chain’s explorer, by the ends of its hash', async () => {
      const {el} = await show(INVOICES.detected);
      const link = part(el, 'explorer-link') as HTMLAnchorElement;
      expect(link.href).to.equal(`https://tronscan.org/#/transaction/${HASH}`);
      expect(link.textContent).to.equal(`${HASH.slice(0, 8)}…${HASH.slice(-6)}`);
      expect(link.rel).to.contain('noopener').and.to.contain('noreferrer');
    });

    it('the logo is fetched without saying which page it is on', async () => {
      const logoUrl = new URL('/test/element/support/logo.svg', location.href).href;
      const {el} = await show(invoice({logoUrl}));
      const logo = part(el, 'logo') as HTMLImageElement;
      expect(logo.src).to.equal(logoUrl);
      expect(logo.referrerPolicy).to.equal('no-referrer');
      expect(logo.alt).to.equal('');
    });

    it('never asks for the rest of an underpaid sum, nor for a second payment', async () => {
      const {el} = await show(INVOICES.intervention);
      expect(words(el)).to.contain('do not send a second payment');
      expect(words(el)).not.to.match(/send the (rest|difference)|top.?up|pay the/i);
    });

    it('awaiting and expired: never say that nothing was paid, for it may be on its way', async () => {
      for (const kind of ['awaiting', 'expired'] as const) {
        const {el} = await show(INVOICES[kind]);
        expect(words(el)).to.match(/Waiting for your payment|Checking whether a payment arrived/);
        expect(words(el)).not.to.match(/not (yet )?(been )?(paid|received)|unpaid|no payment/i);
      }
    });

    it('detected: is seen and not confirmed, and says nothing of success', async () => {
      const {el} = await show(INVOICES.detected);
      expect(words(el)).to.contain('Waiting for confirmation');
      expect(words(el)).not.to.match(/\bpaid\b|complete|success|thank/i);
    });

    it('compliance and declined: nobody is asked to pay again', async () => {
      for (const kind of ['compliance', 'declined'] as const) {
        const {el} = await show(INVOICES[kind], {redirect: 'none'});
        expect(words(el)).not.to.match(/try again|pay again|another payment|reject|fraud|suspicious/i);
        expect(part(el, 'support-link')).not.to.equal(null);
      }
    });

    it('archived: the words fit an invoice that ran out and one that the shop deleted', async () => {
      const {el} = await show(INVOICES.archived, {redirect: 'none'});
      expect(words(el)).to.contain('This invoice is closed').and.to.contain('not send money');
      expect(words(el)).not.to.match(/expired|too late|deleted|cancel/i);
    });

    it('a payment on a chain that Calypso gives no time for gets none', async () => {
      const {el} = await show(invoice({state: 'MEM_POOL_FOUND', currency: 'LTC'}));
      expect(words(el)).not.to.contain('Usually within');
    });
  });

  describe('properties', () => {
    it('shows an invoice that is given as data, and asks nobody', async () => {
      let asked = 0;
      const count = async () => {
        asked++;
        return new Response();
      };
      const {el} = await show(silence, {src: undefined, invoice: INVOICES.paid, fetch: count});
      expect(el.view.kind).to.equal('paid');
      await el.refresh();
      expect(asked).to.equal(0);
    });
  });
});
