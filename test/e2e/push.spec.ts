import type {Page} from '@playwright/test';
import {expectView} from './support/card.js';
import {expect, test} from './support/fixtures.js';

test.use({push: true});

/** Reads of the invoice and streams of it that a page has begun. */
function requestsOf(page: Page) {
  const counts = {reads: 0, streams: 0};
  page.on('request', (request) => {
    const {pathname} = new URL(request.url());
    if (/^\/api\/invoices\/[\w-]+$/.test(pathname)) counts.reads++;
    if (pathname.endsWith('/events')) counts.streams++;
  });
  return counts;
}

test('a payment is pushed: webhook, proxy, stream, card, without a read of the card', async ({
  page,
  shop,
}) => {
  const invoice = await shop.makeInvoice();
  const requests = requestsOf(page);
  const streaming = page.waitForResponse((response) => response.url().endsWith('/events'));
  await page.goto(shop.pageOf(invoice));
  await expectView(page, 'awaiting');
  expect((await streaming).headers()['content-type']).toContain('text/event-stream');
  await page.waitForTimeout(500); // the first event, after which the card reads no more
  const {reads} = requests;
  await shop.pay(invoice);
  await expectView(page, 'detected');
  await shop.advance(5000);
  await expectView(page, 'paid');
  expect(requests.reads).toBe(reads);
  expect(requests.streams).toBe(1);
});

test('two windows of one invoice: one stream, both see the payment', async ({page, context, shop}) => {
  const invoice = await shop.makeInvoice();
  const first = requestsOf(page);
  await page.goto(shop.pageOf(invoice));
  await expectView(page, 'awaiting');
  const other = await context.newPage();
  const second = requestsOf(other);
  await other.goto(shop.pageOf(invoice));
  await expectView(other, 'awaiting');
  await other.waitForTimeout(500);
  await shop.pay(invoice);
  await expectView(page, 'detected');
  await expectView(other, 'detected');
  expect(first.streams + second.streams).toBe(1);
});
