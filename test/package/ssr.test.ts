import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {render} from '@lit-labs/ssr';
import {collectResultSync} from '@lit-labs/ssr/lib/render-result.js';
import {html} from 'lit';
import {ADDRESS, BY_VIEW, invoiceOf} from '../../demo/gallery/fixtures.js';
import {CalypsoInvoiceElement, prepareCard} from '../../src/index.js';

const markup = (invoice: unknown, lang = 'en'): string =>
  collectResultSync(
    render(html`<calypso-invoice lang=${lang} src="/api/invoices/1" .invoice=${invoice}></calypso-invoice>`),
  );

/** What a payer reads, and where it stands. */
const words = (invoice: unknown, lang?: string): string =>
  markup(invoice, lang)
    .replace(/<style>[^]*<\/style>/, '')
    .replace(/<!--[^]*?-->/g, '')
    .replace(/<\/?(span|wbr|b|i)\b[^>]*>/g, '')
    .replace(/\s+/g, ' ');

describe('rendering on a server', () => {
  it('has no address until it can check it', () =>
    assert.doesNotMatch(words(invoiceOf('SINGLE')), new RegExp(ADDRESS)));

  describe('prepared', () => {
    it('amount, network, address, code and time left, in a shadow root of its own', async () => {
      await Promise.all([prepareCard('en'), prepareCard('de'), prepareCard('ar')]);
      const text = words(invoiceOf('SINGLE'));
      assert.match(text, /<template shadowroot="open" shadowrootmode="open">/);
      for (const part of ['18.204', 'TRC-20', `>${ADDRESS}<`, '<path d="M4 4h7v1', '45:00', 'Time left'])
        assert.ok(text.includes(part), part);
    });

    it('in the language that is asked for, from right to left where it is written so', () => {
      assert.match(words(invoiceOf('SINGLE'), 'de'), /lang="de".* An diese Adresse .*Verbleibende Zeit/);
      assert.match(words(invoiceOf('SINGLE'), 'ar'), /lang="ar" dir="rtl"/);
      assert.match(words(invoiceOf('SINGLE'), 'xx-nonsense-tag'), /lang="en".*To this address/);
    });

    for (const [view, fields] of Object.entries(BY_VIEW))
      it(`${view}: ${view === 'awaiting' ? 'an' : 'no'} address, and it leaves by no clock of the server's`, () => {
        const text = words(invoiceOf('SINGLE', fields));
        assert.equal(text.includes(ADDRESS), view === 'awaiting');
        assert.doesNotMatch(text, /Taking you back/);
      });

    it('an address that fails its check is not there', () => {
      const text = words(invoiceOf('SINGLE', {invoiceAddress: `${ADDRESS.slice(0, -1)}u`}));
      assert.match(text, /is not valid/);
      assert.doesNotMatch(text, /class="address"/);
    });

    it('keeps what the page put between the tags for those who run no script', () => {
      assert.match(words(invoiceOf('SINGLE')), /<noscript><slot><\/slot><\/noscript>/);
      assert.match(words(null), /<slot><\/slot>/);
    });

    it('nothing in the markup but what a strict policy allows with the hash of one style sheet', () => {
      const text = markup(invoiceOf('SINGLE'));
      const {cssText} = CalypsoInvoiceElement.styles;
      assert.deepEqual(
        Array.from(text.matchAll(/<style>([^]*?)<\/style>/g), ([, css]) => css),
        [cssText],
      );
      assert.doesNotMatch(text.replace(/<style>[^]*?<\/style>/, ''), /\sstyle=|\son\w+=|<script/);
    });

    it('what comes from the invoice is text', () =>
      assert.match(words(invoiceOf('SINGLE', {description: '<b>x</b>"'})), /&lt;b&gt;x&lt;\/b&gt;&quot;/));
  });
});
