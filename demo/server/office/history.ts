import {Hono} from 'hono';
import type {CalypsoClient} from '../../../src/api/index.js';
import {
  DEPOSIT_FIELDS,
  PAYMENT_FIELDS,
  type OfficeDeposit,
  type OfficeHistory,
  type OfficePayment,
} from '../../office.js';
import {answer, pick} from './answer.js';

/** How many are told. */
const LATEST = {pageSize: 25, sort: 'DESC'} as const;

/** What came in for an invoice: deposits on the chain, payments as Calypso books them, and each of these alone. */
export function history(client: CalypsoClient): Hono {
  const app = new Hono();
  app.get('/:key/deposits', async ({req}) => {
    const {result, totalElements} = await client.listDeposits({idempotencyKey: req.param('key')}, LATEST);
    const items = result.map((deposit) => pick(deposit, DEPOSIT_FIELDS));
    return answer<OfficeHistory<OfficeDeposit>>({items, total: totalElements});
  });
  app.get('/:key/deposits/:id', async ({req}) => {
    const {key, id} = req.param();
    return answer(pick(await client.getDeposit({idempotencyKey: key}, id), DEPOSIT_FIELDS));
  });
  app.get('/:key/payments', async ({req}) => {
    const {result, totalElements} = await client.listPayments({idempotencyKey: req.param('key')}, LATEST);
    const items = result.map((payment) => pick(payment, PAYMENT_FIELDS));
    return answer<OfficeHistory<OfficePayment>>({items, total: totalElements});
  });
  app.get('/:key/payments/:id', async ({req}) => {
    const {key, id} = req.param();
    return answer(pick(await client.getPayment({idempotencyKey: key}, id), PAYMENT_FIELDS));
  });
  return app;
}
