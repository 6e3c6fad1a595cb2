import {aTimeout, expect} from '@open-wc/testing';
import {
  eventually,
  listen,
  liveRegion,
  part,
  press,
  reaches,
  read,
  said,
  show,
  showData,
} from './support/card.js';
import {after, ANSWERS, FINAL, INVOICES, invoice, KINDS, OTHER_ADDRESS} from './support/invoices.js';
import {down, silence, status} from './support/shop.js';
import {clipboard, stub} from './support/stub.js';

/** What a listener must hear of each view. */
const HEARD: Record<string, string> = {
  unavailable: 'cannot be shown',
  awaiting: 'Amount to send: 10.234 USDT',
  expired: 'do not pay now',
  detected: 'Payment seen',
  compliance: 'being checked',
  intervention: 'Less arrived than was due',
  paid: 'Paid',
  completed: 'complete',
  declined: 'not accepted',
  archived: 'closed',
  unknown: 'not clear yet',
};

describe('announcements', () => {
  // The address check takes its time to load, once.
  before(() => show(invoice()));

  describe('accessibility', () => {
    it('the live region is polite, in the page from the start, and out of sight', async () => {
      const {el} = await show(silence);
      const region = liveRegion(el);
      expect(region.getAttribute('aria-live')).to.equal('polite');
      expect(said(el)).to.equal('');
      expect(region.offsetWidth).to.be.at.most(1);
    });

    it('the live region is one and the same through all views', async () => {
      const {el, shop} = await show(INVOICES.awaiting, {redirect: 'none'});
      const region = liveRegion(el);
      for (const kind of ['expired', 'detected', 'paid', 'completed'] as const) {
        shop.answer = INVOICES[kind];
        await read(el);
        expect(liveRegion(el), kind).to.equal(region);
      }
    });

    for (const kind of KINDS.filter((kind) => kind !== 'loading'))
      it(`${kind}: is said, once`, async () => {
        const {el, shop} = await show(silence, {redirect: 'none'});
        const heard = listen(el);
        shop.answer = ANSWERS[kind];
        el.src = '/invoices/2'; // the first read never ends
        await el.updateComplete;
        await read(el);
        await read(el);
        expect(heard.length).to.equal(1);
        expect(heard[0]).to.contain(HEARD[kind]);
      });

    it('awaiting: says the network, without which the money is lost', async () => {
      const {el} = await show(invoice());
      expect(said(el)).to.contain('only USDT on TRON (TRC-20)');
    });

    it('awaiting: an amount that cannot be trusted is not said, but that nobody should pay', async () => {
      const el = await showData(invoice({amount: 0.1234567890123456}));
      expect(said(el)).not.to.contain('0.1234');
      expect(said(el)).to.match(/do not pay/i);
    });

    it('awaiting: a bound is said as one', async () => {
      const {el} = await show(invoice({type: 'BOUND', lowerBound: '25.5'}));
      expect(said(el)).to.contain('at least').and.to.contain('25.5 USDT');
    });

    it('an answer that changes nothing says nothing', async () => {
      const {el} = await show(invoice());
      const heard = listen(el);
      await read(el);
      await read(el);
      expect(heard).to.deep.equal([]);
    });

    it('of the last invoice nothing stands there any more when another is read', async () => {
      const {el, shop} = await show(INVOICES.completed, {redirect: 'none'});
      shop.answer = silence;
      el.src = '/invoices/2';
      await el.updateComplete;
      expect(said(el)).to.equal('');
    });

    it('each state of a whole payment is said once', async () => {
      const {el, shop} = await show(INVOICES.awaiting, {redirect: 'none'});
      const heard = listen(el);
      for (const kind of ['detected', 'detected', 'compliance', 'paid', 'paid', 'completed'] as const) {
        shop.answer = INVOICES[kind];
        await read(el);
      }
      expect(heard.length).to.equal(4);
    });

    it('another invoice as data is said as the first was', async () => {
      const el = await showData(invoice());
      const heard = listen(el);
      el.invoice = invoice({idempotencyKey: 'b', amount: '7', invoiceAddress: OTHER_ADDRESS});
      await el.updateComplete;
      expect(heard.join()).to.contain('Amount to send: 7 USDT').and.not.to.contain('rate');
    });

    it('a changed address is said: who cannot see the warning pays to it, too', async () => {
      const {el, shop} = await show(invoice());
      const heard = listen(el);
      shop.answer = invoice({invoiceAddress: OTHER_ADDRESS});
      await read(el);
      expect(heard.join()).to.contain('Do not pay');
      await read(el);
      expect(heard.length).to.equal(1);
    });

    for (const [seconds, mark] of [
      [300, '5 minutes left'],
      [60, '1 minute left'],
      [30, '30 seconds left'],
    ] as const) {
      it(`the timer is said at ${seconds} s, once`, async () => {
        const {el} = await show(invoice({expiration: after(seconds + 1.5)}));
        const heard = listen(el);
        await eventually(() => heard.length > 0, 'nothing was said');
        await aTimeout(1100); // the next tick
        expect(heard.length).to.equal(1);
        expect(heard[0]).to.contain(mark);
      });

      it(`the timer is said at ${seconds} s, though the card was busy with an answer then`, async () => {
        const {el} = await show(invoice({expiration: after(seconds + 0.6)}));
        const heard = listen(el);
        const end = performance.now() + 700;
        while (performance.now() < end); // no timer runs
        el.requestUpdate();
        await el.updateComplete;
        await aTimeout(1100);
        expect(heard.join()).to.contain(mark);
      });
    }

    it('the timer is not said every second', async () => {
      const {el} = await show(invoice({expiration: after(200.2)}));
      const heard = listen(el);
      await aTimeout(1500);
      expect(heard).to.deep.equal([]);
    });

    it('a card that opens with little time left says no mark that has passed', async () => {
      const {el} = await show(invoice({expiration: after(45.5)}));
      const heard = listen(el);
      await aTimeout(1200);
      expect(heard).to.deep.equal([]);
    });

    it('the end is said: first that the time is up, then that it is over', async () => {
      const {el, shop} = await show(invoice({expiration: after(0.8)}));
      const heard = listen(el);
      shop.answer = invoice({expiration: after(0.8), serverTime: after(2)});
      await reaches(el, 'expired');
      await aTimeout(0);
      expect(heard[0]).to.contain('time is up');
      expect(heard.at(-1)).to.contain('time to pay is over');
    });

    it('a copy that is made again is said again', async () => {
      clipboard();
      const {el} = await show(invoice());
      const changes: unknown[] = [];
      new MutationObserver((records) => changes.push(...records)).observe(liveRegion(el), {
        childList: true,
        characterData: true,
        subtree: true,
      });
      for (let i = 0; i < 2; i++) {
        press(el, 'copy-amount');
        await aTimeout(20);
        await el.updateComplete;
        expect(changes.splice(0), `copy ${i + 1}`).not.to.deep.equal([]);
      }
    });

    it('trouble is said when it begins, not at every read, and not in place of the state', async () => {
      const {el, shop} = await show(invoice());
      const heard = listen(el);
      shop.answer = status(500);
      for (let i = 0; i < 3; i++) await read(el);
      expect(heard.length).to.equal(1);
      expect(heard[0]).to.contain('No connection to the shop');
      shop.answer = INVOICES.paid;
      await read(el);
      expect(said(el)).to.contain('Paid');
    });

    it('trouble is said again when it comes back, and as what it is', async () => {
      const {el, shop} = await show(down);
      expect(said(el)).to.contain('No connection to the shop');
      shop.answer = invoice();
      await read(el);
      expect(said(el)).to.contain('Amount to send');
      stub(navigator, 'onLine', false);
      shop.answer = down;
      await read(el);
      expect(said(el)).to.contain('You are offline');
    });

    for (const kind of FINAL)
      it(`${kind}: says that it will leave, and when`, async () => {
        const {el} = await show(INVOICES[kind]);
        expect(said(el))
          .to.contain(HEARD[kind])
          .and.to.match(/Taking you back in \d seconds/);
      });

    it('a way back that nobody is sent is not announced', async () => {
      const {el} = await show(INVOICES.completed, {redirect: 'manual'});
      expect(said(el)).not.to.contain('Taking you back');
    });

    it('"Stay here" leaves the focus on the card', async () => {
      const {el} = await show(INVOICES.completed);
      part(el, 'redirect-cancel')?.focus();
      press(el, 'redirect-cancel');
      await el.updateComplete;
      expect(part(el, 'redirect-cancel')).to.equal(null);
      expect(el.shadowRoot?.activeElement).to.equal(part(el, 'card'));
    });

    it('a view that takes the focused button away leaves the focus on the card', async () => {
      const {el, shop} = await show(invoice(), {redirect: 'none'});
      part(el, 'copy-address')?.focus();
      shop.answer = INVOICES.detected;
      await read(el);
      expect(el.shadowRoot?.activeElement).to.equal(part(el, 'card'));
    });

    it('the focus is not taken from the page', async () => {
      const {el, shop} = await show(invoice(), {redirect: 'none'});
      const field = document.createElement('input');
      document.body.append(field);
      field.focus();
      shop.answer = INVOICES.detected;
      await read(el);
      expect(document.activeElement).to.equal(field);
      field.remove();
    });
  });
});
