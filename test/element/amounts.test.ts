import {expect} from '@open-wc/testing';
import {eventually, notices, part, parts, press, root, show, showData, tidy, words} from './support/card.js';
import {errors, events} from './support/events.js';
import {ADDRESS, INVOICES, invoice} from './support/invoices.js';
import {body, json} from './support/shop.js';
import {clipboard} from './support/stub.js';

/** The wire's text, so that a number has the digits that the test gives it. */
const wire = (fields: string) =>
  body(JSON.stringify(invoice({amount: undefined})).replace('{', `{${fields},`));

const shownAmount = (el: Element): string | undefined =>
  el.shadowRoot?.querySelector('.number')?.textContent ?? undefined;

/** What came, and what must be shown and copied: the same number with no exponent, grouping or lost digit. */
const EXACT: [came: string, shown: string][] = [
  ['"10.234"', '10.234'],
  ['"1e-7"', '0.0000001'],
  ['"1E-18"', '0.000000000000000001'],
  ['"0.000000000000000001"', '0.000000000000000001'],
  [
    '"123456789012345678901234567890.123456789012345678"',
    '123456789012345678901234567890.123456789012345678',
  ],
  ['"1234567890123456789012345678901234567890"', '1234567890123456789012345678901234567890'],
  ['"1000000"', '1000000'],
  ['"1e21"', `1${'0'.repeat(21)}`],
  ['"0.10"', '0.10'],
  ['10.234', '10.234'],
  ['1e-7', '0.0000001'],
  ['0.00000001', '0.00000001'],
  ['0.1234567890123456789', '0.1234567890123456789'],
  ['9007199254740993', '9007199254740993'],
  ['12345678901234567890.000000000000000001', '12345678901234567890.000000000000000001'],
];

describe('amounts', () => {
  describe('properties', () => {
    for (const [came, shown] of EXACT)
      it(`${came} is shown and copied as ${shown}`, async () => {
        const written = clipboard();
        const {el} = await show(wire(`"amount":${came}`));
        expect(shownAmount(el)).to.equal(shown);
        press(el, 'copy-amount');
        await Promise.resolve();
        expect(written).to.deep.equal([shown]);
      });

    for (const number of [0.1234567890123456, 9007199254740993, 1e21, 0.30000000000000004])
      it(`a number that may have lost digits, ${number}, is not shown`, async () => {
        const el = await showData(invoice({amount: number}));
        expect(words(el)).not.to.contain(String(number));
        expect(parts(el)).not.to.include.any.keys('address', 'qr', 'copy-amount', 'copy-address');
        expect(root(el).innerHTML).not.to.contain(ADDRESS);
        expect(notices(el).join()).to.match(/do not pay/i);
        expect(errors()).to.deep.equal(['invoice.amount']);
      });

    it('a short number as data is exact, and shown', async () => {
      const el = await showData(invoice({amount: 10.234}));
      expect(shownAmount(el)).to.equal('10.234');
    });

    it('stands beside its currency, as one line of text', async () => {
      const {el} = await show(invoice());
      expect(tidy(part(el, 'amount')?.textContent)).to.equal('10.234 USDT');
    });

    it('never adds the fee', async () => {
      const {el} = await show(invoice({fee: '5', serviceFee: '7'}));
      expect(tidy(part(el, 'amount')?.textContent)).to.equal('10.234 USDT');
      expect(words(el)).not.to.match(/15\.234|17\.234|\bfee\b/i);
    });

    it('writes the locale of the page into fiat only', async () => {
      const {el} = await show(invoice({amount: '1234.5', fiatAmount: '1234.5', fiatCurrency: 'EUR'}));
      el.lang = 'de';
      await eventually(() => !!part(el, 'fiat')?.textContent?.includes('1.234,50'), 'fiat is not in German');
      expect(shownAmount(el)).to.equal('1234.5');
    });

    it('says of fiat that it is an approximation, and how old', async () => {
      const {el} = await show(
        invoice({fiatAmount: '9.41', fiatCurrency: 'EUR', lastFiatUpdated: '2026-01-02T02:54:05'}),
      );
      expect(part(el, 'fiat')?.textContent).to.contain('≈');
      expect(part(el, 'fiat')?.textContent).to.contain('10 min');
    });

    for (const fiatCurrency of ['nonsense', '€', '__proto__', 'XX'])
      it(`shows fiat in a currency "${fiatCurrency}" as it came`, async () => {
        const {el} = await show(invoice({fiatAmount: '9.41', fiatCurrency}));
        expect(part(el, 'fiat')?.textContent).to.contain(`9.41 ${fiatCurrency}`);
      });

    for (const fields of [{fiatAmount: '9.41'}, {fiatCurrency: 'EUR'}, {fiatAmount: {}, fiatCurrency: 'EUR'}])
      it(`shows no fiat with ${JSON.stringify(fields)} alone`, async () => {
        const {el} = await show(invoice(fields));
        expect(part(el, 'fiat')).to.equal(null);
        expect(events('calypso-error')).to.deep.equal([]);
      });
  });

  describe('parts and states', () => {
    it('BOUND: at least the lower bound', async () => {
      const {el} = await show(invoice({type: 'BOUND', amount: null, lowerBound: '25.5'}));
      expect(words(el)).to.contain('Send at least');
      expect(shownAmount(el)).to.equal('25.5');
    });

    for (const type of ['UNLIMITED', 'UNLIMITED_LINKED'])
      it(`${type}: any amount, no timer, and the address stays`, async () => {
        const {el} = await show(invoice({type, amount: null, expiration: '2020-01-01T00:00:00'}));
        expect(words(el)).to.contain('Any amount');
        expect(part(el, 'timer')).to.equal(null);
        expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
      });

    for (const amount of [null, undefined, ''])
      it(`SINGLE with the amount ${JSON.stringify(amount)} is not "any amount"`, async () => {
        const {el} = await show(invoice({amount}));
        expect(el.view.kind).to.equal('awaiting');
        expect(words(el)).not.to.contain('Any amount');
      });

    it('a sum that arrived is compared to the last digit', async () => {
      const due = '0.000000000000000003';
      const {el} = await show(
        invoice({...INVOICES.intervention, amount: due, totalDebitAmount: '0.000000000000000001'}),
      );
      expect(tidy(part(el, 'received')?.textContent)).to.equal(
        'Due 0.000000000000000003 USDT Received 0.000000000000000001 USDT Short by 0.000000000000000002 USDT',
      );
    });

    for (const [fields, title, difference] of [
      [{interventionType: 'UNDERPAY', totalDebitAmount: '10'}, 'Less arrived', 'Short by 0.234'],
      [{interventionType: 'OVERPAY', totalDebitAmount: '11'}, 'More arrived', 'Too much by 0.766'],
      // Calypso does not say which: its own threshold does, exactly.
      [{interventionType: null, totalDebitAmount: '10.182829'}, 'Less arrived', 'Short by 0.051171'],
      [{interventionType: null, totalDebitAmount: '10.18283'}, 'has to look at', null],
      [{interventionType: null, totalDebitAmount: '10.2341'}, 'More arrived', 'Too much by 0.0001'],
      [{interventionType: 'SEVERAL_SENDERS', totalDebitAmount: '10'}, 'has to look at', null],
      [{interventionType: null, totalDebitAmount: null}, 'has to look at', null],
    ] as const)
      it(`intervention ${JSON.stringify(fields)}: "${title}"`, async () => {
        const {el} = await show(invoice({...INVOICES.intervention, ...fields}));
        expect(words(el)).to.contain(title);
        if (difference) expect(words(el)).to.contain(difference);
        else expect(words(el)).not.to.match(/Short by|Too much by/);
      });

    it('the element never marks anything paid by itself', async () => {
      const {el} = await show(json(invoice({totalDebitAmount: '1000'})));
      expect(el.view.kind).to.equal('awaiting');
    });
  });
});
