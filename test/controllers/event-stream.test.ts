import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {EventStreamController} from '../../src/controllers/event-stream-controller.js';
import {settle, stopTime, stubGlobal} from './support/time.js';

/** A connection that the test speaks through. */
interface Connection {
  readonly signal: AbortSignal;
  accept(): void;
  refuse(): void;
  say(text: string): Promise<void>;
  end(): Promise<void>;
}

async function stream(test: TestContext, random = () => 0.5) {
  const {pass, planned} = stopTime(test);
  const window = new EventTarget();
  stubGlobal(test, 'window', window);
  const connections: Connection[] = [];
  const pieces: string[] = [];
  const changes: boolean[] = [];
  const state = {hidden: false, retry: undefined as number | undefined};
  const controller = new EventStreamController({
    open: (signal) =>
      new Promise((resolve, reject) => {
        let writer: ReadableStreamDefaultController<Uint8Array> | undefined;
        const body = new ReadableStream<Uint8Array>({start: (started) => void (writer = started)});
        signal.addEventListener('abort', () => reject(signal.reason));
        connections.push({
          signal,
          accept: () => resolve(body),
          refuse: () => reject(new Error('502')),
          say: async (text) => {
            resolve(body);
            writer?.enqueue(new TextEncoder().encode(text));
            await settle();
          },
          end: async () => {
            writer?.close();
            await settle();
          },
        });
      }),
    piece: (text) => {
      pieces.push(text);
      return state.retry;
    },
    change: (isLive) => void changes.push(isLive),
    isHidden: () => state.hidden,
    random,
  });
  const page = (type: string, hidden = state.hidden) => {
    state.hidden = hidden;
    window.dispatchEvent(new Event(type));
  };
  await settle();
  return {
    pass,
    planned,
    connections,
    pieces,
    changes,
    controller,
    page,
    state,
    last: () => connections.at(-1)!,
  };
}

describe('EventStreamController', () => {
  it('hands on what comes, and is live from the first byte', async (test) => {
    const {controller, last, pieces, changes} = await stream(test);
    assert.equal(controller.isLive, false);
    await last().say(': hello\n\n');
    await last().say('data: é\n\n');
    assert.deepEqual(pieces, [': hello\n\n', 'data: é\n\n']);
    assert.equal(controller.isLive, true);
    assert.deepEqual(changes, [true]);
  });

  it('a letter that is cut in two is one letter', async (test) => {
    const bytes = new TextEncoder().encode('é');
    const {last, pieces} = await stream(test);
    const raw = new TextDecoder('latin1').decode(bytes);
    assert.equal(raw.length, 2);
    await last().say('é');
    assert.equal(pieces.join(''), 'é');
  });

  for (const [how, stop] of [
    ['ends', (connection: Connection) => connection.end()],
    ['is refused', async (connection: Connection) => connection.refuse()],
  ] as const)
    it(`a stream that ${how} is opened again, after a wait by chance`, async (test) => {
      const {connections, last, pass, changes} = await stream(test);
      if (how === 'ends') await last().say('x');
      await stop(last());
      await pass(450);
      assert.equal(connections.length, 1);
      await pass(200);
      assert.equal(connections.length, 2);
      assert.deepEqual(changes, how === 'ends' ? [true, false] : []);
    });

  it('waits longer from failure to failure, never over 30 s, and from the start after a good one', async (test) => {
    const {connections, last, pass} = await stream(test, () => 1);
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      const {length} = connections;
      last().refuse();
      await settle();
      let waited = 0;
      for (; connections.length === length; waited += 500) await pass(500);
      waits.push(waited);
    }
    assert.deepEqual(waits, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    await last().say('x');
    await last().end();
    const {length} = connections;
    await pass(1000);
    assert.equal(connections.length, length + 1);
  });

  it('waits as long as the server asks', async (test) => {
    const {connections, last, pass, state} = await stream(test, () => 0);
    state.retry = 4000;
    await last().say('retry: 4000\n\n');
    await last().end();
    await pass(3900);
    assert.equal(connections.length, 1);
    await pass(200);
    assert.equal(connections.length, 2);
  });

  it('gives a stream up that is silent for longer than two heartbeats', async (test) => {
    const {connections, last, pass, changes} = await stream(test);
    await last().say('x');
    await pass(30_000);
    await last().say(': beat\n\n');
    await pass(30_000);
    assert.equal(connections.length, 1);
    await pass(6000);
    assert.equal(connections.length, 2);
    assert.equal(connections[0]?.signal.aborted, true);
    assert.deepEqual(changes, [true]);
  });

  it('gives a connection up that never answers', async (test) => {
    const {connections, pass} = await stream(test);
    await pass(36_000);
    assert.equal(connections.length, 2);
    assert.equal(connections[0]?.signal.aborted, true);
  });

  it('lets go where the page is hidden or kept for Back, and comes back with it', async (test) => {
    const {connections, last, page, pass, changes} = await stream(test);
    await last().say('x');
    page('visibilitychange', true);
    assert.equal(last().signal.aborted, true);
    await pass(120_000);
    assert.equal(connections.length, 1);
    page('visibilitychange', false);
    await settle();
    assert.equal(connections.length, 2);
    page('pagehide');
    assert.equal(last().signal.aborted, true);
    page('pageshow');
    await settle();
    assert.equal(connections.length, 3);
    assert.deepEqual(changes, [true, false]);
  });

  it('at "online" it does not wait for its turn', async (test) => {
    const {connections, last, page} = await stream(test);
    last().refuse();
    await settle();
    page('online');
    await settle();
    assert.equal(connections.length, 2);
  });

  it('leaves nothing behind when it is closed', async (test) => {
    const {connections, controller, last, page, pass, planned} = await stream(test);
    await last().say('x');
    controller.close();
    await settle();
    assert.equal(last().signal.aborted, true);
    assert.equal(planned(), 0);
    page('pageshow');
    await pass(120_000);
    assert.equal(connections.length, 1);
  });
});
