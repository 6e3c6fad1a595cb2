/** What the store needs of a connected client of `redis` (node-redis). */
export interface RedisConnection {
  readonly isReady: boolean;
  sendCommand(args: readonly string[]): Promise<unknown>;
  duplicate(): RedisSubscriber;
  on(event: 'error', listener: (error: unknown) => void): unknown;
}

/** A second connection: one that has subscribed takes no other commands. */
export interface RedisSubscriber {
  on(event: 'error', listener: (error: unknown) => void): unknown;
  connect(): Promise<unknown>;
  subscribe(channel: string, listener: (text: string) => void): Promise<unknown>;
  unsubscribe(channel: string): Promise<unknown>;
  destroy(): void;
  /** Has it keep no process alive. */
  unref?(): void;
}
