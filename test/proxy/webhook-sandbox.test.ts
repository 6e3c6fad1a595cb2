import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {CalypsoClient} from '../../src/api/index.js';
import {createInvoiceProxy, type OnInvoice} from '../../src/proxy/index.js';
import {createSandbox, type SandboxOptions} from '../../src/sandbox/index.js';
import {BASE, NOW, SHOP} from './fixture.js';
import {done} from './passing-time.js';

const CREDENTIALS = {account: `0x${'1'.repeat(40)}`, key: 'k', secret: 's'};

/** A shop that is told of its invoices by a sandbox, over the wire. */
async function setUp(t: TestContext, onInvoice: OnInvoice, webhooks: SandboxOptions['webhooks'] = {}) {
  t.mock.timers.enable({apis: ['setTimeout']});
  let time = NOW;
  const shop: {proxy?: (request: Request) => Promise<Response>} = {};
  const sandbox = createSandbox({
    ...{...CREDENTIALS, now: () => NOW, webhooks},
    fetch: async (input, init) => shop.proxy?.(new Request(input, init)) ?? new Response(null, {status: 503}),
  });
  const client = new CalypsoClient({
    ...{...CREDENTIALS, baseUrl: 'https://sandbox.example', now: () => NOW},
    fetch: async (input, init) => sandbox.fetch(new Request(input, init)),
  });
  const {secretKey = ''} = await client.createWebhook({
    url: `${SHOP}${BASE}/webhooks`,
    notificationServiceTypes: ['INVOICE'],
  });
  const open = () =>
    (shop.proxy = createInvoiceProxy({
      ...{client, basePath: BASE, webhookSecrets: [secretKey], onInvoice},
      now: () => time,
    }));
  /** Lets Calypso's time go on, and the shop's for as long as it takes to answer. */
  const advance = (ms: number) => done(t, (step) => (time += step), sandbox.advance(ms));
  return {sandbox, client, open, advance};
}

const NEW = {currency: 'USDT_TRX', description: 'Tea'};

describe('a shop that Calypso delivers to', () => {
  for (const webhooks of [{}, {duplicate: true}, {shuffle: true}, {duplicate: true, shuffle: true}])
    it(`is told of each change once: ${JSON.stringify(webhooks)}`, async (t) => {
      const told: string[] = [];
      const {sandbox, client, open, advance} = await setUp(
        t,
        ({state, totalDebitAmount}) => void told.push(`${state} ${totalDebitAmount}`),
        webhooks,
      );
      open();
      const {invoiceAddress: address = ''} = await client.createSingleInvoice({...NEW, amount: '10.5'});
      await advance(30_000);
      await sandbox.deposit({address, amount: '10.5'});
      for (let second = 0; second < 60; second++) await advance(1000);
      assert.equal(new Set(told).size, told.length);
      assert.deepEqual([told[0], told.at(-1)], ['PENDING_PAYMENT 0', 'COMPLETED 10.5']);
      assert.ok(sandbox.deliveries().every(({status}) => status === 200));
      await sandbox.close();
    });

  it('is told of what it missed while it was down, and while its own work failed', async (t) => {
    const told: string[] = [];
    let works = false;
    const {sandbox, client, open, advance} = await setUp(t, ({state}) => {
      assert.ok(works);
      told.push(state);
    });
    const {invoiceAddress: address = ''} = await client.createSingleInvoice({...NEW, amount: '10.5'});
    await sandbox.deposit({address, amount: '10.5'});
    for (let hour = 0; hour < 2; hour++) await advance(3_600_000);
    open();
    for (let hour = 0; hour < 4; hour++) await advance(3_600_000);
    assert.deepEqual(told, []);
    works = true;
    for (let hour = 0; hour < 24; hour++) await advance(3_600_000);
    assert.deepEqual(told, ['COMPLETED']);
    await sandbox.close();
  });

  it('is told of every deposit of an invoice that takes any number', async (t) => {
    const told: (string | undefined)[] = [];
    const {sandbox, client, open, advance} = await setUp(
      t,
      ({totalDebitAmount}) => void told.push(totalDebitAmount),
    );
    open();
    const {invoiceAddress: address = ''} = await client.createUnlimitedInvoice(NEW);
    for (let time = 0; time < 3; time++) {
      await sandbox.deposit({address, amount: '0.1'});
      for (let second = 0; second < 20; second++) await advance(1000);
    }
    assert.deepEqual(told.slice(-3), ['0.1', '0.2', '0.3']);
    assert.equal(new Set(told).size, told.length);
    await sandbox.close();
  });
});
