/** One thing that happened. Nothing in it is secret: of an invoice's key it has the first 8 characters. */
export interface LogRecord {
  /** ISO 8601 */
  readonly time: string;
  readonly level: 'info' | 'warn' | 'error';
  readonly event: 'request' | 'upstream' | 'webhook' | 'onInvoice' | 'stream' | 'breaker';
  /** The first 8 characters of the invoice's idempotencyKey. */
  readonly invoice?: string;
  /** HTTP status that was answered. */
  readonly status?: number;
  /** What of it: `read`, `events` … of a request; `opened`, `closed` of a stream; the breaker's state. */
  readonly what?: string;
  readonly ms?: number;
  /** The name of an error, and never its message: that may quote anything. */
  readonly error?: string;
}

export type Log = (record: LogRecord) => void;
export type LogEntry = Omit<LogRecord, 'time' | 'invoice'> & {readonly key?: string | undefined};

/**
 * The only way to the merchant's log.
 * @param now epoch ms
 */
export function safeLog(log: Log | undefined, now: () => number): (entry: LogEntry) => void {
  if (log !== undefined && typeof log !== 'function')
    throw new TypeError(`log: expected a function, got ${typeof log}`);
  return ({key, ...entry}) => {
    try {
      log?.({time: new Date(now()).toISOString(), ...entry, ...(key && {invoice: shortKey(key)})});
    } catch {
      // A log that fails keeps nobody from paying.
    }
  };
}

export const shortKey = (key: string): string => key.slice(0, 8);

export const errorName = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
