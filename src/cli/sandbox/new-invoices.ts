import type {CalypsoInvoice} from '../../api/index.js';
import {parseJson} from '../../core/json.js';

type Fetch = (request: Request) => Promise<Response>;

const CREATE = /^\/api\/v1\/invoice\/[\w-]+\/create$/;

/** The same sandbox, that tells of each invoice once it is made. */
export const tellingOfInvoices =
  (fetch: Fetch, onInvoice: (invoice: CalypsoInvoice) => void): Fetch =>
  async (request) => {
    const response = await fetch(request);
    if (response.ok && CREATE.test(new URL(request.url).pathname))
      onInvoice(parseJson(await response.clone().text()) as CalypsoInvoice);
    return response;
  };
