import {aTimeout, expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {listen, notices, part, press, read, show, tidy, words} from './support/card.js';
import {events} from './support/events.js';
import {ADDRESS, invoice, OTHER_ADDRESS} from './support/invoices.js';
import {clipboard, noClipboard, stub} from './support/stub.js';

/** The two texts that can be copied. */
const FIELDS = [
  {field: 'amount', button: 'copy-amount', value: '10.234', announced: 'Amount copied'},
  {
    field: 'address',
    button: 'copy-address',
    value: ADDRESS,
    announced: `Check that it ends in ${ADDRESS.slice(-4)}`,
  },
] as const;

const selected = () => getSelection()?.toString();
const copied = () => events('calypso-copy').map(({field, value, ok}) => ({field, value, ok}));

beforeEach(() => getSelection()?.removeAllRanges());

for (const {field, button, value, announced} of FIELDS)
  describe(`copying the ${field}`, () => {
    describe('accessibility', () => {
      it('says what was copied', async () => {
        clipboard();
        const {el} = await show(invoice());
        const heard = listen(el);
        press(el, button);
        await aTimeout(0);
        await el.updateComplete;
        expect(heard.join()).to.contain(announced);
      });

      it('says that it could not', async () => {
        noClipboard();
        const {el} = await show(invoice());
        const heard = listen(el);
        press(el, button);
        await aTimeout(0);
        await el.updateComplete;
        expect(heard.join()).to.contain('not allowed');
      });
    });

    describe('events', () => {
      it('tells of success', async () => {
        const written = clipboard();
        const {el} = await show(invoice());
        press(el, button);
        await aTimeout(0);
        expect(copied()).to.deep.equal([{field, value, ok: true}]);
        expect(written).to.deep.equal([value]);
      });

      it('tells of a refusal, with the text selected', async () => {
        noClipboard();
        const {el} = await show(invoice());
        press(el, button);
        await aTimeout(0);
        expect(copied()).to.deep.equal([{field, value, ok: false}]);
        expect(selected()).to.equal(value);
      });

      it('tells nothing before the clipboard has answered', async () => {
        let finish = () => {};
        const writeText = () => new Promise<void>((resolve) => (finish = resolve));
        stub(navigator, 'clipboard', {writeText});
        const {el} = await show(invoice());
        press(el, button);
        await aTimeout(0);
        await el.updateComplete;
        expect(copied()).to.deep.equal([]);
        expect(part(el, button)?.textContent).not.to.contain('Copied');
        finish();
        await aTimeout(0);
        expect(copied().length).to.equal(1);
      });

      it('where the page has no clipboard (no https), is a refusal', async () => {
        stub(navigator, 'clipboard', undefined);
        const {el} = await show(invoice());
        press(el, button);
        await aTimeout(0);
        expect(copied()).to.deep.equal([{field, value, ok: false}]);
        expect(selected()).to.equal(value);
      });
    });

    describe('parts and states', () => {
      it('shows success on the button, and selects nothing', async () => {
        clipboard();
        const {el} = await show(invoice());
        press(el, button);
        await aTimeout(0);
        await el.updateComplete;
        expect(tidy(part(el, button)?.textContent)).to.equal('Copied');
        expect(selected()).to.equal('');
      });

      it('shows success for this field only', async () => {
        clipboard();
        const {el} = await show(invoice());
        press(el, button);
        await aTimeout(0);
        await el.updateComplete;
        const other = FIELDS.find((it) => it.field !== field)!;
        expect(tidy(part(el, other.button)?.textContent)).not.to.contain('Copied');
      });

      it('never shows success where it failed, and says what to do', async () => {
        noClipboard();
        const {el} = await show(invoice());
        press(el, button);
        await aTimeout(0);
        await el.updateComplete;
        expect(part(el, button)?.textContent).not.to.contain('Copied');
        expect(notices(el).join()).to.contain('selected');
      });

      it('keeps the selection when the next answer comes', async () => {
        noClipboard();
        const {el} = await show(invoice());
        press(el, button);
        await aTimeout(0);
        await read(el);
        expect(selected()).to.equal(value);
      });
    });
  });

describe('copying', () => {
  describe('parts and states', () => {
    it('that fails is seen where the address is withheld, too', async () => {
      noClipboard();
      const {el} = await show(invoice({invoiceAddress: 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T'}));
      press(el, 'copy-amount');
      await aTimeout(0);
      await el.updateComplete;
      expect(notices(el).join()).to.contain('selected');
    });

    it('shows the ending to compare, which a replaced clipboard would not have', async () => {
      clipboard();
      const {el} = await show(invoice());
      press(el, 'copy-address');
      await aTimeout(0);
      await el.updateComplete;
      expect(tidy(el.shadowRoot?.textContent)).to.contain(`ends in ${ADDRESS.slice(-4)}`);
    });

    it('is not said of an amount or an address that is another by now', async () => {
      clipboard();
      const {el, shop} = await show(invoice({type: 'SINGLE_FIAT'}));
      const copy = async (button: string) => {
        press(el, button);
        await aTimeout(0);
        await el.updateComplete;
        expect(words(el)).to.contain('Copied');
      };
      await copy('copy-amount');
      shop.answer = invoice({type: 'SINGLE_FIAT', amount: '11'});
      await read(el);
      expect(words(el)).not.to.contain('Copied');
      await copy('copy-address');
      shop.answer = invoice({idempotencyKey: 'b', invoiceAddress: OTHER_ADDRESS});
      el.src = '/invoices/2';
      await read(el);
      expect(words(el)).not.to.match(/copied/i);
    });

    it('by keyboard takes the very text', async () => {
      const written = clipboard();
      const {el} = await show(invoice());
      part(el, 'copy-amount')?.focus();
      await sendKeys({press: 'Enter'});
      part(el, 'copy-address')?.focus();
      await sendKeys({press: 'Space'});
      await aTimeout(0);
      expect(written).to.deep.equal(['10.234', ADDRESS]);
    });
  });
});
