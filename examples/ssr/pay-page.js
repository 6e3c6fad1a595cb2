import {render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {CalypsoInvoiceElement, prepareCard} from 'calypso-invoice';
import {html} from 'lit';
import {createHash} from 'node:crypto';

await prepareCard('en'); // once: its words, and the check of addresses

const hash = createHash('sha256').update(String(CalypsoInvoiceElement.styles)).digest('base64');
/** The style sheet of the card is part of the page. */
export const STYLE_SOURCE = `style-src 'self' 'sha256-${hash}'`;

/**
 * @param {string} src where the card reads from then on
 * @param {object} invoice as the proxy answers it
 */
export const payPage = async (src, invoice) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Payment</title>
    <script type="module" src="/pay.js"></script>
    <script type="module" src="/calypso-invoice.js"></script>
  </head>
  <body>
    ${await collectResult(render(html`<calypso-invoice src=${src} .invoice=${invoice}></calypso-invoice>`))}
    <p>State: <output></output></p>
    <a href="/">Back to the cart</a>
  </body>
</html>
`;
