/** One event of a stream; `data` is empty where there was none. */
export interface StreamEvent {
  readonly type: string;
  readonly data: string;
}

/** Longest line that is kept, characters: a stream without line ends must not fill the memory. */
const LONGEST_LINE = 1_000_000;

/** Reads `text/event-stream` piece by piece, however it is cut (WHATWG HTML, 9.2.6). */
export class EventStreamParser {
  #rest = '';
  #type = '';
  #data: string[] = [];
  #retry: number | undefined;

  /** ms that the server asked to wait before the next connection. */
  get retry(): number | undefined {
    return this.#retry;
  }

  /** @returns the events that are complete with this piece */
  push(piece: string): StreamEvent[] {
    const lines = (this.#rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.#rest = (lines.pop() ?? '').slice(-LONGEST_LINE);
    return lines.flatMap((line) => this.#line(line.replace(/^\ufeff/, '')));
  }

  #line(line: string): StreamEvent[] {
    if (line === '') return this.#end();
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'event') this.#type = value;
    else if (field === 'data') this.#data.push(value);
    else if (field === 'retry' && /^\d+$/.test(value)) this.#retry = Number(value);
    return [];
  }

  #end(): StreamEvent[] {
    const event = {type: this.#type || 'message', data: this.#data.join('\n')};
    const isEmpty = !this.#data.length;
    this.#type = '';
    this.#data = [];
    return isEmpty ? [] : [event];
  }
}
