import {randomUUID} from 'node:crypto';
import type {CalypsoClient} from '../src/api/index.js';
import {RedisServer} from '../test/proxy/redis.js';
import {startChild, type Child} from './child.js';
import {built} from './package.js';
import type {InstanceOptions, InstanceProcess} from './processes/instance.js';
import type {SandboxProcess} from './processes/sandbox.js';
import type {Scope} from './scope.js';
import {BASE_PATH} from './settings.js';

export interface ShopOptions {
  readonly kind: InstanceOptions['kind'];
  /** With several, there is a Redis. */
  readonly instances: number;
  readonly push: boolean;
  readonly webhooks: boolean;
}

export interface Instance {
  readonly origin: string;
  readonly process: Child<InstanceProcess>;
}

export interface OpenInvoice {
  readonly key: string;
  readonly address: string;
}

const AMOUNT = '18.204';

/** A merchant with so many instances, a Redis where there are several, and a Calypso: each a process of its own. */
export async function openShop(scope: Scope, {kind, instances: count, push, webhooks}: ShopOptions) {
  const credentials = {account: `0x${'1'.repeat(40)}`, key: randomUUID(), secret: randomUUID()};
  const sandbox = startChild<SandboxProcess>(scope, 'sandbox');
  const baseUrl = await sandbox.call('start', credentials);
  const {CalypsoClient} = await built.api();
  const client = new CalypsoClient({...credentials, baseUrl});
  const redis = count > 1 ? await RedisServer.start() : undefined;
  if (redis) scope.defer(() => redis.stop());
  const instances = await Promise.all(
    Array.from({length: count}, async (): Promise<Instance> => {
      const process = startChild<InstanceProcess>(scope, 'instance');
      return {process, origin: `http://127.0.0.1:${await process.call('listen')}`};
    }),
  );
  const webhookSecret = webhooks ? await subscribe(client, instances) : undefined;
  const options = {kind, push, webhookSecret, redisUrl: redis?.url, client: {...credentials, baseUrl}};
  await Promise.all(instances.map(({process}) => process.call('open', options)));

  return {
    sandbox,
    instances,

    createInvoices: (number: number): Promise<OpenInvoice[]> =>
      Promise.all(
        Array.from({length: number}, async () => {
          const {idempotencyKey, invoiceAddress} = await client.createSingleInvoice({
            ...{amount: AMOUNT, currency: 'USDT_TRX', description: 'Order 1042'},
            idempotencyKey: randomUUID(),
          });
          return {key: idempotencyKey ?? '', address: invoiceAddress ?? ''};
        }),
      ),

    async pay({address}: OpenInvoice): Promise<void> {
      const {ok, status} = await fetch(`${baseUrl}/sandbox/deposit`, {
        method: 'POST',
        body: JSON.stringify({address, amount: AMOUNT}),
      });
      if (!ok) throw new Error(`The sandbox answered ${status} to a deposit.`);
    },

    /** Bytes of all instances together; they stand still for it. */
    async memory() {
      const all = await Promise.all(instances.map(({process}) => process.call('memory')));
      return {heap: sum(all, ({heap}) => heap), rss: sum(all, ({rss}) => rss)};
    },

    /** CPU of all instances together, and for how long one went on without Redis. */
    async usage() {
      const all = await Promise.all(instances.map(({process}) => process.call('usage')));
      return {cpu: sum(all, ({cpu}) => cpu), away: sum(all, ({away}) => away) / all.length};
    },
  };
}

export type Shop = Awaited<ReturnType<typeof openShop>>;

const sum = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((total, one) => total + of(one), 0);

/** Calypso delivers to one URL: the first instance takes the webhooks of all. */
async function subscribe(client: CalypsoClient, [first]: readonly Instance[]): Promise<string | undefined> {
  const {secretKey} = await client.createWebhook({
    url: `${first?.origin}${BASE_PATH}/webhooks`,
    notificationServiceTypes: ['INVOICE'],
  });
  return secretKey;
}
