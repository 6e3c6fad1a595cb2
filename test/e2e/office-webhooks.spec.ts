import {button} from './support/card.js';
import {expect, test} from './support/fixtures.js';

test('a subscription is deleted, nothing is told, and then everything again', async ({page, shop}) => {
  await page.goto('/demo/office.html');
  const section = page.getByRole('region', {name: 'Webhook subscriptions'});
  await expect(section.getByRole('listitem')).toHaveCount(1);
  await expect(section.getByRole('listitem')).toContainText(`${shop.url}/api/invoices/webhooks`);
  await section.getByText('10 kinds of event').click();
  await expect(section).toContainText('INVOICE_PAID');
  await expect(button(page, 'Subscribe again')).toBeHidden();

  await section.getByRole('button', {name: 'Delete the subscription'}).click();
  await expect(page.getByRole('status')).toHaveText('The subscription was deleted.');
  await expect(section.getByRole('listitem')).toHaveCount(0);
  await expect(section.getByText('The shop is told of nothing')).toBeVisible();
  const missed = await shop.makeInvoice();
  await shop.advance(1000);
  expect((await shop.orderOf(missed)).told).toBeUndefined();

  await button(page, 'Subscribe again').click();
  await expect(section.getByRole('listitem')).toHaveCount(1);
  await expect(button(page, 'Subscribe again')).toBeHidden();
  const invoice = await shop.makeInvoice();
  await shop.advance(1000);
  await expect.poll(() => shop.orderOf(invoice)).toMatchObject({told: 'PENDING_PAYMENT'});
});

test('nobody else may delete a subscription, or make one; twice is once', async ({request}) => {
  const headers = {Origin: 'https://evil.example'};
  const list = async () =>
    (await (await request.get('/api/office/webhooks')).json()) as {webhooks: {requestId: string}[]};
  const before = await list();
  const path = `/api/office/webhooks/${before.webhooks[0]?.requestId}`;
  expect((await request.delete(path, {headers})).status()).toBe(403);
  expect((await request.post('/api/office/webhooks', {headers})).status()).toBe(403);
  expect((await request.post('/api/office/webhooks')).status()).toBe(200);
  expect(await list()).toEqual(before);
});

test('rates of every currency in the panel, and with the time', async ({page}) => {
  await page.goto('/demo/office.html');
  const table = page.getByRole('table', {name: 'Rates'});
  await expect(table.getByRole('row')).toHaveCount(7);
  const row = table.getByRole('row', {name: 'USDT · TRON (TRC-20)'});
  await expect(row.getByRole('cell')).toHaveText([/^(1|1\.00\d+|0\.99\d+)$/, /^0\.9\d+$/]);
  await expect(page.getByText('What one is worth, as of')).toHaveText(/as of \d+ \w+, \d\d:\d\d:00\.$/);
});
