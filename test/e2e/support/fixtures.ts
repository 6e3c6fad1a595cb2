import {test as base, expect} from '@playwright/test';
import {openShop, type Shop} from './shop.js';

interface Fixtures {
  readonly shop: Shop;
  /** Whether the shop's proxy pushes. */
  readonly push: boolean;
  /** Console errors that a test brings about on purpose. */
  readonly expectedErrors: RegExp;
  readonly guard: undefined;
}

/**
 * Every test has a shop of its own, and fails on a console or page error, a violation of the policy, a request to
 * another origin, or anything of the merchant's in an answer.
 */
export const test = base.extend<Fixtures>({
  push: [false, {option: true}],
  shop: async ({push}, use) => {
    const shop = await openShop({push});
    await use(shop);
    await shop.close();
  },
  baseURL: async ({shop}, use) => use(shop.url),
  expectedErrors: [/^$/, {option: true}],
  guard: [
    async ({context, shop, expectedErrors}, use) => {
      const faults: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error' && !expectedErrors.test(message.text())) faults.push(message.text());
      });
      context.on('weberror', (error) => faults.push(String(error.error())));
      context.on('request', (request) => {
        const {protocol, origin} = new URL(request.url());
        if (protocol !== 'data:' && origin !== shop.url) faults.push(`request to ${origin}`);
      });
      await context.addInitScript(() =>
        document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
          console.error(`policy violated: ${violatedDirective} by ${blockedURI}`),
        ),
      );
      await use(undefined);
      expect([...faults, ...shop.leaks]).toEqual([]);
    },
    {auto: true},
  ],
});

export {expect};
