import type {LogRecord} from '../../proxy/index.js';

/** What the proxy says of itself, and what the process around it does. */
export type LogLine = Omit<LogRecord, 'time' | 'event'> & {
  readonly event: LogRecord['event'] | 'listening' | 'stopping' | 'stopped' | 'forward';
  readonly port?: number;
};

/** Writes one JSON object a line; a line that has no time gets the present one. */
export const jsonLog =
  (print: (line: string) => void) =>
  (line: LogLine | LogRecord): void =>
    print(JSON.stringify({time: new Date().toISOString(), ...line}));
