/** Answers one read; an object stands for itself as JSON. */
export type Answer = object | ((signal: AbortSignal) => Response | Promise<Response>);

export interface Read {
  readonly url: string;
  readonly headers: Headers;
  readonly credentials: RequestCredentials | undefined;
  readonly signal: AbortSignal;
}

/** The shop's end of the wire, in place of the element's `fetch`: gives its answer to every read until it has another. */
export class Shop {
  readonly reads: Read[] = [];
  answer: Answer;

  constructor(answer: Answer) {
    this.answer = answer;
  }

  readonly fetch = async (url: unknown, init: RequestInit = {}): Promise<Response> => {
    const {headers, credentials} = init;
    const signal = init.signal ?? new AbortController().signal;
    this.reads.push({url: String(url), headers: new Headers(headers), credentials, signal});
    const {answer} = this;
    return typeof answer === 'function' ? await answer(signal) : Response.json(answer);
  };

  get last(): Read {
    return this.reads.at(-1)!;
  }
}

export const json =
  (body: unknown, headers: Record<string, string> = {}): Answer =>
  () =>
    Response.json(body, {headers});

/** A body as it is, with a status; HTML unless `headers` say otherwise. */
export const body =
  (text: string, code = 200, headers: Record<string, string> = {'Content-Type': 'text/html'}): Answer =>
  () =>
    // As on the wire: of bytes, every engine takes a byte order mark off.
    new Response(new TextEncoder().encode(text), {status: code, headers});

export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response(code === 304 ? null : '<h1>Oops</h1>', {status: code, headers});

/** No network. */
export const down: Answer = () => Promise.reject(new TypeError('Failed to fetch'));

/** No answer ever comes. */
export const silence: Answer = (signal) =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });

/** An answer that waits until the test gives it, to be late or out of order; it does not care for the signal. */
export function held() {
  let release: (answer: Response) => void = () => undefined;
  const promise = new Promise<Response>((resolve) => (release = resolve));
  return {answer: () => promise, release: (value: object) => release(Response.json(value))};
}
