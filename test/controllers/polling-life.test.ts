import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {poller} from './support/polling.js';
import {settle, stopTime} from './support/time.js';

describe('PollingController, source', () => {
  it('reads nothing while there is no source, and at once when there is one', async (test) => {
    const {pass} = stopTime(test);
    const {create, reads, host, state, wake} = poller();
    state.source = undefined;
    create();
    host.connect();
    host.update();
    wake();
    await pass(60_000);
    assert.equal(reads.length, 0);
    state.source = 'a';
    host.update();
    assert.equal(reads.length, 1);
  });

  it('starts afresh with another source and drops the answer under way', async (test) => {
    stopTime(test);
    const {create, reads, host, state, accepted, failures} = poller();
    create();
    host.connect();
    state.source = 'b';
    host.update();
    assert.deepEqual(
      reads.map(({source, signal}) => [source, signal.aborted]),
      [
        ['a', true],
        ['b', false],
      ],
    );
    reads[1]?.answer('of b');
    reads[0]?.answer('of a');
    await settle();
    assert.deepEqual(accepted, ['of b']);
    assert.deepEqual(failures, []);
  });

  it('does not tell of the failure of an old source', async (test) => {
    stopTime(test);
    const {create, reads, host, state, failures} = poller();
    create();
    host.connect();
    state.source = 'b';
    host.update();
    reads[0]?.fail();
    await settle();
    assert.deepEqual(failures, []);
  });

  it('reads another source at once, though the last was stopped', async (test) => {
    stopTime(test);
    const {create, reads, host, state, last} = poller({delay: () => null});
    create();
    host.connect();
    last().answer('final');
    await settle();
    state.source = 'b';
    host.update();
    assert.equal(reads.length, 2);
  });

  it('goes on as before at updates with the same source', async (test) => {
    const {pass} = stopTime(test);
    const {create, reads, host, last} = poller();
    create();
    host.connect();
    host.update();
    last().answer('one');
    await settle();
    host.update();
    await pass(2999);
    assert.equal(reads.length, 1);
    await pass(1);
    assert.equal(reads.length, 2);
  });

  it('ends when the source is taken away', async (test) => {
    const {pass} = stopTime(test);
    const {create, reads, host, state, accepted, last} = poller();
    create();
    host.connect();
    state.source = undefined;
    host.update();
    last().answer('late');
    await pass(60_000);
    assert.equal(reads.length, 1);
    assert.deepEqual(accepted, []);
  });

  it('counts failures anew for another source', async (test) => {
    const {pass} = stopTime(test);
    const {create, host, state, failures, last} = poller();
    create();
    host.connect();
    last().fail();
    await pass(4000);
    state.source = 'b';
    host.update();
    last().fail();
    await settle();
    assert.deepEqual(
      failures.map(({retryIn}) => retryIn),
      [4000, 4000],
    );
  });
});

describe('PollingController, connection', () => {
  it('aborts its read and clears its timers when it is disconnected', async (test) => {
    const {pass} = stopTime(test);
    const {create, reads, host, accepted, failures, wake, last} = poller();
    create();
    host.connect();
    host.disconnect();
    assert.equal(last().signal.aborted, true);
    last().answer('late');
    wake();
    await pass(60_000);
    assert.equal(reads.length, 1);
    assert.deepEqual([accepted, failures], [[], []]);
  });

  it('is silent after it was disconnected between two reads', async (test) => {
    const {pass} = stopTime(test);
    const {create, reads, host, last} = poller();
    create();
    host.connect();
    last().answer('one');
    await settle();
    host.disconnect();
    await pass(60_000);
    assert.equal(reads.length, 1);
  });

  it('has one timer at a time, and leaves none behind', async (test) => {
    const {pass, planned} = stopTime(test);
    const {create, host, last} = poller();
    create();
    host.connect();
    assert.equal(planned(), 1, 'the deadline of the read');
    last().answer('one');
    await settle();
    assert.equal(planned(), 1, 'the next read');
    await pass(3000);
    last().fail();
    await settle();
    assert.equal(planned(), 1, 'the next read after a failure');
    await pass(4000);
    host.disconnect();
    last().fail(); // as `fetch` does when it is aborted
    await settle();
    assert.equal(planned(), 0);
  });

  it('resumes at once when it is connected again', async (test) => {
    const {pass} = stopTime(test);
    const {create, reads, host, last, accepted, wake} = poller();
    create();
    host.connect();
    host.disconnect();
    host.connect();
    assert.equal(reads.length, 2);
    last().answer('again');
    await pass(3000);
    assert.deepEqual(accepted, ['again']);
    assert.equal(reads.length, 3);
    last().answer('more');
    await settle();
    wake();
    assert.equal(reads.length, 4);
  });

  it('listens once after any number of moves', async (test) => {
    stopTime(test);
    const {create, reads, host, last, wake} = poller();
    create();
    for (let i = 0; i < 5; i++) {
      host.connect();
      host.disconnect();
    }
    host.connect();
    last().answer('one');
    await settle();
    const before = reads.length;
    wake();
    assert.equal(reads.length, before + 1);
  });

  it('reads nothing while it is disconnected, though the source changes', async (test) => {
    const {pass} = stopTime(test);
    const {create, reads, host, state} = poller();
    create();
    host.connect();
    host.disconnect();
    state.source = 'b';
    host.update();
    await pass(60_000);
    assert.equal(reads.length, 1, 'a removed element must not go on asking');
    host.connect();
    assert.deepEqual(
      reads.map(({source}) => source),
      ['a', 'b'],
    );
  });

  it('reads another source once its host has been updated with it', async (test) => {
    stopTime(test);
    const {create, reads, host, state} = poller();
    create();
    host.connect();
    host.disconnect();
    state.source = 'b';
    host.connect();
    host.update();
    assert.deepEqual(
      reads.filter(({signal}) => !signal.aborted).map(({source}) => source),
      ['b'],
    );
  });
});
