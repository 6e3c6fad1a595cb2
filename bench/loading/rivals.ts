import {build} from 'esbuild';
import {ROOT} from '../package.js';
import type {ShownInvoice} from './ways.js';

/** What others make of the same task, as a merchant's bundler delivers it; by file name. */
export const SOURCES: Readonly<Record<string, string>> = {
  '/lit.js': `
import {html, LitElement} from 'lit';
import {create} from 'qrcode/lib/core/qrcode.js';
const pathOf = (text) => {
  const {size, data} = create(text, {errorCorrectionLevel: 'M'}).modules;
  return Array.from(data, (dark, at) => (dark ? 'M' + ((at % size) + 4) + ' ' + (Math.floor(at / size) + 4.5) + 'h1' : '')).join('');
};
customElements.define('lit-invoice', class extends LitElement {
  static properties = {invoice: {}, left: {}};
  createRenderRoot() { return this; }
  connectedCallback() {
    super.connectedCallback();
    const read = async () => { this.invoice = await (await fetch(this.getAttribute('src'))).json(); };
    setInterval(() => {
      const seconds = Math.max(0, Math.round((Date.parse(this.invoice?.expiration) - Date.now()) / 1000));
      this.left = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
    }, 1000);
    setInterval(read, 3000);
    read();
  }
  render() {
    const {invoice} = this;
    return invoice && html\`<main><p>\${invoice.description}</p><p>Amount to send</p><h2>\${invoice.amount} USDT</h2><button>Copy</button>
      <p>Send only USDT on TRON (TRC-20). Money sent on another network is lost.</p>
      <svg viewBox="0 0 37 37"><path d=\${pathOf(invoice.invoiceAddress)} stroke="#000"></path></svg>
      <p>To this address</p><code>\${invoice.invoiceAddress}</code><button>Copy address</button><p>Time left <b>\${this.left}</b></p><p>\${invoice.state}</p></main>\`;
  }
});`,
  '/bitcoin-connect.js': `import '@getalby/bitcoin-connect';`,
};

/** The invoice of the examples in BOLT 11: what it shows must be valid for it to show anything. */
const BOLT11 =
  'lnbc2500u1pvjluezsp5zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zygspp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqdq5xysxxatsyp3k7enxv4jsxqzpu9qrsgquk0rl77nj30yxdy8j9vdx85fkpmdla2087ne0xh8nhedh8w27kyke0lp53ut353s06fv3qfegext0eh0ymjpf39tuven09sam30g4vgpfna3rh';

export const litCard = ({idempotencyKey}: ShownInvoice, basePath: string) =>
  `<script type="module" src="/lit.js"></script><lit-invoice src="${basePath}/${idempotencyKey}"></lit-invoice>`;

export const bitcoinConnect = `<script type="module" src="/bitcoin-connect.js"></script><bc-payment invoice="${BOLT11}" payment-methods="external"></bc-payment>`;

export async function bundle(contents: string): Promise<string> {
  const {outputFiles} = await build({
    ...{stdin: {contents, resolveDir: ROOT}, bundle: true, minify: true, format: 'esm', write: false},
    ...{target: 'es2022', define: {'process.env.NODE_ENV': '"production"'}},
    external: ['crypto'], // asked for at run time, in Node only
  });
  return outputFiles[0]?.text ?? '';
}
