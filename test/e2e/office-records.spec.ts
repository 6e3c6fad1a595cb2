import {expect, test} from './support/fixtures.js';
import {act, rowOf} from './support/office.js';

interface History {
  readonly items: readonly {readonly id: string}[];
}

test('deposits and payments of an invoice, and each alone by its id', async ({page, request, shop}) => {
  const invoice = await shop.makeKind('UNLIMITED');
  await shop.payAmount(invoice, '12.5');
  await shop.advance(10_000);
  await shop.payAmount(invoice, '3');
  await shop.advance(5000);
  const path = `/api/office/invoices/${invoice.idempotencyKey}`;
  const idsOf = async (kind: string) =>
    ((await (await request.get(`${path}/${kind}`)).json()) as History).items.map(({id}) => id);
  const [deposits, payments] = [await idsOf('deposits'), await idsOf('payments')];

  await page.goto('/demo/office.html');
  const row = rowOf(page, invoice);
  await act(row, 'Deposits, payments');
  await expect(row.getByRole('listitem')).toHaveText([/^\s*3 USDT/, /^\s*12\.5 USDT/]);
  await expect(row.locator('dd b')).toHaveText(['IN_PROGRESS', 'COMPLETED']);

  const record = page.getByRole('dialog');
  const opener = row.getByRole('button', {name: 'Open the deposit of 12.5 USDT'});
  await opener.click();
  await expect(record.getByRole('heading')).toHaveText('Deposit');
  await expect(record).toContainText('12.5 USDT');
  await expect(record).toContainText(deposits[1] ?? 'no id');
  await page.keyboard.press('Escape');
  await expect(record).toBeHidden();
  await expect(opener).toBeFocused();

  await row.getByRole('button', {name: 'Open the payment'}).first().click();
  await expect(record.getByRole('heading')).toHaveText('Payment');
  await expect(record).toContainText('IN_PROGRESS');
  await expect(record).toContainText(payments[0] ?? 'no id');
  await record.getByRole('button', {name: 'Close'}).click();
  await expect(record).toBeHidden();

  await act(row, 'Deposits, payments');
  await expect(row.getByRole('listitem')).toHaveCount(0);
});

test('where nothing came in, it says so', async ({page, shop}) => {
  const invoice = await shop.makeInvoice();
  await page.goto('/demo/office.html');
  await act(rowOf(page, invoice), 'Deposits, payments');
  await expect(rowOf(page, invoice)).toContainText('No deposit has arrived.');
  await expect(rowOf(page, invoice)).toContainText('No payment has begun.');
});

test('a record that there is not', async ({request, shop}) => {
  const {idempotencyKey} = await shop.makeInvoice();
  for (const kind of ['deposits', 'payments']) {
    const id = '00000000-0000-4000-8000-000000000000';
    const response = await request.get(`/api/office/invoices/${idempotencyKey}/${kind}/${id}`);
    expect(response.status(), kind).toBe(409);
    expect(await response.text()).toContain('Calypso has no such record.');
  }
});
