import {Channels} from './channels.js';
import type {RedisConnection, RedisSubscriber} from './redis-connection.js';

/** One connection for all channels of a process, opened with the first. It resubscribes by itself after a loss. */
export class Subscriber {
  readonly #client: RedisConnection;
  readonly #prefix: string;
  readonly #channels = new Channels();
  /** Those that the connection has subscribed to. */
  readonly #joined = new Set<string>();
  /** What is under way, by channel. */
  readonly #steps = new Map<string, Promise<void>>();
  #connection: Promise<RedisSubscriber> | undefined;
  #opened: RedisSubscriber | undefined;
  /** How often it was closed: what was under way then opens nothing anew. */
  #closings = 0;

  constructor(client: RedisConnection, prefix: string) {
    this.#client = client;
    this.#prefix = prefix;
  }

  /** Resolves when messages arrive; rejects where they do not yet. */
  add(channel: string, listener: (text: string) => void): Promise<void> {
    this.#channels.add(channel, listener);
    return this.#settle(channel);
  }

  delete(channel: string, listener: (text: string) => void): void {
    this.#channels.delete(channel, listener);
    void this.#settle(channel).catch(() => undefined);
  }

  close(): void {
    const connection = this.#connection;
    this.#closings++;
    this.#connection = undefined;
    this.#joined.clear();
    // One that could not be opened yet goes on trying until it is ended.
    this.#opened?.destroy();
    this.#opened = undefined;
    connection?.catch(() => undefined);
  }

  /** Joins or leaves a channel, one step after the other: a subscription that meets its own end is lost. */
  #settle(channel: string): Promise<void> {
    const before = this.#steps.get(channel);
    const closings = this.#closings;
    const step = (async () => {
      await before?.catch(() => undefined);
      if (closings !== this.#closings) return;
      await (this.#channels.has(channel) ? this.#join(channel) : this.#leave(channel));
    })();
    this.#steps.set(channel, step);
    const done = () => this.#steps.get(channel) === step && this.#steps.delete(channel);
    step.then(done, done);
    return step;
  }

  async #join(channel: string): Promise<void> {
    const connection = await (this.#connection ??= this.#connect());
    if (this.#joined.has(channel)) return;
    this.#joined.add(channel);
    try {
      await connection.subscribe(this.#prefix + channel, (text) => this.#channels.emit(channel, text));
    } catch (error) {
      this.#joined.delete(channel);
      throw error;
    }
  }

  async #leave(channel: string): Promise<void> {
    if (this.#joined.delete(channel)) await (await this.#connection)?.unsubscribe(this.#prefix + channel);
  }

  async #connect(): Promise<RedisSubscriber> {
    const connection = this.#client.duplicate();
    // Without a listener the loss of a connection would end the process; it is opened again by itself.
    connection.on('error', () => undefined);
    // Whoever closes their own connection alone shall see their process end.
    connection.unref?.();
    this.#opened = connection;
    try {
      await connection.connect();
    } catch (error) {
      this.#connection = undefined;
      throw error;
    }
    if (this.#opened !== connection) throw new Error('It was closed.');
    // Those who came while it could not be opened.
    for (const channel of this.#channels.names()) void this.#settle(channel).catch(() => undefined);
    return connection;
  }
}
