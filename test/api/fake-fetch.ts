export interface Call {
  readonly url: string;
  readonly init: RequestInit;
  readonly body: string;
}

/** A `fetch` that goes nowhere: it keeps each call and answers with what `answer` gives. */
export function fakeFetch(answer: (call: Call, index: number) => Response | Promise<Response>) {
  const calls: Call[] = [];
  const fetch = async (input: string | URL | Request, init: RequestInit = {}) => {
    const call = {url: input instanceof Request ? input.url : String(input), init, body: String(init.body)};
    return answer(call, calls.push(call) - 1);
  };
  return {fetch, calls};
}

/** A promise that never settles: the silence of a server. */
export const silence = () => new Promise<never>(() => undefined);
