import assert from 'node:assert/strict';
import {it} from 'node:test';
import {Subscriber} from '../../src/proxy/redis-subscriber.js';
import type {RedisConnection, RedisSubscriber} from '../../src/proxy/redis-connection.js';
import {turns} from './passing-time.js';

/** A Redis that takes connections when the test says so. */
function fakeRedis() {
  const connections: {accept: () => void; isEnded: boolean; joined: string[]}[] = [];
  const duplicate = (): RedisSubscriber => {
    const connection = {accept: () => undefined as void, isEnded: false, joined: [] as string[]};
    connections.push(connection);
    return {
      on: () => undefined,
      connect: () => new Promise<void>((resolve) => (connection.accept = resolve)),
      subscribe: async (channel) => void connection.joined.push(channel),
      unsubscribe: async () => undefined,
      destroy: () => void (connection.isEnded = true),
    };
  };
  const client: RedisConnection = {
    ...{isReady: true, duplicate},
    ...{sendCommand: async () => undefined, on: () => undefined},
  };
  return {client, connections};
}

it('what was closed while it connected opens nothing anew, and what comes after does, for all', async () => {
  const {client, connections} = fakeRedis();
  const subscriber = new Subscriber(client, 'p:');
  const add = (channel: string) => subscriber.add(channel, () => undefined).catch(() => undefined);
  void add('a');
  void add('a');
  void add('b');
  await turns();
  subscriber.close();
  connections[0]?.accept();
  await turns();
  assert.deepEqual([connections.length, connections[0]?.isEnded], [1, true]);
  void add('c');
  await turns();
  connections[1]?.accept();
  await turns();
  assert.deepEqual(connections[1]?.joined.sort(), ['p:a', 'p:b', 'p:c']);
  assert.equal(connections.length, 2);
});
