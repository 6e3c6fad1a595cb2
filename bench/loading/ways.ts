import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {render} from '@lit-labs/ssr';
import {html} from 'lit';
import {built} from '../package.js';
import {BASE_PATH, POLL_INTERVAL} from '../settings.js';
import {PLAIN_PATH} from './plain.js';
import {bitcoinConnect, litCard} from './rivals.js';

/** What every page shows, as the proxy answers it. */
export interface ShownInvoice {
  readonly idempotencyKey: string;
  readonly amount: string;
  readonly invoiceAddress: string;
  readonly description: string;
  readonly expiration: string;
}

export interface Way {
  readonly title: string;
  /** The page as it leaves the server. */
  readonly page: (invoice: ShownInvoice) => Promise<string>;
}

const SCRIPT = '<script type="module" src="/calypso-invoice.js"></script>';

const document = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Invoice</title>` +
  `<meta name="viewport" content="width=device-width">${head}</head><body>${body}</body></html>`;

const srcOf = ({idempotencyKey}: ShownInvoice) => `${BASE_PATH}/${idempotencyKey}`;

const card = (invoice: ShownInvoice) =>
  `<calypso-invoice src="${srcOf(invoice)}" redirect="none"></calypso-invoice>`;

const STYLE = `<style>body{font:16px/1.5 system-ui;margin:0}main{max-width:26rem;margin:auto;padding:1.5rem;border:1px solid #ddd;border-radius:1rem}
h2{font-size:2rem;margin:0}code{display:block;overflow-wrap:anywhere;font-size:1.1rem}svg{width:12rem;display:block;margin:1rem auto}</style>`;

const written = (invoice: {[name in 'description' | 'amount' | 'invoiceAddress']: string}, qr: string) =>
  `<main><p>${invoice.description}</p><p>Amount to send</p><h2>${invoice.amount} USDT</h2><button>Copy</button>` +
  `<p>Send only USDT on TRON (TRC-20). Money sent on another network is lost.</p>${qr}` +
  `<p>To this address</p><code>${invoice.invoiceAddress}</code><button>Copy address</button>` +
  `<p>Time left <b id="left">45:00</b></p><p>Waiting for your payment</p></main>`;

/** Draws the same as `written`, and reads again at fixed times: what a merchant would write by hand in an hour. */
const readingScript = (key: string) => `
const main = document.querySelector('main');
let end;
async function read() {
  const invoice = await (await fetch('${PLAIN_PATH}/${key}')).json();
  end = Date.parse(invoice.expiration);
  if (main.hidden) {
    for (const name of ['description', 'amount', 'address']) document.getElementById(name).textContent = invoice[name];
    document.getElementById('qr').setAttribute('d', invoice.qr);
    main.hidden = false;
  }
  document.getElementById('state').textContent = invoice.state;
}
setInterval(() => {
  const seconds = Math.max(0, Math.round((end - Date.now()) / 1000));
  document.getElementById('left').textContent = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
}, 1000);
setInterval(read, ${POLL_INTERVAL});
read();`;

const READING = `<main hidden><p id="description"></p><p>Amount to send</p><h2 id="amount"></h2><button>Copy</button>
<p>Send only USDT on TRON (TRC-20). Money sent on another network is lost.</p>
<svg viewBox="0 0 37 37"><path id="qr" stroke="#000"/></svg>
<p>To this address</p><code id="address"></code><button>Copy address</button><p>Time left <b id="left"></b></p><p id="state"></p></main>`;

/** The page that is written by hand and reads its invoice as JSON. */
export const jsonPage = (key: string) =>
  document(`${READING}<script type="module">${readingScript(key)}</script>`, STYLE);

/** So many cards of one invoice, by the script tag. */
export const manyCards = (invoice: ShownInvoice, count: number) =>
  document(card(invoice).repeat(count), SCRIPT);

/** @param qr SVG path data of the QR code */
export const waysOf = (qr: string): Readonly<Record<string, Way>> => ({
  html: {
    title: 'written by hand, HTML with everything in it',
    page: async (invoice) =>
      document(written(invoice, `<svg viewBox="0 0 37 37"><path d="${qr}" stroke="#000"/></svg>`), STYLE),
  },
  server: {
    title: 'the element, rendered on the server',
    page: async (invoice) => {
      const {prepareCard} = await built.index();
      await prepareCard('en');
      const result = render(
        html`<calypso-invoice src=${srcOf(invoice)} redirect="none" .invoice=${invoice}></calypso-invoice>`,
      );
      return document(await collectResult(result), SCRIPT);
    },
  },
  json: {
    title: 'written by hand, reads the invoice as JSON',
    page: async ({idempotencyKey}) => jsonPage(idempotencyKey),
  },
  preload: {
    title: 'the element, invoice preloaded',
    page: async (invoice) =>
      document(
        card(invoice),
        `${SCRIPT}<link rel="modulepreload" href="/calypso-invoice-address-check.js"><link rel="preload" as="fetch" href="${srcOf(invoice)}" crossorigin>`,
      ),
  },
  script: {title: 'the element, script tag alone', page: async (invoice) => document(card(invoice), SCRIPT)},
  lit: {
    title: 'Lit and qrcode alone, with what the JSON page shows',
    page: async (invoice) => document(litCard(invoice, BASE_PATH), STYLE),
  },
  'bitcoin-connect': {
    title:
      '`<bc-payment>` of @getalby/bitcoin-connect: reads nothing, shows the amount and a button for the code',
    page: async () => document(bitcoinConnect),
  },
});
