import {expect} from '@open-wc/testing';
import {emulateMedia} from '@web/test-runner-commands';
import {part, show, tidy} from './support/card.js';
import {ADDRESS, invoice} from './support/invoices.js';
import {itNeeds} from './support/needs.js';
import {decode, draw} from './support/qr.js';

const BITCOIN = {
  currency: 'BTC',
  invoiceAddress: 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
  amount: '0.00000001',
};

describe('QR code', () => {
  describe('accessibility', () => {
    it('is an image whose name is the address', async () => {
      const {el} = await show(invoice());
      const svg = part(el, 'qr')?.querySelector('svg');
      expect(svg?.getAttribute('role')).to.equal('img');
      expect(svg?.getAttribute('aria-label')).to.equal(`QR code of the address ${ADDRESS}`);
    });
  });

  describe('properties', () => {
    it('holds the address', async () => {
      const {el} = await show(invoice());
      expect(await decode(el)).to.equal(ADDRESS);
    });

    it('qr="uri" holds a payment URI with the exact amount where the chain has a safe one', async () => {
      const {el} = await show(invoice(BITCOIN), {qr: 'uri'});
      expect(await decode(el)).to.equal(`bitcoin:${BITCOIN.invoiceAddress}?amount=0.00000001`);
      expect(part(el, 'address')?.textContent).to.equal(BITCOIN.invoiceAddress);
    });

    it('qr="uri" asks for no exact sum where any above a bound will do', async () => {
      const {el} = await show(invoice({...BITCOIN, type: 'BOUND', lowerBound: '0.5'}), {qr: 'uri'});
      expect(await decode(el)).to.equal(`bitcoin:${BITCOIN.invoiceAddress}`);
    });

    for (const currency of ['USDT_TRX', 'SHINY_COIN'])
      it(`qr="uri" holds the address with ${currency}, which has no safe one`, async () => {
        const {el} = await show(invoice({currency}), {qr: 'uri'});
        expect(await decode(el)).to.equal(ADDRESS);
      });

    it('qr="none" draws none, and the address stays', async () => {
      const {el} = await show(invoice(), {qr: 'none'});
      expect(part(el, 'qr')).to.equal(null);
      expect(tidy(part(el, 'address')?.textContent)).to.equal(ADDRESS);
    });

    it('follows the property', async () => {
      const {el} = await show(invoice(BITCOIN));
      expect(await decode(el)).to.equal(BITCOIN.invoiceAddress);
      el.qr = 'uri';
      await el.updateComplete;
      expect(await decode(el)).to.contain('bitcoin:');
      el.qr = 'none';
      await el.updateComplete;
      expect(part(el, 'qr')).to.equal(null);
    });

    it('is drawn right on two cards at once', async () => {
      const {el: one} = await show(invoice());
      const {el: two} = await show(invoice(BITCOIN));
      one.requestUpdate();
      await one.updateComplete;
      expect([await decode(one), await decode(two)]).to.deep.equal([ADDRESS, BITCOIN.invoiceAddress]);
    });
  });

  describe('parts and states', () => {
    it('is dark on light, with a quiet zone of four modules', async () => {
      const {el} = await show(invoice());
      const modules = Number(part(el, 'qr')?.querySelector('svg')?.getAttribute('viewBox')?.split(' ')[2]);
      const scale = 8;
      const {data, width} = await draw(el, modules * scale);
      const shade = (x: number, y: number) => data[(y * width + x) * 4];
      const quiet = 4 * scale;
      for (let i = 0; i < width; i++)
        for (const [x, y] of [
          [i, 0],
          [i, quiet - 1],
          [0, i],
          [quiet - 1, i],
          [width - quiet, i],
          [i, width - quiet],
        ] as const)
          expect(shade(x, y)).to.equal(255);
      expect(shade(quiet, quiet)).to.equal(0); // the corner of the finder pattern
    });

    for (const theme of ['light', 'dark'] as const)
      itNeeds('emulate-media', `is black on white in a ${theme} card on a ${theme} machine`, async () => {
        await emulateMedia({colorScheme: theme});
        const {el} = await show(invoice(), {theme});
        expectBlackOnWhite(el);
        await emulateMedia({colorScheme: 'light'});
      });

    itNeeds('emulate-media', 'is black on white in forced colours', async () => {
      await emulateMedia({forcedColors: 'active', colorScheme: 'dark'});
      expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
      const {el} = await show(invoice());
      expectBlackOnWhite(el);
      await emulateMedia({forcedColors: 'none', colorScheme: 'light'});
    });
  });
});

function expectBlackOnWhite(el: Parameters<typeof part>[0]): void {
  const qr = part(el, 'qr')!;
  const fill = (name: string) => getComputedStyle(qr.querySelector(name)!).fill;
  expect(getComputedStyle(qr).backgroundColor).to.equal('rgb(255, 255, 255)');
  expect([fill('rect'), fill('path')]).to.deep.equal(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
}
