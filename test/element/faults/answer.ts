import type {FakeClock} from './fake-clock.js';

/** What the payer's browser gets for a request, and how it comes. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** ms until the headers are there. */
  readonly delay: number;
  /** What becomes of the body: whole, half or none of it and then silence, half and then a reset, a byte a second. */
  readonly body?: 'whole' | 'half' | 'none' | 'reset' | 'drip' | 'undecodable';
  /** No answer at all. */
  readonly isLost?: boolean;
  /** A redirect led here. */
  readonly url?: string;
  /** It comes although nobody waits any more, as with a transport of the page's own. */
  readonly isDeaf?: boolean;
}

/** Gives the answer as `fetch` would, on the clock. */
export function give(answer: Answer, signal: AbortSignal, clock: FakeClock): Promise<Response> {
  return new Promise((resolve, reject) => {
    if (!answer.isDeaf) signal.addEventListener('abort', () => reject(signal.reason));
    setTimeout(() => {
      if (answer.isLost) reject(new TypeError('Failed to fetch'));
      else resolve(respond(answer, signal, clock));
    }, answer.delay);
  });
}

function respond(answer: Answer, signal: AbortSignal, clock: FakeClock): Response {
  const {status, headers, url, body = 'whole'} = answer;
  const isEmpty = status === 204 || status === 304;
  const bytes = new TextEncoder().encode(answer.text);
  const content = isEmpty ? null : body === 'whole' ? bytes : slowly(bytes, body, signal);
  const response = new Response(content, {status, headers});
  if (url) Object.defineProperties(response, {redirected: {value: true}, url: {value: url}});
  // Firefox reports a body of ours that breaks as an error of the page, though text() rejects.
  response.text = () =>
    body === 'whole' ? clock.hold(Response.prototype.text.call(response)) : read(response);
  return response;
}

async function read({body}: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const {done, value} = (await reader?.read()) ?? {done: true, value: undefined};
    if (done) return text;
    text += decoder.decode(value, {stream: true});
  }
}

function slowly(
  bytes: Uint8Array<ArrayBuffer>,
  body: Answer['body'],
  signal: AbortSignal,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let isOver = false;
  return new ReadableStream({
    start(stream) {
      const fail = (reason: unknown) => {
        if (!isOver) stream.error(reason);
        isOver = true;
      };
      if (signal.aborted) return fail(signal.reason);
      signal.addEventListener('abort', () => fail(signal.reason));
      if (body === 'undecodable') return fail(new TypeError('Decoding failed'));
      // What has no bytes sends none.
      if (bytes.length && (body === 'half' || body === 'reset'))
        stream.enqueue(bytes.slice(0, bytes.length / 2));
      if (body === 'reset') setTimeout(() => fail(new TypeError('network error')), 100);
      if (body !== 'drip') return;
      let sent = 0;
      const drip = () => {
        if (isOver || !bytes.length) return;
        stream.enqueue(bytes.slice(sent, ++sent));
        if (sent < bytes.length) return void setTimeout(drip, 1000);
        isOver = true;
        stream.close();
      };
      drip();
    },
    cancel: () => void (isOver = true),
  });
}
