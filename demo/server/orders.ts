import {CalypsoApiError, type CalypsoClient, type CalypsoInvoice} from '../../src/api/index.js';
import {problem} from './problem.js';

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** The shop's own books: in memory, for a demo. */
export interface Orders {
  /** What the server itself reads from Calypso of an order: the return page's proof, where its address is a hint. */
  read(key: string): Promise<Response>;
  /** Notes what a webhook led to. */
  note(invoice: CalypsoInvoice): void;
  /** The state that was noted last. */
  told(key: string): string | undefined;
}

export function createOrders(client: CalypsoClient): Orders {
  const states = new Map<string, string>();
  const told = (key: string) => states.get(key.toLowerCase());
  return {
    told,
    note({idempotencyKey, state}) {
      if (idempotencyKey) states.set(idempotencyKey.toLowerCase(), state);
    },
    async read(key) {
      if (!UUID.test(key)) return unknown();
      try {
        const {state, amount, currency, description} = await client.getInvoice({idempotencyKey: key});
        const order = {state, amount, currency, description, told: told(key)};
        return Response.json(order, {headers: {'Cache-Control': 'no-store'}});
      } catch (error) {
        if (error instanceof CalypsoApiError && error.errorCode === '004') return unknown();
        console.error('orders:', error instanceof Error ? error.message : error);
        return problem(502, 'Calypso could not be asked.');
      }
    },
  };
}

const unknown = () => problem(404, 'We know no such order.');
