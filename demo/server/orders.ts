import {CalypsoApiError, type CalypsoClient} from '../../src/api/index.js';
import {problem} from './problem.js';

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** What the server itself reads from Calypso of an order: the return page's proof, where its address is a hint. */
export const createOrders =
  (client: CalypsoClient) =>
  async (key: string): Promise<Response> => {
    if (!UUID.test(key)) return unknown();
    try {
      const {state, amount, currency, description} = await client.getInvoice({idempotencyKey: key});
      return Response.json({state, amount, currency, description}, {headers: {'Cache-Control': 'no-store'}});
    } catch (error) {
      if (error instanceof CalypsoApiError && error.errorCode === '004') return unknown();
      console.error('orders:', error instanceof Error ? error.message : error);
      return problem(502, 'Calypso could not be asked.');
    }
  };

const unknown = () => problem(404, 'We know no such order.');
