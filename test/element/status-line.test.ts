import {expect} from '@open-wc/testing';
import {eventually, notices, part, press, read, root, said, show, showData, words} from './support/card.js';
import {after, ADDRESS, INVOICES, invoice} from './support/invoices.js';
import {down, json, status} from './support/shop.js';
import {clipboard, stub} from './support/stub.js';

/** From now on the payer's clock is this many ms on. */
function later(ms: number): void {
  const {now} = Date;
  stub(Date, 'now', () => now() + ms);
}

const line = (el: HTMLElement & {shadowRoot: ShadowRoot | null}): string =>
  el.shadowRoot?.querySelector('[part=status]')?.textContent ?? '';

describe('status line', () => {
  describe('properties', () => {
    it('says when the invoice was read last, in steps', async () => {
      const {el} = await show(invoice());
      expect(line(el)).to.contain('Last checked now');
      for (const [ms, ago] of [
        [8_000, 'now'],
        [5_000, '10 seconds ago'],
        [9_000, '20 seconds ago'],
        [100_000, '2 minutes ago'],
      ] as const) {
        later(ms);
        el.requestUpdate();
        await el.updateComplete;
        expect(line(el)).to.contain(`Last checked ${ago}`);
      }
      await read(el);
      expect(line(el)).to.contain('Last checked now');
    });

    it('an answer that says nothing new updates nothing but its age', async () => {
      const {el, shop} = await show(json(invoice(), {ETag: '"1"'}));
      for (const answer of [shop.answer, status(304)]) {
        later(12_000);
        el.requestUpdate();
        await el.updateComplete;
        expect(line(el)).to.contain('Last checked 10 seconds ago');
        shop.answer = answer;
        stub(el, 'requestUpdate', () => expect.fail('updated'));
        await el.refresh();
        expect(line(el)).to.contain('Last checked now');
        Reflect.deleteProperty(el, 'requestUpdate');
      }
    });

    it('an answer that was shown before is shown again after another one', async () => {
      const [first, second] = [invoice(), invoice({description: 'Another order'})];
      const {el, shop} = await show(first);
      for (const answer of [second, first]) {
        shop.answer = answer;
        await read(el);
        expect(part(el, 'description')?.textContent).to.equal(answer.description);
      }
      el.invoice = second;
      await el.updateComplete;
      await read(el);
      expect(part(el, 'description')?.textContent).to.equal(first.description);
    });

    it('offers to ask only where there is somebody to ask', async () => {
      const {el} = await show(invoice());
      expect(part(el, 'refresh')).not.to.equal(null);
      expect(part(await showData(invoice()), 'refresh')).to.equal(null);
      expect(part(await showData('no invoice'), 'refresh')).to.equal(null);
    });

    it('says nothing of reads where none are made any more', async () => {
      const {el} = await show(INVOICES.declined, {redirect: 'none'});
      expect(line(el)).not.to.contain('Last checked');
      expect(part(el, 'refresh')).to.equal(null);
    });

    it('being offline is told as what it is, and that the money is safe', async () => {
      const {el, shop} = await show(invoice());
      stub(navigator, 'onLine', false);
      shop.answer = down;
      dispatchEvent(new Event('offline'));
      await eventually(() => notices(el).length > 0, 'says nothing');
      expect(notices(el)[0]).to.contain('You are offline. A payment that you have sent is safe');
      expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
    });

    it('an engine that only believes to be offline is not believed', async () => {
      stub(navigator, 'onLine', false);
      const {el} = await show(invoice());
      await read(el);
      expect(notices(el)).to.deep.equal([]);
    });
  });

  describe('time that runs short', () => {
    it('a payment that may come too late is warned of, by the usual time of its chain', async () => {
      const {el} = await show(invoice({expiration: after(4 * 60)}));
      expect(notices(el)[0]).to.contain('Little time is left').and.to.contain('5 minutes');
      expect(said(el)).to.contain('Little time is left');
    });

    it('there is no warning while there is time enough', async () => {
      const {el} = await show(invoice({expiration: after(6 * 60)}));
      expect(notices(el)).to.deep.equal([]);
    });
  });

  describe('copying', () => {
    it('the payer is told where the address ends, and the network again', async () => {
      clipboard();
      const {el} = await show(invoice());
      press(el, 'copy-address');
      await eventually(() => said(el).includes('copied'), 'says nothing');
      for (const text of [said(el), words(el)])
        expect(text)
          .to.contain(`ends in ${ADDRESS.slice(-4)}`)
          .and.to.contain('only USDT on TRON (TRC-20)');
    });

    it('the address is read out in groups, and hidden as one word', async () => {
      const {el} = await show(invoice());
      expect(part(el, 'address')?.ariaHidden).to.equal('true');
      expect(root(el).querySelector('.spoken')?.textContent).to.contain('TR7N Hqje KQxG');
    });
  });

  describe('the page', () => {
    it('title-badge: the title tells a payer in another tab', async () => {
      const {title} = document;
      const {el, shop} = await show(invoice(), {titleBadge: true});
      await eventually(() => document.title === `… ${title}`, `title is ${document.title}`);
      shop.answer = INVOICES.detected;
      await read(el);
      await eventually(() => document.title === `✓ ${title}`, `title is ${document.title}`);
      el.remove();
      expect(document.title).to.equal(title);
    });

    it('wake-lock: the screen stays on while a payment is awaited', async () => {
      let held = 0;
      const request = async () => {
        held++;
        return {release: async () => void held--};
      };
      stub(navigator, 'wakeLock', {request});
      const {el, shop} = await show(invoice(), {wakeLock: true});
      await eventually(() => held === 1, 'the screen may go off');
      shop.answer = INVOICES.detected;
      await read(el);
      await eventually(() => held === 0, 'the screen is still on');
    });

    it('neither is done unasked', async () => {
      const {title} = document;
      let asked = false;
      stub(navigator, 'wakeLock', {request: () => (asked = true)});
      const {el} = await show(invoice());
      await read(el);
      expect(document.title).to.equal(title);
      expect(asked).to.equal(false);
    });
  });
});
