import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import {memoryStore, redisStore, type InvoiceStore} from '../../src/proxy/index.js';
import {BASE, KEY, OTHER_KEY} from './fixture.js';
import {readEvents} from './event-reader.js';
import {connect, hasRedis, RedisServer} from './redis.js';
import {invoiceEvent, setUpWebhooks} from './webhook-fixture.js';

const PREFIX = 'calypso-invoice:';
const stateOf = async (response: Response) => {
  assert.equal(response.status, 200);
  return ((await response.json()) as {state: string}).state;
};

/** What an instance of another version may have left in the store, in place of what this one writes. */
const FOREIGN = [
  '',
  '\u0000',
  'null',
  '7',
  '[]',
  '{}',
  '{"version":2,"invoice":{"state":"COMPLETED"}}',
  '{"fields":null,"etag":"a","took":1}',
  '{"fields":{"state":7},"etag":"a","took":1}',
  '{"fields":{"state":"COMPLETED"},"etag":7,"took":"1"}',
  '{"status":200,"message":"fine"}',
  '{"status":"__proto__","message":{}}',
];

describe('instances-of-two-versions', () => {
  for (const text of FOREIGN)
    it(`${JSON.stringify(text)} in the store is as if nothing were there`, async () => {
      const store = memoryStore();
      for (const name of ['invoice', 'failure', 'told', 'pace'])
        await store.set(`{${KEY}}:${name}`, text, 60_000);
      const [a, b] = [setUpWebhooks({store, now: Date.now}), setUpWebhooks({store, now: Date.now})];
      a.change('PAID', '10.234');
      assert.equal(await stateOf(await a.read()), 'PAID');
      assert.equal(await stateOf(await b.read()), 'PAID');
      assert.equal(b.reads.length, 0, 'what the one wrote over it is shared');
      assert.equal((await a.deliver(invoiceEvent(1))).status, 200);
      assert.deepEqual(a.states(), ['PAID']);
    });

  it('what comes on a channel and is no invoice breaks no stream', async () => {
    const store = memoryStore();
    const {ask, deliver, change} = setUpWebhooks({store, now: Date.now});
    const {nextEvent, cancel} = readEvents(await ask(`${BASE}/${KEY}/events`));
    await nextEvent();
    for (const text of FOREIGN) await store.publish(`{${KEY}}`, text);
    change('PAID', '10.234');
    await deliver(invoiceEvent(1));
    assert.equal(JSON.parse((await nextEvent()).data ?? '').state, 'PAID');
    await cancel();
  });
});

it('store-failover: a message that is lost costs a stream one look', async (t) => {
  t.mock.timers.enable({apis: ['setTimeout', 'setInterval', 'Date']});
  const shared = memoryStore();
  const store: InvoiceStore = {...shared, publish: async () => undefined};
  const [a, b] = [setUpWebhooks({store, now: Date.now}), setUpWebhooks({store, now: Date.now})];
  const {nextEvent, cancel} = readEvents(await b.ask(`${BASE}/${KEY}/events`));
  await nextEvent();
  t.mock.timers.tick(2000);
  for (const {change} of [a, b]) change('PAID', '10.234');
  assert.equal((await a.deliver(invoiceEvent(1))).status, 200);
  const event = nextEvent();
  t.mock.timers.tick(16_500);
  assert.equal(JSON.parse((await event).data ?? '').state, 'PAID');
  await cancel();
});

if (hasRedis)
  describe('a Redis', () => {
    let server: Promise<RedisServer> | undefined;
    const ends: (() => unknown)[] = [];
    after(async () => {
      for (const end of ends) await end();
      await (await server)?.stop();
    });
    const open = async () => {
      const client = await connect((await (server ??= RedisServer.start())).url).connect();
      await client.flushAll();
      const instance = () => {
        const store = redisStore(client, {timeout: 5000});
        ends.push(() => store.close());
        return {store, ...setUpWebhooks({store, now: Date.now})};
      };
      ends.push(() => client.destroy());
      return {client, instance};
    };

    it('store-eviction: what is gone is read again, and told by who told it no second time', async () => {
      const {client, instance} = await open();
      const [a, b] = [instance(), instance()];
      for (const {change} of [a, b]) change('PAID', '10.234');
      assert.equal(await stateOf(await a.read()), 'PAID');
      await a.deliver(invoiceEvent(1));
      await client.flushAll();
      assert.equal(await stateOf(await b.read()), 'PAID');
      assert.equal(b.reads.length, 1);
      assert.equal((await a.deliver(invoiceEvent(1))).status, 200);
      assert.equal((await a.deliver(invoiceEvent(2))).status, 200);
      assert.deepEqual(a.states(), ['PAID']);
    });

    it('store-eviction: one that is full and evicts nothing is done without', async () => {
      const {client, instance} = await open();
      await client.configSet({maxmemory: '1', 'maxmemory-policy': 'noeviction'});
      try {
        const {read, deliver, change, states} = instance();
        assert.equal(await stateOf(await read()), 'PENDING_PAYMENT');
        change('PAID', '10.234');
        assert.equal((await deliver(invoiceEvent(1))).status, 200);
        assert.equal((await deliver(invoiceEvent(1))).status, 200);
        assert.equal(await stateOf(await read()), 'PAID');
        assert.deepEqual(states(), ['PAID']);
      } finally {
        await client.configSet({maxmemory: '0'});
      }
    });

    it('instances-of-two-versions: what is packed in another way is written over', async () => {
      const {client, instance} = await open();
      for (const text of ['garbage', '{"version":2}', '60000', '60000 ']) {
        await client.set(`${PREFIX}{${KEY}}:invoice`, text, {PX: 60_000});
        await client.del(`${PREFIX}{${KEY}}:pace`);
        const [a, b] = [instance(), instance()];
        a.change('PAID', '10.234');
        assert.equal(await stateOf(await a.read()), 'PAID');
        assert.equal(await stateOf(await b.read()), 'PAID', text);
        assert.equal(b.reads.length, 0, text);
      }
    });

    it('instances-of-two-versions: a name that holds no text is done without', async () => {
      const {client, instance} = await open();
      await client.rPush(`${PREFIX}{${OTHER_KEY}}:invoice`, 'a');
      assert.equal(await stateOf(await instance().read(OTHER_KEY)), 'PENDING_PAYMENT');
    });
  });
