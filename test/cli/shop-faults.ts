import {openShop, type Fault} from './shop.js';

type Fields = Record<string, unknown>;

export let shop: Awaited<ReturnType<typeof openShop>>;
export const open = async (): Promise<void> => void (shop = await openShop());

export const isRead = ({url}: Request) => url.toLowerCase() === shop.url.toLowerCase();
export const isStream = ({url}: Request) => url === `${shop.url}/events`;

/** Other answers to the requests that `where` says, made of the right ones. */
export const changed =
  (where: (request: Request) => boolean, change: (response: Response, request: Request) => unknown): Fault =>
  async (request, answer) => {
    const response = await answer(request);
    if (!where(request)) return response;
    const other = await change(response, request);
    return other instanceof Response ? other : response;
  };

/** Another JSON text, in the read and in the events. */
export const text =
  (change: (text: string) => string): Fault =>
  async (request, answer) => {
    const response = await answer(request);
    const {status, headers} = response;
    if (status !== 200 || request.method !== 'GET') return response;
    if (isRead(request)) return new Response(change(await response.text()), {status, headers});
    if (!isStream(request)) return response;
    const pieces = new TransformStream<string, string>({
      transform: (piece, controller) =>
        controller.enqueue(piece.replace(/^data: (.*)$/m, (_, data: string) => `data: ${change(data)}`)),
    });
    const body = response.body!.pipeThrough(new TextDecoderStream()).pipeThrough(pieces);
    return new Response(body.pipeThrough(new TextEncoderStream()), {status, headers});
  };
export const fields = (change: Fields | ((fields: Fields) => Fields)): Fault =>
  text((json) => {
    const known = JSON.parse(json) as Fields;
    return JSON.stringify(typeof change === 'function' ? change(known) : {...known, ...change});
  });
/** A member as it is written, so that a test decides every digit. */
export const raw = (member: string): Fault =>
  text((json) => json.replace(/"amount":"[^"]*"/, member).replace(/^\{(?!.*"amount")/, `{${member},`));
export const header =
  (name: string, value: string | undefined, where = isRead): Fault =>
  (request, answer) =>
    changed(where, ({headers}) => (value === undefined ? headers.delete(name) : headers.set(name, value)))(
      request,
      answer,
    );
export const instead =
  (where: (request: Request) => boolean, response: () => Response): Fault =>
  (request, answer) =>
    changed(where, response)(request, answer);

export const endsWith = (suffix: string) => (request: Request) => request.url.endsWith(suffix);
export const isUnknown = endsWith('00000000-0000-4000-8000-000000000000');
export const isUnknownRead = (request: Request) => isUnknown(request) && request.method === 'GET';
/** What a careless router does: whatever stands behind the key is not looked at. */
export const lenient =
  (suffix: string): Fault =>
  (request, answer) =>
    answer(endsWith(suffix)(request) ? new Request(shop.url) : request);
export const allow =
  (origin: (request: Request) => string | null, credentials = false): Fault =>
  async (request, answer) => {
    const headers = new Headers(request.headers);
    headers.delete('Origin');
    const response = await answer(new Request(request, {headers}));
    const allowed = origin(request);
    if (allowed !== null) response.headers.set('Access-Control-Allow-Origin', allowed);
    if (credentials) response.headers.set('Access-Control-Allow-Credentials', 'true');
    return response;
  };
export const originOf = ({headers}: Request) => headers.get('Origin');
