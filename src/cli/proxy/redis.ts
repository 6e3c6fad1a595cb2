import {redisStore, type InvoiceStore} from '../../proxy/index.js';
import {UsageError} from '../usage-error.js';

export interface SharedStore {
  readonly store: InvoiceStore;
  close(): void;
}

/**
 * A store in the Redis of this URL; it is not waited for, and comes and goes by itself.
 * @param load imports the optional package
 * @throws UsageError which does not quote the URL: a password may be in it
 */
export async function connectRedis(url: string, load = () => import('redis')): Promise<SharedStore> {
  const {createClient} = await load().catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new UsageError('REDIS_URL needs the package redis: npm install redis');
  });
  const client = open();
  // It tries again by itself.
  client.on('error', () => undefined);
  client.connect().catch(() => undefined);
  return {store: redisStore(client), close: () => client.destroy()};

  function open() {
    try {
      return createClient({url});
    } catch {
      throw new UsageError(
        'REDIS_URL: expected a URL such as redis://host:6379 or rediss://user:password@host',
      );
    }
  }
}
