import assert from 'node:assert/strict';

/** One event, or what else stands in a stream. */
export interface SentEvent {
  readonly id?: string;
  readonly event?: string;
  readonly data?: string;
  readonly retry?: string;
  readonly comment?: string;
}

/** Reads a `text/event-stream` as a browser would, one block after the other. */
export function readEvents(response: Response) {
  assert.equal(response.headers.get('Content-Type'), 'text/event-stream');
  const reader = (response.body ?? assert.fail('no body')).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';

  /** The next block; undefined where the stream has ended. */
  async function next(): Promise<SentEvent | undefined> {
    while (!text.includes('\n\n')) {
      const {value, done} = await reader.read();
      if (done) {
        assert.equal(text, '', 'a stream ends after a block');
        return undefined;
      }
      text += value;
    }
    const at = text.indexOf('\n\n');
    const lines = text.slice(0, at).split('\n');
    text = text.slice(at + 2);
    return Object.fromEntries(
      lines.map((line) => {
        const [, name, value] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
        return [name || 'comment', value];
      }),
    );
  }

  /** The next event with data. */
  async function nextEvent(): Promise<SentEvent> {
    for (;;) {
      const block = (await next()) ?? assert.fail('the stream has ended');
      if (block.data !== undefined) return block;
    }
  }

  const nextState = async () => (JSON.parse((await nextEvent()).data ?? '') as {state: string}).state;
  return {next, nextEvent, nextState, cancel: () => reader.cancel()};
}
