import {withDeadline} from './deadline.js';
import type {ListField} from './lists.js';
import type {CallerOptions, CallOptions} from './options.js';
import {withRetries} from './retry.js';
import {send, type ApiRequest} from './transport.js';

/** Makes the calls of a client: signed, repeated where that does no harm, and each within its time. */
export class Caller {
  readonly #options: CallerOptions;

  constructor(options: CallerOptions) {
    this.#options = options;
  }

  /** A call that may be repeated: it changes nothing, or changes it once. */
  read<T>(path: string, payload: object | undefined, options?: CallOptions): Promise<T> {
    return this.#repeat({path, payload}, options);
  }

  /** As {@link read}, of a page: an answer without its list is no answer. */
  readPage<T>(path: string, payload: object, options?: CallOptions): Promise<T> {
    return this.#repeat({path, payload, list: {name: 'result'}}, options);
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
    return this.#call({path, payload}, options, 0);
  }

  /** As {@link act}, with nothing for an answer. */
  async delete(path: string, payload: object, options?: CallOptions): Promise<void> {
    await this.#call({path, payload, method: 'DELETE'}, options, 0);
  }

  /** Runs `work`, of one call or several, within the time of one. */
  within<T>({timeout, signal}: CallOptions, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return withDeadline(timeout ?? this.#options.timeout, signal, work);
  }

  async #list<T>(request: ApiRequest & {readonly list: ListField}, options?: CallOptions): Promise<T[]> {
    const answer: Readonly<Record<string, T[] | null>> = await this.#repeat(request, options);
    return answer[request.list.name] ?? [];
  }

  #repeat<T>(request: ApiRequest, options: CallOptions = {}): Promise<T> {
    return this.#call(request, options, options.retries ?? this.#options.retries);
  }

  #call<T>(request: ApiRequest, options: CallOptions = {}, retries: number): Promise<T> {
    return this.within(options, (signal) =>
      withRetries(retries, signal, () => send(this.#options.credentials, request, signal)),
    ) as Promise<T>;
  }
}
