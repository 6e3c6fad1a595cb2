import {aTimeout, expect} from '@open-wc/testing';
import type {CalypsoInvoiceElement} from '../../src/index.js';
import {eventually, liveRegion, part, read, root, show, words} from './support/card.js';
import {errors} from './support/events.js';
import {ADDRESS, INVOICES, invoice, KINDS, type Json} from './support/invoices.js';
import {body, json} from './support/shop.js';

const MARKUP = '<img src=x onerror="globalThis.hacked = true"><script>globalThis.hacked = true</script>';
const BIDI = 'safe\u202egnihtemos\u2066\u200b\u0000\ud800';
const INVISIBLE = /[\u202a-\u202e\u2066-\u2069\u200b\u0000\ufeff]/;

/** What no field of this kind can be; each must be survived, and be told once or be harmless. */
const TEXTS = [
  'state',
  'type',
  'currency',
  'description',
  'fiatCurrency',
  'interventionType',
  'lastDepositHash',
];
const AMOUNTS = ['amount', 'lowerBound', 'totalDebitAmount', 'fiatAmount'];
const DATES = ['createdDate', 'expiration', 'lastFiatUpdated', 'serverTime'];
const URLS = ['returnUrl', 'supportUrl', 'logoUrl'];

const NO_TEXT = [{}, [], true, {length: 1}];
const NO_AMOUNT = [
  '-1',
  -1,
  '-0.000000000000000001',
  'NaN',
  'Infinity',
  'ten',
  '1,5',
  '0x10',
  '1 000',
  '١٠',
  {},
  [],
  true,
];
const NO_DATE = ['tomorrow', '2026-02-30T00:00:00', '0', '', 0, 1767323045000, 1e99, {}, [], true];
const NO_URL = [
  'javascript:globalThis.hacked = true',
  'data:text/html,<script>parent.hacked = true</script>',
  'vbscript:x',
  'blob:https://shop.example/1',
  '//evil.example',
  '/relative',
  'https:evil.example',
  'https://user:pass@evil.example/',
  'https://shop.example\\@evil.example',
  'https://shop.example/\u202ecod.exe',
  MARKUP,
  7,
  {},
  [],
];

const page = globalThis as {hacked?: boolean};

/** Whatever came, this holds. */
async function expectSound(el: CalypsoInvoiceElement): Promise<void> {
  await aTimeout(0);
  expect(page.hacked, 'something was executed').to.equal(undefined);
  expect(root(el).querySelectorAll('script, img:not([part=logo]), iframe, [onerror]').length).to.equal(0);
  for (const link of root(el).querySelectorAll('a'))
    expect(new URL(link.href).protocol, 'a link that must not be followed').to.be.oneOf(['http:', 'https:']);
  expect(words(el), 'blank').not.to.equal('');
  expect(el.offsetHeight).to.be.above(100);
  expect(root(el).textContent).not.to.match(/undefined|NaN|\[object|null\b/);
  expect(root(el).innerHTML).not.to.match(INVISIBLE);
}

describe('bad input', () => {
  describe('parts and states', () => {
    for (const key of [...TEXTS, 'idempotencyKey', 'invoiceAddress', 'eventsUrl'])
      it(`${key}: markup is text`, async () => {
        const {el} = await show(invoice({fiatAmount: '1', fiatCurrency: 'EUR', [key]: MARKUP}), {
          redirect: 'none',
        });
        await expectSound(el);
      });

    for (const key of [...TEXTS, 'idempotencyKey', 'invoiceAddress', 'eventsUrl'])
      it(`${key}: what cannot be seen is not shown`, async () => {
        const {el} = await show(invoice({fiatAmount: '1', fiatCurrency: 'EUR', [key]: BIDI}), {
          redirect: 'none',
        });
        await expectSound(el);
      });

    for (const kind of KINDS.filter((kind) => kind in INVOICES))
      it(`${kind}: markup in every text at once`, async () => {
        const hostile = Object.fromEntries(
          ['type', 'currency', 'description', 'fiatCurrency', 'interventionType', 'lastDepositHash'].map(
            (key) => [key, MARKUP],
          ),
        );
        const {el} = await show(
          {...INVOICES[kind as 'paid'], ...hostile, fiatAmount: '1'},
          {redirect: 'none'},
        );
        expect(el.view.kind).to.equal(kind);
        await expectSound(el);
      });

    it('a description in a script from right to left stays as it is', async () => {
      const {el} = await show(invoice({description: 'הזמנה 1042 — café 🍵'}));
      expect(part(el, 'description')?.textContent).to.equal('הזמנה 1042 — café 🍵');
    });

    it('a description without end is cut, and one of letters without gaps stays in the card', async () => {
      const {el} = await show(invoice({description: 'W'.repeat(10_000)}));
      expect(part(el, 'description')!.textContent.length).to.be.at.most(1000);
      expect(part(el, 'card')!.scrollWidth).to.be.at.most(part(el, 'card')!.clientWidth);
    });

    it('a currency without end stays in the card', async () => {
      const {el} = await show(invoice({currency: 'W'.repeat(500)}));
      expect(part(el, 'card')!.scrollWidth).to.be.at.most(part(el, 'card')!.clientWidth);
    });
  });

  describe('events', () => {
    const cases: [string, string, unknown][] = [
      ...TEXTS.flatMap((key) => NO_TEXT.map((value): [string, string, unknown] => [key, 'no text', value])),
      ...AMOUNTS.flatMap((key) =>
        NO_AMOUNT.filter((value) => key !== 'fiatAmount' || String(value) !== '[object Object]').map(
          (value): [string, string, unknown] => [key, 'no amount', value],
        ),
      ),
      ...DATES.flatMap((key) =>
        NO_DATE.filter((value) => value !== '').map((value): [string, string, unknown] => [
          key,
          'no date',
          value,
        ]),
      ),
      ...URLS.flatMap((key) => NO_URL.map((value): [string, string, unknown] => [key, 'no URL', value])),
      ...['x\u202ey', 'x y', '', 'ä', 'x'.repeat(201), 7, {}, []]
        .filter((value) => value !== '')
        .map((value): [string, string, unknown] => ['invoiceAddress', 'no address', value]),
      ...[{}, 'x', 7, [7], [null], [{amount: {}}], [{createdDate: 'x'}]].map(
        (value): [string, string, unknown] => ['deposits', 'no deposits', value],
      ),
      ...[{}, [], 'yes', 7].map((value): [string, string, unknown] => [
        'isInterventionResolved',
        'no flag',
        value,
      ]),
    ];

    for (const [key, what, value] of cases)
      it(`${key}: ${what} (${JSON.stringify(value)?.slice(0, 40)}): one error; first unavailable or without it`, async () => {
        const {el} = await show(json(invoice({[key]: value})), {redirect: 'none'});
        await read(el);
        expect(errors().length).to.equal(1);
        expect(String(errors()[0])).to.match(new RegExp(`^invoice\\.${key}`));
        await expectSound(el);
      });

    for (const [key, , value] of cases
      .filter(([, what]) => what === 'no amount' || what === 'no address')
      .slice(0, 40))
      if (key !== 'fiatAmount')
        it(`${key} (${JSON.stringify(value)}): after a good answer the last good view stays`, async () => {
          const {el, shop} = await show(invoice());
          shop.answer = json(invoice({[key]: value, description: 'Forged'}));
          await read(el);
          expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
          expect(words(el)).not.to.contain('Forged');
        });
  });

  describe('properties', () => {
    const odd: Record<string, Json | string> = {
      'unknown fields': invoice({fee: '1', account: 'x', nested: {a: [{}]}}),
      'a field named __proto__': JSON.stringify(invoice()).replace('{', '{"__proto__":{"state":"PAID"},'),
      'fields that are there twice': JSON.stringify(invoice()).replace('{', '{"state":"PAID",'),
      'lone surrogates': JSON.stringify(invoice({description: 'x'})).replace('"x"', '"\\ud800"'),
      'a body of a megabyte': invoice({padding: 'x'.repeat(1_000_000)}),
      'a BOM in front': `\ufeff${JSON.stringify(invoice())}`,
      'nothing but what it must have': {state: 'PENDING_PAYMENT'},
      'null everywhere': Object.fromEntries(
        Object.keys(invoice()).map((key) => [key, key === 'state' ? 'PENDING_PAYMENT' : null]),
      ),
      'deposits for an invoice that has none': invoice({
        deposits: [{id: MARKUP, amount: '1', currency: MARKUP}],
      }),
    };
    for (const [name, value] of Object.entries(odd))
      it(`${name}: shown as an invoice that awaits its payment`, async () => {
        const {el} = await show(typeof value === 'string' ? body(value) : json(value));
        expect(el.view.kind).to.equal('awaiting');
        expect(errors()).to.deep.equal([]);
        await expectSound(el);
      });

    it('arrays in one another, thousands deep, are survived', async () => {
      const {el, shop} = await show(invoice());
      shop.answer = body(`{"state":"PAID","deposits":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
      await read(el);
      expect(part(el, 'address')?.textContent).to.equal(ADDRESS);
      expect(errors().length).to.equal(1);
    });

    it('what is said aloud is as harmless', async () => {
      const {el} = await show(invoice({currency: MARKUP + BIDI}));
      expect(liveRegion(el).children.length).to.equal(0);
      expect(liveRegion(el).textContent).not.to.match(INVISIBLE);
    });

    it('a logo that does not load leaves no hole', async () => {
      const {el} = await show(invoice({logoUrl: `${location.origin}/test/element/support/shop.ts`}));
      await aTimeout(300);
      expect(part(el, 'logo')?.getClientRects().length).to.equal(0);
    });

    it('a logo that loads is seen, whatever became of the one before', async () => {
      const {el, shop} = await show(invoice({logoUrl: `${location.origin}/test/element/support/shop.ts`}));
      await eventually(() => !part(el, 'logo')?.getClientRects().length, 'leaves a hole');
      shop.answer = invoice({logoUrl: `${location.origin}/test/element/support/logo.svg`});
      await read(el);
      await eventually(() => part(el, 'logo')?.getClientRects().length === 1, 'stays hidden');
    });

    it('a hash that is none is no link', async () => {
      for (const lastDepositHash of ['../evil', 'x'.repeat(64), '?q=1', `${'a'.repeat(63)}"`]) {
        const {el} = await show({...INVOICES.detected, lastDepositHash});
        expect(part(el, 'explorer-link')).to.equal(null);
      }
    });
  });
});
