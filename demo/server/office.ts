import {Hono} from 'hono';
import {CalypsoApiError, type CalypsoClient, type CalypsoInvoice} from '../../src/api/index.js';
import type {SandboxDelivery} from '../../src/sandbox/index.js';
import {
  OFFICE_ACTIONS,
  OFFICE_FIELDS,
  type Office,
  type OfficeAction,
  type OfficeDeposits,
  type OfficeInvoice,
} from '../office.js';
import {problem} from './problem.js';

export interface OfficeOptions {
  readonly client: CalypsoClient;
  /** Oldest first. */
  readonly deliveries: () => readonly SandboxDelivery[];
  readonly told: (key: string) => string | undefined;
}

/** How many invoices and deliveries are shown. */
const LATEST = 25;

/** The merchant's back office. Whoever reaches it may do all of it: a real one needs a login. */
export function createOffice({client, deliveries, told}: OfficeOptions): Hono {
  const act: Readonly<Record<OfficeAction, (key: string) => Promise<CalypsoInvoice>>> = {
    'return-to-paid': (idempotencyKey) => client.returnToPaid({idempotencyKey}),
    'close-intervention': (idempotencyKey) => client.closeIntervention({idempotencyKey}),
    archive: (idempotencyKey) => client.archiveInvoice({idempotencyKey}),
  };
  const tell = (invoice: CalypsoInvoice) => tellInvoice(invoice, told(invoice.idempotencyKey ?? ''));
  const office = new Hono();

  office.get('/', async () => {
    const {result} = await client.listInvoices({pageSize: LATEST, sort: 'DESC'});
    return answer({invoices: result.map(tell), deliveries: deliveries().slice(-LATEST).reverse()});
  });
  office.get('/:key/deposits', async ({req}) => {
    const {result} = await client.listDeposits({idempotencyKey: req.param('key')}, {pageSize: LATEST});
    const deposits = result.map(({amount, currency, transactionHash, createdDate}) => ({
      amount,
      currency,
      transactionHash,
      createdDate,
    }));
    return answer({deposits});
  });
  for (const action of OFFICE_ACTIONS)
    office.post(`/:key/${action}`, async ({req}) => answer(tell(await act[action](req.param('key')))));
  office.onError((error) => {
    if (error instanceof CalypsoApiError) return problem(409, inWords(error));
    console.error('office:', error);
    return problem(502, 'Calypso could not be asked. Please try again in a moment.');
  });
  return office;
}

const answer = (body: Office | OfficeDeposits | OfficeInvoice): Response =>
  Response.json(body, {headers: {'Cache-Control': 'no-store'}});

/** Field by field: the merchant's account stays here. */
const tellInvoice = (invoice: CalypsoInvoice, told: string | undefined): OfficeInvoice => ({
  ...Object.fromEntries(OFFICE_FIELDS.map((name) => [name, invoice[name]])),
  state: invoice.state,
  told,
});

function inWords({errorCode, message}: CalypsoApiError): string {
  if (errorCode === '004') return 'Calypso knows no such invoice.';
  if (errorCode === '006') return 'The invoice has moved on: its state does not allow this any more.';
  return `Calypso refused: ${message} (${errorCode}).`;
}
