import * as v from 'valibot';
import type {CalypsoClient, CalypsoInvoice} from '../../src/api/index.js';
import {CURRENCIES, dueIn} from '../catalog.js';
import {KINDS, LEAST_GIFT, TASTING, type Kind} from '../kinds.js';
import {makeInvoice, type ShopFields} from './make-invoice.js';
import {problem} from './problem.js';

const Wish = v.object({
  type: v.picklist(KINDS.map(({type}) => type)),
  currency: v.picklist(CURRENCIES),
});

/** Makes an invoice of a kind that the page names. What it costs is the server's to say. */
export const createKinds =
  (client: CalypsoClient) =>
  async (request: Request): Promise<Response> => {
    const wish = v.safeParse(Wish, await request.json().catch(() => undefined));
    if (!wish.success) return problem(400, 'Please choose a kind of invoice, and a currency.');
    const {type, currency} = wish.output;
    const name = KINDS.find((kind) => kind.type === type)?.name ?? type;
    return makeInvoice(request, name, (fields) => create(client, type, {...fields, currency}));
  };

function create(
  client: CalypsoClient,
  type: Kind['type'],
  invoice: ShopFields & {readonly currency: string},
): Promise<CalypsoInvoice> {
  // Nothing is ever finished here: there is nowhere to return to.
  const {returnUrl, ...endless} = invoice;
  switch (type) {
    case 'SINGLE_FIAT':
      return client.createSingleFiatInvoice({...invoice, ...TASTING});
    case 'BOUND':
      return client.createBoundInvoice({...invoice, lowerBound: dueIn(invoice.currency, LEAST_GIFT)});
    case 'UNLIMITED':
      return client.createUnlimitedInvoice(endless);
    case 'UNLIMITED_LINKED':
      return client.createUnlimitedLinkedInvoice(endless);
  }
}
