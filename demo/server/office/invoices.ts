import {Hono} from 'hono';
import * as v from 'valibot';
import type {CalypsoClient, CalypsoInvoice, Page} from '../../../src/api/index.js';
import {INVOICE_STATES, INVOICE_TYPES} from '../../../src/core/invoice.js';
import {
  OFFICE_ACTIONS,
  OFFICE_FIELDS,
  type OfficeAction,
  type OfficeInvoice,
  type OfficePage,
} from '../../office.js';
import {parseOrderNumber} from '../../order-number.js';
import {problem} from '../problem.js';
import {answer, pick} from './answer.js';

const PAGE_SIZE = 10;

const Query = v.object({
  state: v.optional(v.picklist(INVOICE_STATES)),
  type: v.optional(v.picklist(INVOICE_TYPES)),
  order: v.optional(v.pipe(v.string(), v.transform(parseOrderNumber)), ''),
  page: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/), v.transform(Number)), '1'),
});

/** The list of invoices, those of an order, and what can be done to one. */
export function invoices(client: CalypsoClient, told: (key: string) => string | undefined): Hono {
  const act: Readonly<Record<OfficeAction, (key: string) => Promise<CalypsoInvoice>>> = {
    'return-to-paid': (idempotencyKey) => client.returnToPaid({idempotencyKey}),
    'close-intervention': (idempotencyKey) => client.closeIntervention({idempotencyKey}),
    archive: (idempotencyKey) => client.archiveInvoice({idempotencyKey}),
  };
  const tell = (invoice: CalypsoInvoice): OfficeInvoice => ({
    ...pick(invoice, ['state', ...OFFICE_FIELDS]),
    told: told(invoice.idempotencyKey ?? ''),
  });

  /** Calypso finds an order among all invoices: it takes no filter beside the number. */
  function find({state, type, order, page}: v.InferOutput<typeof Query>): Promise<Page<CalypsoInvoice>> {
    const part = {pageNumber: page, pageSize: PAGE_SIZE, sort: 'DESC'} as const;
    if (order) return client.getInvoicesByExternalId(order, part);
    const stateNames = state && {stateNames: [state]};
    const typeNames = type && {typeNames: [type]};
    return client.listInvoices({...part, ...stateNames, ...typeNames});
  }

  const app = new Hono();
  app.get('/', async ({req}) => {
    const query = v.safeParse(Query, req.query());
    if (!query.success) return problem(400, 'The address of this page asks for something that there is not.');
    const {result, page, total, totalElements} = await find(query.output);
    return answer<OfficePage>({invoices: result.map(tell), page, pages: total, total: totalElements});
  });
  for (const action of OFFICE_ACTIONS)
    app.post(`/:key/${action}`, async ({req}) => answer(tell(await act[action](req.param('key')))));
  return app;
}
