import type {CalypsoClient} from '../src/api/index.js';

/** What a proxy is without any of ours: one upstream read for each poll, and nothing is pushed. */
export function createNaiveProxy(client: CalypsoClient): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method === 'POST') return new Response(null);
    const idempotencyKey = new URL(request.url).pathname.split('/').at(-1) ?? '';
    try {
      const {fee, ...invoice} = await client.getInvoice({idempotencyKey});
      return Response.json(invoice, {headers: {'Cache-Control': 'no-store'}});
    } catch {
      return new Response(null, {status: 502});
    }
  };
}
