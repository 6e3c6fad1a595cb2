import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {EventStreamParser, type StreamEvent} from '../../src/core/event-stream.js';

/** What comes of a stream that is cut at these places. */
function read(stream: string, ...cuts: number[]): StreamEvent[] {
  const parser = new EventStreamParser();
  const at = [0, ...cuts.map((cut) => cut % (stream.length + 1)).sort((a, b) => a - b), stream.length];
  return at.slice(1).flatMap((end, i) => parser.push(stream.slice(at[i], end)));
}

describe('EventStreamParser', () => {
  for (const [stream, events] of [
    ['event: invoice\ndata: {"a":1}\n\n', [['invoice', '{"a":1}']]],
    ['data: a\ndata: b\n\n', [['message', 'a\nb']]],
    ['data:a\n\ndata: b\n\n', [['message', 'a'], ['message', 'b']]], // prettier-ignore
    ['data\n\n', [['message', '']]],
    ['event: invoice\n\n', []],
    [': heartbeat\n\n', []],
    ['id: 7\nfoo: bar\ndata: x\n\n', [['message', 'x']]],
    ['data: not finished\n', []],
    ['\ufeffdata: x\n\n', [['message', 'x']]],
    ['event: a\n\ndata: x\n\n', [['message', 'x']]],
    ['data:  two spaces\n\n', [['message', ' two spaces']]],
    ['data: a:b: c\n\n', [['message', 'a:b: c']]],
  ] as const)
    it(`reads ${JSON.stringify(stream)}`, () =>
      assert.deepEqual(
        read(stream).map(({type, data}) => [type, data]),
        events,
      ));

  for (const end of ['\n', '\r\n', '\r'])
    it(`lines end in ${JSON.stringify(end)}`, () => {
      const stream = ['event: invoice', 'data: x', '', 'data: y', '', ': then on', ''].join(end);
      assert.deepEqual(
        read(stream).map(({data}) => data),
        ['x', 'y'],
      );
    });

  it('however it is cut, the events are the same', () => {
    const line = fc.constantFrom(
      'event: invoice',
      'data: {"state":"PAID"}',
      'data: é😀',
      ': beat',
      'retry: 5',
      '',
    );
    const stream = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\r\n')))
      .map((lines) => lines.flat().join(''));
    fc.assert(
      fc.property(stream, fc.array(fc.nat()), (text, cuts) =>
        assert.deepEqual(read(text, ...cuts), read(text)),
      ),
    );
  });

  it('keeps what the server says of the next connection', () => {
    const parser = new EventStreamParser();
    assert.equal(parser.retry, undefined);
    parser.push('retry: 1500\n\n');
    parser.push('retry: soon\n\nretry: -1\n\n');
    assert.equal(parser.retry, 1500);
  });

  it('a line without end does not fill the memory', () => {
    const parser = new EventStreamParser();
    for (let i = 0; i < 40; i++) parser.push('x'.repeat(100_000));
    assert.deepEqual(parser.push('\n\ndata: x\n\n'), [{type: 'message', data: 'x'}]);
  });
});
