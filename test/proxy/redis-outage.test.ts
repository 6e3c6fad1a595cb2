import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import {redisStore, type RedisConnection} from '../../src/proxy/index.js';
import {invoiceText, KEY} from './fixture.js';
import {connect, hasRedis, RedisServer, type Client} from './redis.js';
import {invoiceEvent, setUpWebhooks} from './webhook-fixture.js';

const until = async (condition: () => unknown) => {
  for (let turns = 0; !(await condition()); turns++) {
    assert.ok(turns < 2000, 'it never came');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
const rejections: unknown[] = [];
process.on('unhandledRejection', (reason) => rejections.push(reason));

/** A proxy of its own over one Redis, and a Calypso that the test moves. */
function instance(client: Client, timeout = 250) {
  const store = redisStore(client, {timeout});
  after(() => store.close());
  return {store, ...setUpWebhooks({store, now: Date.now})};
}

if (hasRedis)
  describe('a Redis', () => {
    const clients: Client[] = [];
    const open = (url: string) => {
      const client = connect(url);
      clients.push(client);
      return client;
    };
    const servers: RedisServer[] = [];
    const start = async () => {
      const server = await RedisServer.start();
      servers.push(server);
      return server;
    };
    after(async () => {
      for (const client of clients) client.destroy();
      for (const server of servers) await server.stop();
      assert.deepEqual(rejections, []);
    });

    it('store-down-at-start: one that is down at the start is done without, and used once it is there', async () => {
      const server = await start();
      await server.stop();
      const client = open(server.url);
      void client.connect().catch(() => undefined);
      const {read, deliver, told, change, store} = instance(client);
      assert.equal(store.healthy, false);
      assert.equal((await read()).status, 200);
      change('PAID', '10.234');
      assert.equal((await deliver(invoiceEvent(1))).status, 200);
      assert.equal(told.length, 1);
      await server.start();
      await until(() => store.healthy);
      assert.equal((await deliver(invoiceEvent(2))).status, 200);
      assert.equal(told.length, 1, 'what was told while it was away is not told again');
    });

    it('store-down-in-flight: one that is lost and comes back empty loses nobody', async () => {
      const server = await start();
      const client = await open(server.url).connect();
      const {read, deliver, told, change, store} = instance(client);
      change('PAID', '10.234');
      await deliver(invoiceEvent(1));
      await server.stop();
      await until(() => !store.healthy);
      assert.equal((await read()).status, 200);
      change('COMPLETED');
      assert.equal((await deliver(invoiceEvent(2))).status, 200);
      await server.start();
      await until(() => store.healthy);
      for (const id of [1, 2, 3]) assert.equal((await deliver(invoiceEvent(id))).status, 200);
      assert.deepEqual(
        told.map(({invoice}) => invoice.state),
        ['PAID', 'COMPLETED'],
      );
    });

    it('store-down-in-flight: one that is lost while a read is under way costs the read nothing', async () => {
      const server = await start();
      const client = await open(server.url).connect();
      const {read, reads, calypso, answer} = instance(client);
      let release = () => undefined as void;
      calypso.fault = () => new Promise<Response>((resolve) => (release = () => resolve(answer())));
      const early = read();
      await until(() => reads.length);
      await server.stop();
      release();
      assert.equal((await early).status, 200);
    });

    it('store-slow: one that is slow is waited for once, and then left alone for a while', async () => {
      const server = await start();
      const client = await open(server.url).connect();
      const {read, store} = instance(client, 50);
      await store.get('warm');
      server.freeze();
      const startedAt = Date.now();
      const answers = await Promise.all(Array.from({length: 20}, () => read()));
      assert.deepEqual(new Set(answers.map(({status}) => status)), new Set([200]));
      assert.ok(Date.now() - startedAt < 5000);
      assert.equal(store.healthy, false);
      server.thaw();
      await until(() => store.healthy);
      assert.equal((await read()).status, 200);
    });

    it('store-slow: one that answers late holds up nobody', async () => {
      const server = await start();
      const client = await open(server.url).connect();
      const {store} = instance(client, 50);
      const other = instance(await open(server.url).connect(), 5000).store;
      const slow = async (work: () => Promise<unknown>) => {
        server.freeze();
        await work();
        server.thaw();
        await client.ping(); // what was asked before has been done by now
      };

      await slow(() => store.claim('late', 60_000));
      await until(() => other.claim('late', 60_000));

      await until(() => store.healthy);
      const token = await store.claim('held', 60_000);
      await slow(() => store.get('held'));
      await store.release('held', token ?? '', 0);
      await until(() => other.claim('held', 60_000));
    });

    it('webhook-elsewhere: tells the streams of all instances of a webhook that one accepted', async () => {
      const server = await start();
      const [a, b] = [
        instance(await open(server.url).connect(), 5000),
        instance(await open(server.url).connect(), 5000),
      ];
      const response = await b.ask(`/api/invoices/${KEY}/events`);
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      const seen = async (state: string) => {
        while (!text.includes(`"state":"${state}"`))
          text += (await reader?.read())?.value ?? assert.fail('ended');
      };
      await seen('PENDING_PAYMENT');
      a.change('PAID', '10.234');
      b.calypso.fault = () => new Response(invoiceText(KEY));
      assert.equal((await a.deliver(invoiceEvent(1))).status, 200);
      await seen('PAID');
      await reader?.cancel();
    });

    it('has onInvoice called once, to whichever instances the events go', async () => {
      const server = await start();
      const instances = [
        instance(await open(server.url).connect(), 5000),
        instance(await open(server.url).connect(), 5000),
        instance(await open(server.url).connect(), 5000),
      ];
      for (const {change} of instances) change('PAID', '10.234');
      const answers = await Promise.all(
        instances.flatMap(({deliver}) => [1, 2, 3].map((id) => deliver(invoiceEvent(id)))),
      );
      assert.deepEqual(new Set(answers.map(({status}) => status)), new Set([200]));
      assert.equal(instances.flatMap(({told}) => told).length, 1);
    });

    it('has nothing but what payers may see', async () => {
      const server = await start();
      const client = await open(server.url).connect();
      const {read, deliver, calypso} = instance(client, 5000);
      calypso.fault = () =>
        new Response(
          invoiceText(KEY, '"id":"CANARY","account":"CANARY","externalId":"CANARY","fee":42.4242'),
        );
      await read();
      await deliver(invoiceEvent(1, 'INVOICE_PAID', {message: 'CANARY', parentExternalId: 'CANARY'}));
      const keys = await client.keys('*');
      assert.ok(keys.length >= 3 && keys.every((key) => key.startsWith('calypso-invoice:')));
      for (const key of keys) assert.doesNotMatch(`${key} ${await client.get(key)}`, /CANARY|42\.4242/);
    });
  });

describe('redisStore', () => {
  it('does not blame Redis where this process was busy itself', async () => {
    // Heard in the second turn of the event loop, after the timers that are overdue in the first.
    const sendCommand = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve, null)));
    const client: RedisConnection = {
      isReady: true,
      sendCommand,
      duplicate: () => assert.fail('for messages'),
      on: () => client,
    };
    const store = redisStore(client, {timeout: 200});
    const answer = store.get('turn');
    for (const startedAt = Date.now(); Date.now() - startedAt < 300;); // nothing is heard meanwhile
    await answer;
    assert.equal(store.healthy, true);
  });

  for (const [what, client, options] of [
    ['client', null, {}],
    ['client', {}, {}],
    ['prefix', connect('redis://localhost'), {prefix: 7}],
    ['timeout', connect('redis://localhost'), {timeout: 0}],
    ['timeout', connect('redis://localhost'), {timeout: NaN}],
  ] as const)
    it(`refuses a ${what} that cannot be used, by name`, () => {
      assert.throws(() => redisStore(client as never, options as never), {
        name: 'TypeError',
        message: new RegExp(`^${what}: `),
      });
    });
});
