import {button} from './support/card.js';
import {expect, test} from './support/fixtures.js';

test('the cart is kept while the page is reloaded', async ({page}) => {
  await page.goto('/');
  await button(page, 'One more Sidamo').click();
  await page.reload();
  await expect(page.getByLabel('Sidamo, quantity')).toHaveText('3');
  await expect(page.locator('#total')).toHaveText('$43.50');
});

test.describe('trouble at the checkout', () => {
  test.use({expectedErrors: /^Failed to load resource/});

  test('an empty order is answered in words', async ({page}) => {
    await page.goto('/');
    for (let i = 0; i < 2; i++) await button(page, 'One less Sidamo').click();
    await button(page, 'Pay with crypto').click();
    await expect(page.getByRole('alert')).toHaveText(
      'Please put something in your order, and choose a currency.',
    );
    await expect(page).toHaveURL('/');
  });

  test('a server that is away is named, and a second try works', async ({page}) => {
    await page.goto('/');
    await page.route('/api/checkout', (route) => route.abort(), {times: 1});
    await button(page, 'Pay with crypto').click();
    await expect(page.getByRole('alert')).toContainText('The shop could not be reached');
    await button(page, 'Pay with crypto').click();
    await expect(page).toHaveURL(/invoice=/);
  });
});

test('the server alone says what an order costs', async ({request, shop}) => {
  const items = [{id: 'fjord', quantity: 1, price: 1}];
  const answer = await request.post('/api/checkout', {data: {currency: 'BTC', items, amount: '0.00000001'}});
  expect(answer.status()).toBe(201);
  const {invoice} = (await answer.json()) as {invoice: string};
  const order = await request.get(`/api/orders/${invoice}`);
  expect(await order.json()).toMatchObject({state: 'PENDING_PAYMENT', amount: '0.0003515', currency: 'BTC'});
  expect(shop.leaks).toEqual([]);
});

for (const data of [{}, {currency: 'USDT', items: []}, {currency: 'USDT', items: [{id: 'tea', quantity: 1}]}])
  test(`refuses ${JSON.stringify(data)}`, async ({request}) => {
    const answer = await request.post('/api/checkout', {data});
    expect(answer.status()).toBe(400);
  });

for (const headers of [{Origin: 'https://evil.example'}, {Origin: 'null'}, {'Sec-Fetch-Site': 'same-site'}])
  test(`does nothing for ${JSON.stringify(headers)}`, async ({request}) => {
    for (const path of ['/api/checkout', '/sandbox/advance']) {
      const answer = await request.post(path, {headers, data: {ms: 1}});
      expect(answer.status()).toBe(403);
    }
  });

for (const path of [
  '/',
  '/demo/return.html',
  '/logo.svg',
  '/api/shop',
  '/api/orders/x',
  '/nowhere',
  '/../start.ts',
])
  test(`${path} comes under the strict policy`, async ({request}) => {
    const headers = (await request.get(path)).headers();
    expect(headers['content-security-policy']).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' https: data:",
    );
    expect(headers['content-security-policy']).toContain(
      "require-trusted-types-for 'script'; trusted-types lit-html",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('same-origin');
  });
