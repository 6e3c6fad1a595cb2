import {withDeadline} from './deadline.js';
import type {ListField} from './lists.js';
import type {CallerOptions, CallOptions} from './options.js';
import {withRetries} from './retry.js';
import {send, type ApiRequest} from './transport.js';

/** Sends a request, repeated where that does no harm. */
export type Call = <T>(request: ApiRequest) => Promise<T>;

/** Makes the calls of a client: signed, repeated where that does no harm, and each within its time. */
export class Caller {
  readonly #options: CallerOptions;

  constructor(options: CallerOptions) {
    this.#options = options;
  }

  /** A call that may be repeated: it changes nothing, or changes it once. */
  read<T>(path: string, payload: object, options?: CallOptions): Promise<T> {
    return this.#call({path, payload}, options);
  }

  /** As {@link read}, of a page: an answer without its list is no answer. */
  readPage<T>(path: string, payload: object, options?: CallOptions): Promise<T> {
    return this.#call({path, payload, list: {name: 'result'}}, options);
  }

  /** As {@link read}, of a list by itself. */
  readList<T>(path: string, list: ListField, options?: CallOptions): Promise<readonly T[]> {
    return this.#list({path, list}, options);
  }

  /** As {@link readList}, of what is the same for every merchant. */
  readPublicList<T>(
    path: string,
    payload: object,
    list: ListField,
    options?: CallOptions,
  ): Promise<readonly T[]> {
    return this.#list({path, payload, list, anonymous: true}, options);
  }

  /** A call that is made once, whatever the options say. */
  act<T>(path: string, payload: object, options?: CallOptions): Promise<T> {
    return this.#call({path, payload}, {...options, retries: 0});
  }

  /** As {@link act}, with nothing for an answer. */
  async delete(path: string, payload: object, options?: CallOptions): Promise<void> {
    await this.#call({path, payload, method: 'DELETE'}, {...options, retries: 0});
  }

  /** Runs `work`, of one call or several that may be repeated, within the time of one. */
  within<T>(options: CallOptions, work: (call: Call) => Promise<T>): Promise<T> {
    const {credentials, ...usual} = this.#options;
    return withDeadline(options.timeout ?? usual.timeout, options.signal, (signal, left) => {
      const bounds = {retries: options.retries ?? usual.retries, signal, left, now: credentials.now};
      return work(
        (request) => withRetries(bounds, () => send(credentials, request, signal)) as Promise<never>,
      );
    });
  }

  async #list<T>(request: ApiRequest & {readonly list: ListField}, options?: CallOptions): Promise<T[]> {
    const answer = await this.#call<Readonly<Record<string, T[] | null>>>(request, options);
    return answer[request.list.name] ?? [];
  }

  #call<T>(request: ApiRequest, options: CallOptions = {}): Promise<T> {
    return this.within(options, (call) => call<T>(request));
  }
}
