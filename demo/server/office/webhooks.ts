import {Hono} from 'hono';
import type {Webhook} from '../../../src/api/index.js';
import type {OfficeWebhook, OfficeWebhooks} from '../../office.js';
import type {Subscriptions} from '../subscriptions.js';
import {answer, pick} from './answer.js';

/** Who is told of what; each answer says what there is now. */
export function webhooks(subscriptions: Subscriptions): Hono {
  const tellAll = async () => {
    const all = await subscriptions.list();
    const isSubscribed = all.some(subscriptions.isOurs);
    return answer<OfficeWebhooks>({webhooks: all.map(tell), isSubscribed});
  };
  const app = new Hono();
  app.get('/', tellAll);
  app.post('/', async () => {
    await subscriptions.subscribe();
    return tellAll();
  });
  app.delete('/:requestId', async ({req}) => {
    await subscriptions.delete(req.param('requestId'));
    return tellAll();
  });
  return app;
}

const tell = (webhook: Webhook): OfficeWebhook => ({
  ...pick(webhook, ['requestId', 'url', 'createdDate']),
  events: webhook.notificationEventTypes ?? [],
  isBlocked: webhook['state'] === 'BLOCKED',
});
