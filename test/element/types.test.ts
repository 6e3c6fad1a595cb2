import {aTimeout, expect} from '@open-wc/testing';
import {listen, notices, part, press, read, root, show, showData, tidy, words} from './support/card.js';
import {errors, events} from './support/events.js';
import {ADDRESS, after, HASH, invoice, KEY, SUPPORT_URL, INVOICES} from './support/invoices.js';
import {decode} from './support/qr.js';
import {clipboard} from './support/stub.js';

const BITCOIN = {currency: 'BTC', invoiceAddress: 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'};
const FIAT = {
  ...BITCOIN,
  type: 'SINGLE_FIAT',
  fiatAmount: '25.00',
  fiatCurrency: 'EUR',
  lastFiatUpdated: after(-60),
};
const DEPOSITS = [
  {id: '1', amount: '1', currency: 'USDT_TRX', transactionHash: HASH, createdDate: after(-300)},
  {
    id: '3',
    amount: '3.000000000000000001',
    currency: 'USDT_TRX',
    transactionHash: null,
    createdDate: after(-100),
  },
  {
    id: '2',
    amount: '2',
    currency: 'USDT_TRX',
    transactionHash: HASH.replace('8', '9'),
    createdDate: after(-200),
  },
];

const order = (el: Element, ...selectors: string[]): number[] => {
  const found = selectors.map((selector) => el.shadowRoot!.querySelector(selector)!);
  return found.map(({compareDocumentPosition}, i) =>
    i && compareDocumentPosition.call(found[i - 1]!, found[i]!) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : 0,
  );
};

describe('types of invoice', () => {
  describe('parts and states', () => {
    it('SINGLE: fiat stands after the amount', async () => {
      const {el} = await show(invoice({...FIAT, type: 'SINGLE', amount: '0.0005'}));
      expect(order(el, '[part=amount]', '[part=fiat]')).to.deep.equal([0, 1]);
    });

    it('SINGLE_FIAT: fiat leads, with its age', async () => {
      const {el} = await show(invoice({...FIAT, amount: '0.0005'}));
      expect(order(el, '[part=fiat]', '[part=amount]')).to.deep.equal([0, 1]);
      expect(tidy(part(el, 'fiat')?.textContent))
        .to.contain('25.00')
        .and.to.contain('1 min');
      expect(part(el, 'amount')?.textContent).to.contain('0.0005');
    });

    for (const [lastFiatUpdated, age] of [
      [after(0), 'rate: now'],
      [after(-59), 'rate: now'],
      [after(-60), '1 minute ago'],
      [after(-7200), '120 minutes ago'],
      [after(60), 'rate: now'],
    ] as const)
      it(`fiat of ${lastFiatUpdated} is "${age}" old by the server's clock`, async () => {
        const {el} = await show(invoice({...FIAT, lastFiatUpdated}));
        expect(part(el, 'fiat')?.textContent).to.contain(age);
      });

    it('fiat of unknown age has none', async () => {
      const {el} = await show(invoice({...FIAT, lastFiatUpdated: null}));
      expect(part(el, 'fiat')?.textContent).not.to.match(/old|now/);
    });

    it('UNLIMITED: received so far and each deposit once, newest first, while the address stays', async () => {
      const deposits = [...DEPOSITS, DEPOSITS[0]];
      const {el} = await show(invoice({type: 'UNLIMITED', amount: null, totalDebitAmount: '6', deposits}));
      expect(tidy(part(el, 'received')?.textContent)).to.equal('Received so far 6 USDT');
      const amounts = Array.from(root(el).querySelectorAll('[part=deposits] dd'), ({textContent}) =>
        tidy(textContent),
      );
      expect(amounts).to.deep.equal(['3.000000000000000001 USDT', '2 USDT', '1 USDT']);
      expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
      expect(await decode(el)).to.equal(ADDRESS);
    });

    it('UNLIMITED: nothing has been received yet', async () => {
      const {el} = await show(invoice({type: 'UNLIMITED', amount: null, totalDebitAmount: null}));
      expect(tidy(part(el, 'received')?.textContent)).to.equal('Received so far 0 USDT');
      expect(part(el, 'deposits')).to.equal(null);
    });

    it('UNLIMITED: sums that could not be read are not 0', async () => {
      const [, , deposit] = DEPOSITS;
      const el = await showData(
        invoice({
          type: 'UNLIMITED',
          totalDebitAmount: 0.1234567890123456,
          deposits: [{...deposit, amount: null}],
        }),
      );
      expect(words(el))
        .to.contain(ADDRESS)
        .and.not.to.match(/\b0 USDT/);
    });

    for (const type of ['SINGLE', 'SINGLE_FIAT', 'BOUND', 'TOMORROW'])
      it(`${type}: no list of deposits`, async () => {
        const {el} = await show(invoice({type, lowerBound: '1', deposits: DEPOSITS}));
        expect(part(el, 'deposits')).to.equal(null);
      });

    it('a type that Calypso adds tomorrow is shown as a single one', async () => {
      const {el} = await show(invoice({type: 'TOMORROW'}));
      expect(part(el, 'amount')?.textContent).to.contain('10.234');
      expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
      expect(errors()).to.deep.equal([]);
    });

    it('an intervention that the shop has settled asks for nothing', async () => {
      const {el} = await show({...INVOICES.intervention, isInterventionResolved: true});
      expect(el.view.kind).to.equal('intervention');
      expect(words(el)).to.contain('dealt with');
      expect(words(el)).not.to.match(/Waiting for the shop|get in touch/);
    });

    for (const kind of ['intervention', 'declined', 'archived'] as const)
      it(`${kind}: support is told which invoice it is, and of which payment`, async () => {
        const {el} = await show({...INVOICES[kind], lastDepositHash: HASH}, {redirect: 'none'});
        const link = part(el, 'support-link') as HTMLAnchorElement;
        const url = new URL(link.href);
        expect(url.origin + url.pathname).to.equal(SUPPORT_URL);
        expect(url.search).to.contain(KEY).and.to.contain(HASH);
        expect(link.rel).to.contain('noopener');
      });
  });

  describe('properties', () => {
    it('SINGLE_FIAT: when the rate moves, text, copy and QR change together, and the payer is told', async () => {
      const written = clipboard();
      const {el, shop} = await show(invoice({...FIAT, amount: '0.0005', expiration: null}), {qr: 'uri'});
      expect(notices(el)).to.deep.equal([]);
      const heard = listen(el);
      shop.answer = invoice({...FIAT, amount: '0.00051', expiration: null});
      await read(el);
      expect(root(el).querySelector('.number')?.textContent).to.equal('0.00051');
      press(el, 'copy-amount');
      await aTimeout(0);
      expect(written).to.deep.equal(['0.00051']);
      expect(await decode(el)).to.equal(`bitcoin:${BITCOIN.invoiceAddress}?amount=0.00051`);
      expect(notices(el).join()).to.contain('0.00051');
      expect(heard[0]).to.contain('0.00051 BTC');
    });

    it('an amount that moves is told of each time, and not when it stands', async () => {
      const {el, shop} = await show(invoice({...FIAT, amount: '1'}));
      const heard = listen(el);
      for (const amount of ['2', '2', '3', '3']) {
        shop.answer = invoice({...FIAT, amount});
        await read(el);
      }
      expect(heard.length).to.equal(2);
      expect(heard.at(-1)).to.contain('3 BTC');
    });

    it('the same amount in other digits has not moved', async () => {
      const {el, shop} = await show(invoice({amount: '10.234'}));
      const heard = listen(el);
      shop.answer = invoice({amount: '10.2340'});
      await read(el);
      expect(heard).to.deep.equal([]);
      expect(notices(el)).to.deep.equal([]);
    });

    it('an amount that is missing for a while is nothing to be told of', async () => {
      const {el, shop} = await show(invoice());
      const heard = listen(el);
      shop.answer = invoice({amount: null});
      await read(el);
      shop.answer = invoice();
      await read(el);
      expect(heard.join()).not.to.contain('undefined');
      expect(notices(el)).to.deep.equal([]);
    });

    it('UNLIMITED: a deposit that comes changes no state', async () => {
      const unlimited = {type: 'UNLIMITED', amount: null};
      const {el, shop} = await show(invoice(unlimited));
      shop.answer = invoice({...unlimited, totalDebitAmount: '1', deposits: DEPOSITS.slice(0, 1)});
      await read(el);
      expect(words(el)).to.contain('1 USDT');
      expect(events('calypso-state-change').length).to.equal(1);
    });
  });
});
