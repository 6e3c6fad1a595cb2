import {aTimeout, expect} from '@open-wc/testing';
import {eventually, part, press, read, root, said, show, words} from './support/card.js';
import {INVOICES, invoice, KEY} from './support/invoices.js';
import {decode} from './support/qr.js';

const ADDRESS = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4';
const BITCOIN = {currency: 'BTC', invoiceAddress: ADDRESS, amount: '0.00012'};
const URI = `bitcoin:${ADDRESS}?amount=0.00012`;

/** A link to an app that no app takes: the page must stay where it is. */
function follow(link: HTMLElement | null): void {
  link?.addEventListener('click', (event) => event.preventDefault(), {once: true});
  link?.click();
}

describe('wallet', () => {
  describe('properties', () => {
    it('the payer chooses what the code holds, where the chain has a safe URI', async () => {
      const {el} = await show(invoice(BITCOIN));
      const [address, amount] = root(el).querySelectorAll<HTMLElement>('[part=qr-choice] button');
      expect(address?.ariaPressed).to.equal('true');
      amount?.click();
      await el.updateComplete;
      expect(await decode(el)).to.equal(URI);
      expect(amount?.ariaPressed).to.equal('true');
      expect(address?.ariaPressed).to.equal('false');
      address?.click();
      await el.updateComplete;
      expect(await decode(el)).to.equal(ADDRESS);
    });

    it('the choice outlives an answer, and not another invoice', async () => {
      const {el} = await show(invoice(BITCOIN));
      root(el).querySelectorAll<HTMLElement>('[part=qr-choice] button')[1]?.click();
      await read(el);
      expect(await decode(el)).to.equal(URI);
      el.src = '/invoices/2';
      await el.updateComplete;
      await read(el);
      expect(await decode(el)).to.equal(ADDRESS);
    });

    for (const [name, fields] of [
      ['TRON', {}],
      ['EVM', {currency: 'ETH', invoiceAddress: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'}],
      ['an unknown currency', {currency: 'SHINY'}],
    ] as const)
      it(`there is neither choice nor link with ${name}`, async () => {
        const {el} = await show(invoice(fields));
        expect(part(el, 'address')).not.to.equal(null);
        expect(part(el, 'qr-choice')).to.equal(null);
        expect(part(el, 'wallet-link')).to.equal(null);
      });

    it('the link opens a wallet with address and amount', async () => {
      const {el} = await show(invoice(BITCOIN));
      expect(part(el, 'wallet-link')?.getAttribute('href')).to.equal(URI);
    });

    it('the link goes with the address', async () => {
      const {el, shop} = await show(invoice(BITCOIN));
      shop.answer = {...INVOICES.detected, ...BITCOIN, idempotencyKey: KEY};
      await read(el);
      expect(root(el).innerHTML).not.to.contain('bitcoin:');
    });
  });

  describe('accessibility', () => {
    it('where no wallet came, the payer is told what else there is to do', async () => {
      const {el} = await show(invoice(BITCOIN));
      follow(part(el, 'wallet-link'));
      await eventually(() => words(el).includes('No wallet opened?'), 'is not told');
      expect(said(el)).to.contain('No wallet opened?');
    });

    it('that no wallet came is not said of another invoice', async () => {
      const {el} = await show(invoice(BITCOIN));
      follow(part(el, 'wallet-link'));
      await eventually(() => words(el).includes('No wallet opened?'), 'is not told');
      el.src = '/invoices/2';
      await el.updateComplete;
      await read(el);
      expect(part(el, 'wallet-link')).not.to.equal(null);
      expect(words(el)).not.to.contain('No wallet opened?');
    });

    it('where a wallet came, nothing is said', async () => {
      const {el} = await show(invoice(BITCOIN));
      follow(part(el, 'wallet-link'));
      dispatchEvent(new Event('blur'));
      await aTimeout(1600);
      expect(words(el)).not.to.contain('No wallet opened?');
    });

    it('the choice has a name', async () => {
      const {el} = await show(invoice(BITCOIN));
      press(el, 'copy-amount');
      expect(part(el, 'qr-choice')?.getAttribute('role')).to.equal('group');
      expect(part(el, 'qr-choice')?.ariaLabel).to.equal('The QR code holds');
    });
  });
});
