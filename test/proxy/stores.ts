import {randomUUID} from 'node:crypto';
import {after} from 'node:test';
import {memoryStore, redisStore, type InvoiceStore} from '../../src/proxy/index.js';
import {connect, hasRedis, RedisServer} from './redis.js';

/** What a few instances share. */
export interface SharedStore {
  /** As an instance of its own sees it. */
  instance(): Promise<InvoiceStore>;
  /** Lets `ms` pass for what is in it. */
  elapse(ms: number): Promise<void>;
}

/** Both implementations, each with what the tests of either need. */
export const stores: Record<string, () => Promise<SharedStore>> = {
  memoryStore: async () => {
    let time = 1_750_000_000_000;
    const store = memoryStore({now: () => time});
    return {instance: async () => store, elapse: async (ms) => void (time += ms)};
  },
  ...(hasRedis && {redisStore: sharedRedis()}),
};

/** One server for all tests of a file. */
function sharedRedis(): () => Promise<SharedStore> {
  let server: Promise<RedisServer> | undefined;
  const ends: (() => unknown)[] = [];
  after(async () => {
    for (const end of ends) await end();
    await (await server)?.stop();
  });
  return async () => {
    const {url} = await (server ??= RedisServer.start());
    const prefix = `${randomUUID()}:`;
    const admin = await connect(url).connect();
    ends.push(() => admin.destroy());
    return {
      async instance() {
        const client = await connect(url).connect();
        // A busy machine is no slow Redis.
        const store = redisStore(client, {prefix, timeout: 5000});
        ends.push(() => store.close().then(() => client.destroy()));
        return store;
      },
      // Its clock cannot be set: what is left of each lifetime can.
      async elapse(ms) {
        for (const key of await admin.keys(`${prefix}*`))
          await admin.pExpire(key, (await admin.pTTL(key)) - ms);
      },
    };
  };
}
