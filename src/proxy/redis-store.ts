import {withDeadline} from '../api/deadline.js';
import {memoryStore} from './memory-store.js';
import type {RedisConnection} from './redis-connection.js';
import {Subscriber} from './redis-subscriber.js';
import type {InvoiceStore, StoredText} from './store.js';

/** ms that Redis is left alone after it failed, so that not every request waits for it. */
const REST = 500;

/** ms; what lives longer is kept in this process too: what the merchant was told shall not be told again. */
const NOTE = 3_600_000;

const GET = `return {redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1])}`;
const REPLACE = `
local found = redis.call('GET', KEYS[1])
local text = found and string.match(found, '^%d+ (.*)$')
if text and text ~= ARGV[1] then return {found, redis.call('PTTL', KEYS[1])} end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return {}`;
const RELEASE = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`;

export interface RedisStoreOptions {
  /** Begins every key and channel, `calypso-invoice:` where absent. */
  readonly prefix?: string;
  /** ms that Redis has for an answer before a request goes on without it, 250 where absent. */
  readonly timeout?: number;
}

/**
 * A store that any number of instances share. While Redis is away or slow the proxy goes on from this process's own
 * memory, and comes back by itself.
 * @param client a connected client of `redis` (node-redis); a second connection, for messages, is made from it
 * @throws TypeError naming what cannot be used.
 */
export function redisStore(
  client: RedisConnection,
  {prefix = 'calypso-invoice:', timeout = 250}: RedisStoreOptions = {},
): InvoiceStore {
  if (typeof client?.sendCommand !== 'function' || typeof client.duplicate !== 'function')
    throw new TypeError('client: expected a connected client of redis (node-redis)');
  if (typeof prefix !== 'string') throw new TypeError(`prefix: expected a text, got ${typeof prefix}`);
  if (!(timeout > 0)) throw new TypeError(`timeout: expected more than 0 ms, got ${String(timeout)}`);
  const memory = memoryStore();
  const subscriber = new Subscriber(client, prefix);
  let restsUntil = 0;
  // A client that nobody listens to ends the process when its connection is lost.
  client.on('error', () => undefined);

  /** What Redis says, or in time what this process knows by itself. */
  const ask = <T>(work: () => Promise<T>, fallback: () => Promise<T>): Promise<T> =>
    Date.now() < restsUntil ? fallback() : insist(work, fallback);

  /** Asks even where Redis should be left alone. */
  async function insist<T>(work: () => Promise<T>, fallback: () => Promise<T>): Promise<T> {
    if (!client.isReady) return fallback();
    try {
      const reply = work();
      // In two halves: where this process was busy, timers are overdue before Redis can be heard.
      const half = () => withDeadline(timeout / 2, undefined, () => reply);
      return await half().catch(half);
    } catch {
      restsUntil = Date.now() + REST * (1 + Math.random());
      return fallback();
    }
  }

  const evaluate = (script: string, name: string, ...args: (string | number)[]) =>
    client.sendCommand(['EVAL', script, '1', prefix + name, ...args.map(String)]);

  const giveBack = async (name: string, token: string, after: number): Promise<boolean> =>
    (await evaluate(RELEASE, name, token, whole(after, 0))) === 1;

  return {
    get healthy() {
      return client.isReady && Date.now() >= restsUntil;
    },

    async get(name) {
      const shared = await ask(
        async () => readReply(await evaluate(GET, name)),
        async () => undefined,
      );
      // What was written while Redis was away is here alone.
      const own = await memory.get(name);
      return shared && own ? (own.age < shared.age ? own : shared) : (shared ?? own);
    },

    async set(name, text, lifetime) {
      const keep = () => memory.set(name, text, lifetime);
      if (lifetime > NOTE) await keep();
      await ask(async () => {
        await client.sendCommand(['SET', prefix + name, pack(text, lifetime), 'PX', whole(lifetime)]);
      }, keep);
    },

    replace: (name, known, text, lifetime) =>
      ask(
        async () =>
          readReply(await evaluate(REPLACE, name, known ?? '', pack(text, lifetime), whole(lifetime))),
        () => memory.replace(name, known, text, lifetime),
      ),

    async claim(name, lifetime) {
      const token = crypto.randomUUID();
      let isLate = false;
      const take = async () => {
        const reply = await client.sendCommand(['SET', prefix + name, token, 'NX', 'PX', whole(lifetime)]);
        if (reply === null) return undefined;
        // Nobody would give it back.
        if (isLate) void giveBack(name, token, 0).catch(() => undefined);
        return token;
      };
      return ask(take, () => {
        isLate = true;
        return memory.claim(name, lifetime);
      });
    },

    async release(name, token, after) {
      if (await memory.release(name, token, after)) return true;
      // A turn that is not given back holds up every instance.
      return insist(
        () => giveBack(name, token, after),
        async () => false,
      );
    },

    publish: async (channel, text) => {
      await ask(
        () => client.sendCommand(['PUBLISH', prefix + channel, text]),
        () => memory.publish(channel, text),
      );
    },

    async subscribe(channel, listener) {
      const leave = await memory.subscribe(channel, listener);
      await withDeadline(timeout, undefined, () => subscriber.add(channel, listener)).catch(() => undefined);
      return () => {
        leave();
        subscriber.delete(channel, listener);
      };
    },

    close: async () => subscriber.close(),
  };
}

/** The lifetime goes with the text: what is left of it tells the age. */
const pack = (text: string, lifetime: number): string => `${whole(lifetime)} ${text}`;

const whole = (ms: number, least = 1): string => String(Math.max(least, Math.ceil(ms)));

function readReply(reply: unknown): StoredText | undefined {
  const [packed, left] = Array.isArray(reply) ? (reply as unknown[]) : [];
  if (typeof packed !== 'string') return undefined;
  const [, lifetime, text] = /^(\d+) ([^]*)$/.exec(packed) ?? [];
  if (text === undefined) return undefined;
  return {text, age: Math.max(0, Number(lifetime) - Number(left))};
}
