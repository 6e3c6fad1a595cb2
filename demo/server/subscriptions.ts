import type {CalypsoClient, Webhook} from '../../src/api/index.js';

export interface SubscriptionsOptions {
  readonly client: CalypsoClient;
  /** Where the shop takes webhooks. */
  readonly path: string;
  /** Hears which secrets sign what comes there. */
  readonly trust: (secrets: readonly string[]) => void;
}

/** The merchant's subscriptions to Calypso's webhooks, and this shop's own among them. */
export interface Subscriptions {
  /** @param origin where the shop is now being served */
  open(origin: string): Promise<void>;
  list(): Promise<readonly Webhook[]>;
  isOurs(webhook: Webhook): boolean;
  /** Has the shop told of everything; once is enough. */
  subscribe(): Promise<void>;
  delete(requestId: string): Promise<void>;
}

export function createSubscriptions({client, path, trust}: SubscriptionsOptions): Subscriptions {
  let address: string | undefined;
  const isOurs = ({url}: Webhook) => url === address;
  /** Calypso's list is what counts: it has the secrets of an earlier run, too. */
  async function ours(): Promise<readonly Webhook[]> {
    const found = (await client.listWebhooks()).filter(isOurs);
    trust(found.flatMap(({secretKey}) => secretKey ?? []));
    return found;
  }
  const subscribe = async () => {
    if (!address || (await ours()).length) return;
    await client.createWebhook({url: address, notificationServiceTypes: ['INVOICE']});
    await ours();
  };
  return {
    async open(origin) {
      const earlier = (await client.listWebhooks()).filter(({url}) => isThisShop(url, path));
      address = origin + path;
      // At another port nobody answers any more.
      for (const webhook of earlier) if (!isOurs(webhook)) await client.deleteWebhook(webhook.requestId);
      await subscribe();
    },
    list: () => client.listWebhooks(),
    isOurs,
    subscribe,
    async delete(requestId) {
      await client.deleteWebhook(requestId);
      await ours();
    },
  };
}

function isThisShop(url: string, path: string): boolean {
  const {hostname, pathname} = new URL(url);
  return hostname === 'localhost' && pathname === path;
}
