import {expect} from '@open-wc/testing';
import {notices, part, parts, press, read, root, show, showData, words} from './support/card.js';
import {errors, events} from './support/events.js';
import {ADDRESS, invoice, OTHER_ADDRESS} from './support/invoices.js';
import {decode} from './support/qr.js';
import {json, status} from './support/shop.js';
import {clipboard} from './support/stub.js';

/** Currencies with an address of their chain, and what the payer is told of the network. */
const NETWORKS: [currency: string, address: string, symbol: string, label: string][] = [
  ['USDT_TRX', ADDRESS, 'USDT', 'TRON (TRC-20)'],
  ['TRX', ADDRESS, 'TRX', 'TRON'],
  ['USDT', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'USDT', 'Ethereum (ERC-20)'],
  ['USDT_BSC', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'USDT', 'BNB Smart Chain (BEP-20)'],
  ['USDT_MATIC', '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed', 'USDT', 'Polygon (ERC-20)'],
  ['ETH', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'ETH', 'Ethereum'],
  ['BTC', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', 'BTC', 'Bitcoin'],
  ['LTC', 'LVg2kJoFNg45Nbpy53h7Fe1wKyeXVRhMH9', 'LTC', 'Litecoin'],
  ['XDG', 'D7wbmbjBWG5HPkT6d4gh6SdQPp6z25vcF2', 'DOGE', 'Dogecoin'],
];

const expectWithheld = (el: Parameters<typeof parts>[0], address: string) => {
  expect(parts(el)).not.to.include.any.keys('address', 'qr', 'copy-address');
  expect(root(el).innerHTML).not.to.contain(address);
  expect(root(el).querySelector('svg')).to.equal(null);
};

describe('address', () => {
  describe('properties', () => {
    for (const [currency, address, symbol, label] of NETWORKS)
      it(`${currency}: shown = copied = QR, beside the network ${label}`, async () => {
        const written = clipboard();
        const {el} = await show(invoice({currency, invoiceAddress: address}));
        expect(part(el, 'address')?.textContent).to.equal(address);
        press(el, 'copy-address');
        await Promise.resolve();
        expect(written).to.deep.equal([address]);
        expect(await decode(el)).to.equal(address);
        expect(part(el, 'network')?.textContent).to.contain(`${symbol} on ${label}`);
        expect(part(el, 'amount')?.textContent).to.contain(symbol);
      });

    it('is selected by hand without gaps', async () => {
      const {el} = await show(invoice());
      getSelection()?.selectAllChildren(part(el, 'address')!);
      expect(getSelection()?.toString()).to.equal(ADDRESS);
    });

    it('is left alone by translators, and runs left to right in any page', async () => {
      const {el} = await show(invoice());
      expect(part(el, 'address')?.getAttribute('translate')).to.equal('no');
      expect(part(el, 'address')?.dir).to.equal('ltr');
    });

    for (const currency of ['SHINY_COIN', '__proto__', 'constructor', 'toString', 'usdt_trx', 'USDT_SOL'])
      it(`an unknown currency, ${currency}, is shown as it came, with no network`, async () => {
        const {el} = await show(invoice({currency}));
        expect(part(el, 'amount')?.textContent).to.contain(currency);
        expect(part(el, 'network')).to.equal(null);
        expect(words(el)).not.to.match(/undefined|function|\[object/);
        expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
      });
  });

  describe('parts and states', () => {
    for (const [name, currency, address] of [
      ['a letter that is wrong', 'USDT_TRX', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T'],
      ['the address of another chain', 'USDT_TRX', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
      ['EIP-55 in the wrong case', 'USDT', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD'],
      ['bech32 that does not add up', 'BTC', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5'],
    ] as const)
      it(`${name}: withheld at the first read, and the payer is told why`, async () => {
        const {el} = await show(invoice({currency, invoiceAddress: address}));
        expect(el.view.kind).to.equal('awaiting');
        expectWithheld(el, address);
        expect(notices(el).join()).to.contain('not valid');
        expect(errors()).to.deep.equal(['invoice.invoiceAddress']);
        await read(el);
        expect(errors().length).to.equal(1);
      });

    it('another address than before: both are withheld, for good, with one error', async () => {
      const {el, shop} = await show(invoice());
      for (const invoiceAddress of [OTHER_ADDRESS, OTHER_ADDRESS, ADDRESS, OTHER_ADDRESS]) {
        shop.answer = json(invoice({invoiceAddress}));
        await read(el);
        expectWithheld(el, ADDRESS);
        expectWithheld(el, OTHER_ADDRESS);
        expect(notices(el).join()).to.contain('has changed');
        expect(errors()).to.deep.equal(['invoice.invoiceAddress']);
      }
    });

    it('another address after one that was not valid is a trouble of its own', async () => {
      const {el, shop} = await show(invoice({invoiceAddress: 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T'}));
      shop.answer = invoice();
      await read(el);
      expectWithheld(el, ADDRESS);
      expect(notices(el).join()).to.contain('has changed');
      expect(errors().length).to.equal(2);
    });

    it('one that is missing for a while has not changed', async () => {
      const {el, shop} = await show(invoice());
      shop.answer = invoice({invoiceAddress: null});
      await read(el);
      expectWithheld(el, ADDRESS);
      shop.answer = invoice();
      await read(el);
      expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
      expect(errors()).to.deep.equal([]);
    });

    it('another `src` may have another address', async () => {
      const {el, shop} = await show(invoice());
      shop.answer = invoice({idempotencyKey: 'b', invoiceAddress: OTHER_ADDRESS});
      el.src = '/invoices/2';
      await el.updateComplete;
      await read(el);
      expect(part(el, 'address')?.textContent).to.equal(OTHER_ADDRESS);
      expect(errors()).to.deep.equal([]);
    });

    it("another invoice's answer is refused whole: the last good view stays, with one error", async () => {
      const {el, shop} = await show(invoice());
      shop.answer = invoice({
        idempotencyKey: '00000000-6dcd-477d-96af-dd914b1300ce',
        invoiceAddress: OTHER_ADDRESS,
        state: 'COMPLETED',
        amount: '99',
      });
      await read(el);
      await read(el);
      expect(el.view.kind).to.equal('awaiting');
      expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
      expect(words(el)).not.to.contain('99');
      expect(errors()).to.deep.equal(['invoice.idempotencyKey']);
      expect(events('calypso-state-change').length).to.equal(1);
      shop.answer = invoice();
      await read(el);
      expect(el.matches(':state(stale)')).to.equal(false);
    });

    it('as data, a bad one is withheld, too', async () => {
      const el = await showData(invoice({invoiceAddress: 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T'}));
      expectWithheld(el, 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T');
      expect(errors()).to.deep.equal(['invoice.invoiceAddress']);
    });

    for (const invoiceAddress of [null, '', undefined])
      it(`where there is none (${JSON.stringify(invoiceAddress)}) the rest is shown`, async () => {
        const {el} = await show(invoice({invoiceAddress}));
        expectWithheld(el, ADDRESS);
        expect(words(el)).to.contain('10.234');
        expect(words(el)).to.contain('Checking');
      });

    for (const [what, fields] of [
      ['a bad address', {invoiceAddress: 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T'}],
      ['no amount', {amount: null}],
    ] as const)
      it(`with ${what} the shop can be asked`, async () => {
        const {el} = await show(invoice({...fields, supportUrl: 'https://shop.example/help'}));
        expect(part(el, 'support-link')?.getAttribute('href')).to.contain('https://shop.example/help');
      });

    it('with an address there is nothing to ask', async () => {
      const {el} = await show(invoice({supportUrl: 'https://shop.example/help'}));
      expect(part(el, 'support-link')).to.equal(null);
    });

    it('stays while reads fail', async () => {
      const {el, shop} = await show(invoice());
      shop.answer = status(500);
      await read(el);
      expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
    });
  });
});
