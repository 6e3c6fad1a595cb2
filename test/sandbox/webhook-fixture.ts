import {listener} from './listener.js';
import {setup} from './support.js';

export const URL = 'https://shop.example/hook?a=1';
export const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** A sandbox with one endpoint, that is told every event or only those of the given types. */
export async function start(options: Parameters<typeof setup>[0] = {}, ...eventTypes: string[]) {
  const merchant = listener();
  const world = setup({fetch: merchant.fetch, ...options});
  const wanted = eventTypes.length
    ? {notificationEventTypes: eventTypes}
    : {notificationServiceTypes: ['INVOICE']};
  const hook = await world.client.createWebhook({url: URL, ...wanted});
  return {...world, ...merchant, hook, ...world.sandbox};
}
