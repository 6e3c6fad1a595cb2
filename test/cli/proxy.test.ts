import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import {createServer} from 'node:http';
import {once} from 'node:events';
import {after, before, describe, it} from 'node:test';
import type {AddressInfo} from 'node:net';
import type {Listening} from '../../src/sandbox/index.js';
import {clientAddress} from '../../src/cli/proxy/client-address.js';
import {createForward} from '../../src/cli/proxy/forward.js';
import {MERCHANT, openShop} from './shop.js';
import {run} from './terminal.js';

const sign = (secret: string, body: string) => createHmac('sha512', secret).update(body).digest('hex');

describe('calypso-invoice proxy', () => {
  let shop: Awaited<ReturnType<typeof openShop>>;
  let calypso: Listening;
  before(async () => {
    shop = await openShop();
    calypso = await shop.sandbox.listen(0);
  });
  after(async () => {
    await calypso.close();
    await shop.close();
  });

  const start = async (env: Record<string, string> = {}) => {
    const command = run(['proxy'], {
      CALYPSO_API_URL: calypso.url,
      CALYPSO_ACCOUNT: MERCHANT.account,
      CALYPSO_KEY: MERCHANT.key,
      CALYPSO_SECRET: MERCHANT.secret,
      HOST: '127.0.0.1',
      PORT: '0',
      ...env,
    });
    const {port} = JSON.parse(await command.line(/"listening"/)) as {port: number};
    return {...command, url: `http://127.0.0.1:${port}`};
  };

  it('answers an invoice, its health and the sites that are listed, and logs each as one JSON line', async () => {
    const {url, lines, stop} = await start({BASE_PATH: '/pay', ALLOWED_ORIGINS: 'https://office.example'});
    const invoice = await fetch(`${url}/pay/${shop.key}`, {headers: {Origin: 'https://office.example'}});
    assert.equal(((await invoice.json()) as {amount: string}).amount, '10.234567');
    assert.equal(invoice.headers.get('Access-Control-Allow-Origin'), 'https://office.example');
    assert.deepEqual(await (await fetch(`${url}/pay/health`)).json(), {
      status: 'ok',
      upstream: 'ok',
      store: 'ok',
    });
    assert.equal((await fetch(`${url}/api/invoices/${shop.key}`)).status, 404);
    assert.equal(await stop(), 0);
    const records = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    for (const {time, level} of records) {
      assert.equal(new Date(String(time)).toISOString(), time);
      assert.match(String(level), /^(info|warn|error)$/);
    }
    assert.deepEqual(
      records
        .filter(({event}) => event !== 'upstream')
        .map(({event, what, status}) => [event, what, status].filter(Boolean).join(' ')),
      [
        'listening',
        'request read 200',
        'request health 200',
        'request other 404',
        'stopping SIGTERM',
        'stopped drained',
      ],
    );
    assert.doesNotMatch(lines.join(), /CANARY/);
  });

  it('posts each change, signed, and has Calypso deliver again what was not taken', async () => {
    const posts: {sign: unknown; body: string}[] = [];
    const merchant = createServer((request, response) => {
      let body = '';
      request.on('data', (piece) => (body += String(piece)));
      request.on('end', () => {
        posts.push({sign: request.headers['sign'], body});
        response.writeHead(posts.length === 1 ? 503 : 204).end();
      });
    }).listen(0, '127.0.0.1');
    await once(merchant, 'listening');
    const {port} = merchant.address() as AddressInfo;
    const {url, lines, stop} = await start({
      WEBHOOK_SECRETS: 'old, new',
      FORWARD_URL: `http://127.0.0.1:${port}/calypso`,
      FORWARD_SECRET: 'CANARYforward',
    });
    const event = JSON.stringify({
      id: 7,
      service: 'INVOICE',
      data: {type: 'INVOICE_PAID', idempotencyKey: shop.key},
    });
    const deliver = async (secret: string) =>
      (
        await fetch(`${url}/api/invoices/webhooks`, {
          method: 'POST',
          headers: {Sign: sign(secret, event)},
          body: event,
        })
      ).status;
    assert.deepEqual([await deliver('wrong'), posts.length], [401, 0]);
    assert.deepEqual([await deliver('new'), posts.length], [500, 1]);
    assert.deepEqual([await deliver('old'), posts.length], [200, 2]);
    assert.deepEqual([await deliver('old'), posts.length], [200, 2]);
    for (const {sign: came, body} of posts) assert.equal(came, sign('CANARYforward', body));
    const {invoice, event: told} = JSON.parse(posts[1]!.body) as Record<string, Record<string, unknown>>;
    assert.deepEqual(
      [invoice?.['idempotencyKey'], invoice?.['externalId'], invoice?.['amount'], told?.['id']],
      [shop.key, 'order 7', '10.234567', 7],
    );
    assert.equal(await stop(), 0);
    assert.equal(lines.filter((line) => /"event":"forward","status":503/.test(line)).length, 1);
    assert.doesNotMatch(lines.join(), /CANARY/);
    merchant.close();
  });

  it('fails a change that could not be posted at all', async () => {
    const lines: object[] = [];
    const forward = createForward({
      url: 'https://shop.example',
      secret: 'x',
      log: (line) => void lines.push(line),
      fetch: () => Promise.reject(new TypeError('fetch failed')),
    });
    await assert.rejects(async () => forward({state: 'PAID'}, {}), TypeError);
    assert.deepEqual(lines, [{level: 'error', event: 'forward', error: 'TypeError'}]);
  });

  for (const [source, header, address] of [
    ['socket', '203.0.113.7', '192.0.2.1'],
    ['X-Real-IP', '203.0.113.7', '203.0.113.7'],
    ['X-Forwarded-For', '203.0.113.9, 203.0.113.7', '203.0.113.7'],
    ['X-Other', '203.0.113.7', undefined],
  ] as const)
    it(`takes who asks from ${source}`, () => {
      const name = source === 'socket' ? 'X-Real-IP' : source;
      const request = new Request('https://shop.example', {
        headers: name === 'X-Other' ? {} : {[name]: header},
      });
      assert.equal(clientAddress(source, new WeakMap([[request, '192.0.2.1']]))(request), address);
    });
});
