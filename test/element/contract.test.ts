import {aTimeout, expect} from '@open-wc/testing';
import {readFile} from '@web/test-runner-commands';
import {CalypsoInvoiceElement} from '../../src/index.js';
import {parts, place, press, read, root, show} from './support/card.js';
import {ANSWERS, invoice, KINDS} from './support/invoices.js';
import {status} from './support/shop.js';
import {noClipboard} from './support/stub.js';

const sourceOf = async (path: string): Promise<string> =>
  (await readFile({path: `../../src/element/${path}`})) ?? '';

/** The comment of the class: the contract, written once. */
const comment = async (): Promise<string> => {
  const source = await sourceOf('calypso-invoice-element.ts');
  const end = source.indexOf('export class');
  return source.slice(source.lastIndexOf('/**', end), end);
};

/** Of BIP-173. */
const BITCOIN_ADDRESS = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4';

const all = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), ([, name]) => name ?? '').sort();
const unique = (names: Iterable<string>): string[] => [...new Set(names)].sort();

/** Cards that together show everything that there is. */
async function everything(): Promise<CalypsoInvoiceElement[]> {
  const logoUrl = new URL('/test/element/support/logo.svg', location.href).href;
  const rich = {logoUrl, fiatAmount: '9.41', fiatCurrency: 'EUR'};
  const deposits = [{id: '1', amount: '1'}];
  noClipboard();
  const cards = await Promise.all([
    ...KINDS.map((kind) => show(ANSWERS[kind])),
    show(invoice(rich)),
    show(invoice({currency: 'BTC', invoiceAddress: BITCOIN_ADDRESS, amount: '0.001'})),
    show(invoice({type: 'UNLIMITED', amount: null, deposits})),
  ]);
  const {el, shop} = cards.find(({el}) => el.view.kind === 'awaiting')!;
  press(el, 'copy-amount');
  shop.answer = status(500);
  await aTimeout(0);
  await read(el);
  return cards.map(({el}) => el);
}

describe('contract', () => {
  describe('parts and states', () => {
    it('lists exactly the parts that there are', async () => {
      const documented = all(await comment(), /@csspart (\S+)/g);
      const existing = unique((await everything()).flatMap((el) => [...parts(el)]));
      expect(existing).to.deep.equal(documented);
    });

    it('lists exactly the states that there are', async () => {
      const documented = all(await comment(), /@cssState (\S+)/g);
      const cards = await everything();
      const existing = documented.filter((state) => cards.some((el) => el.matches(`:state(${state})`)));
      expect(existing).to.deep.equal(documented);
      expect(documented).to.deep.equal([...KINDS, 'stale'].sort());
    });

    it('lists exactly the slots that there are', async () => {
      const documented = all(await comment(), /@slot (?:(?!-)(\S+) )?- /g);
      const slots = (await everything()).flatMap((el) =>
        Array.from(root(el).querySelectorAll('slot'), ({name}) => name),
      );
      expect(unique(slots)).to.deep.equal(documented);
    });

    it('lists exactly the custom properties that the styles read', async () => {
      const documented = all(await comment(), /@cssprop \[?(--calypso-[\w-]+)/g);
      const styles = CalypsoInvoiceElement.elementStyles
        .map((style) => String((style as {cssText?: string}).cssText))
        .join();
      expect(unique(all(styles, /var\((--calypso-[\w-]+)/g))).to.deep.equal(documented);
    });

    it('each custom property has an effect', async () => {
      const documented = all(await comment(), /@cssprop \[?(--calypso-[\w-]+)/g);
      const values: Record<string, string> = {
        '--calypso-radius': '3px',
        '--calypso-width': '300px',
        '--calypso-font': 'Courier',
        '--calypso-font-size': '20px',
        '--calypso-space': '5px',
      };
      const cards = await Promise.all(KINDS.map((kind) => show(ANSWERS[kind], {theme: 'light'})));
      const looks = () =>
        cards
          .flatMap(({el}) => [el, ...root(el).querySelectorAll<HTMLElement>('*')])
          .map((node) => {
            const style = getComputedStyle(node);
            const {color, backgroundColor, borderColor, borderRadius} = style;
            const {maxInlineSize, fontFamily, fontSize, rowGap} = style;
            const colors = [color, backgroundColor, borderColor];
            return [...colors, borderRadius, maxInlineSize, fontFamily, fontSize, rowGap].join();
          })
          .join('\n');
      const before = looks();
      for (const name of documented) {
        for (const {el} of cards) el.style.setProperty(name, values[name] ?? 'rgb(1, 2, 3)');
        expect(looks(), name).not.to.equal(before);
        for (const {el} of cards) el.style.removeProperty(name);
      }
    });

    it('the page can style each part', async () => {
      const documented = all(await comment(), /@csspart (\S+)/g);
      const sheet = document.createElement('style');
      sheet.textContent = documented.map((name) => `calypso-invoice::part(${name}) { order: 7; }`).join('\n');
      document.head.append(sheet);
      for (const el of await everything())
        for (const node of root(el).querySelectorAll('[part]'))
          expect(getComputedStyle(node).order).to.equal('7');
      sheet.remove();
    });
  });

  describe('properties', () => {
    it('lists exactly the attributes that there are', async () => {
      const documented = all(await comment(), /@attr \{[^}]*\} \[?([\w-]+)/g);
      expect([...CalypsoInvoiceElement.observedAttributes].sort()).to.deep.equal(documented);
    });

    it('lists the defaults that there are', async () => {
      const el = document.createElement('calypso-invoice');
      const text = await comment();
      for (const [, attribute = '', value] of text.matchAll(/@attr \{[^}]*\} \[([\w-]+)=([^\]]*)\]/g)) {
        const property = attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
        expect(String(el[property as 'src']), attribute).to.equal(value);
      }
    });

    it('the defaults are those of the design, in a card without attributes', async () => {
      const el = await place({});
      expect(el).to.include({
        pollInterval: 3000,
        redirect: 'auto',
        redirectDelay: 5000,
        redirectTarget: '_self',
        qr: 'address',
        theme: 'auto',
        credentials: 'same-origin',
        lastUpdated: null,
        invoice: null,
      });
      expect(el.view).to.deep.equal({kind: 'loading'});
    });
  });

  describe('events', () => {
    it('lists exactly the events of the event map', async () => {
      const documented = all(await comment(), /@fires \{\w+\} (\S+)/g);
      const source = await sourceOf('events.ts');
      const map = source.slice(source.indexOf('interface CalypsoInvoiceEventMap'));
      expect(all(map.slice(0, map.indexOf('}')), /'([\w-]+)':/g)).to.deep.equal(documented);
    });

    it('names the class of each event as the map does', async () => {
      const pairs = Array.from(
        (await comment()).matchAll(/@fires \{(\w+)\} (\S+)/g),
        ([, type, name]) => `'${name}': ${type};`,
      );
      const source = await sourceOf('events.ts');
      expect(pairs.length).to.be.above(0);
      for (const pair of pairs) expect(source).to.contain(pair);
    });
  });
});
