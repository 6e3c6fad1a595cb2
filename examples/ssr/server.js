import {getRequestListener} from '@hono/node-server';
import {CalypsoClient} from 'calypso-invoice/api';
import {createInvoiceProxy} from 'calypso-invoice/proxy';
import express from 'express';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {payPage, STYLE_SOURCE} from './pay-page.js';

const {CALYPSO_API_URL, CALYPSO_ACCOUNT, CALYPSO_KEY, CALYPSO_SECRET, PORT = '8080'} = process.env;

const client = new CalypsoClient({
  baseUrl: CALYPSO_API_URL,
  account: CALYPSO_ACCOUNT,
  key: CALYPSO_KEY,
  secret: CALYPSO_SECRET,
});
const proxy = createInvoiceProxy({client, basePath: '/api/invoices'});

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  STYLE_SOURCE,
  "connect-src 'self'",
  "img-src 'self' https: data:",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const app = express();
app.use((_, response, next) => {
  response.set('Content-Security-Policy', POLICY);
  next();
});
app.all('/api/invoices/*path', getRequestListener(proxy));
app.post('/checkout', async (request, response) => {
  const {idempotencyKey} = await client.createSingleInvoice({
    amount: '18.204', // what it costs is the server's to say
    currency: 'USDT_TRX',
    description: 'Order 1042',
    idempotencyKey: crypto.randomUUID(), // keep it with the order
    returnUrl: `${request.protocol}://${request.get('host')}/thanks.html`,
  });
  response.redirect(303, `/pay?invoice=${idempotencyKey}`);
});
app.get('/pay', async (request, response) => {
  const src = `/api/invoices/${encodeURIComponent(String(request.query.invoice))}`;
  const answer = await proxy(new Request(new URL(src, 'http://localhost')));
  if (answer.ok) response.type('html').send(await payPage(src, await answer.json()));
  else response.status(answer.status).send('This invoice cannot be shown now.');
});
app.use(express.static('public'));
// calypso-invoice.js and what stands beside it
app.use(express.static(dirname(fileURLToPath(import.meta.resolve('calypso-invoice')))));

const server = app.listen(Number(PORT), 'localhost', () =>
  console.log(`http://localhost:${server.address().port}`),
);
