import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {poller} from './support/polling.js';
import {settle, stopTime} from './support/time.js';

describe('PollingController, reads', () => {
  it('reads nothing before its host is connected', async (test) => {
    const {pass} = stopTime(test);
    const {create, reads, host} = poller();
    create();
    await pass(60_000);
    assert.equal(reads.length, 0);
    host.connect();
    assert.equal(reads.length, 1);
  });

  it('works when it is added to a connected host', async (test) => {
    const {pass} = stopTime(test);
    const {create, reads, host, accepted, last} = poller();
    host.connect();
    create();
    host.update();
    assert.equal(reads.length, 1);
    last().answer('one');
    await pass(3000);
    assert.deepEqual(accepted, ['one']);
    assert.equal(reads.length, 2);
  });

  it('plans the next read only after the last has settled', async (test) => {
    const {pass} = stopTime(test);
    const {create, reads, host, last} = poller();
    create();
    host.connect();
    await pass(9999);
    assert.equal(reads.length, 1);
    last().answer('slow');
    await pass(2999);
    assert.equal(reads.length, 1);
    await pass(1);
    assert.equal(reads.length, 2);
  });

  it('never has two reads in flight, with ten slow answers', async (test) => {
    const {pass} = stopTime(test);
    const {create, reads, host, accepted, last} = poller();
    create();
    host.connect();
    for (let i = 0; i < 10; i++) {
      await pass(9000);
      assert.equal(reads.length, i + 1);
      last().answer(String(i));
      await pass(3000);
    }
    assert.deepEqual(accepted, [...'0123456789']);
  });

  it('goes on after a hundred answers that bring nothing new', async (test) => {
    const {pass} = stopTime(test);
    const {create, reads, host, last} = poller();
    create();
    host.connect();
    for (let i = 0; i < 100; i++) {
      last().answer('pending');
      await pass(3000);
    }
    assert.equal(reads.length, 101);
  });

  it('stops where the delay is null, and wakes for nothing then', async (test) => {
    const {pass} = stopTime(test);
    const {create, reads, host, last, wake} = poller({delay: () => null});
    create();
    host.connect();
    last().answer('final');
    await pass(3_600_000);
    wake();
    await pass(3_600_000);
    assert.equal(reads.length, 1);
  });

  it('tells the delay how many reads failed since the last good one, and why', async (test) => {
    const {pass} = stopTime(test);
    const asked: [number, unknown][] = [];
    const delay = (failed: number, error: unknown) => {
      asked.push([failed, error]);
      return 1000;
    };
    const {create, host, last} = poller({delay});
    const error = new Error('down');
    create();
    host.connect();
    for (const good of [true, false, false, true]) {
      if (good) last().answer('fine');
      else last().fail(error);
      await pass(1000);
    }
    assert.deepEqual(asked, [
      [0, undefined],
      [1, error],
      [2, error],
      [0, undefined],
    ]);
  });
});

describe('PollingController, failures', () => {
  it('tells of a failure with the time until the next read, and goes on', async (test) => {
    const {pass} = stopTime(test);
    const {create, reads, host, failures, last} = poller();
    const error = new Error('down');
    create();
    host.connect();
    last().fail(error);
    await settle();
    assert.deepEqual(failures, [{error, retryIn: 4000}]);
    await pass(3999);
    assert.equal(reads.length, 1);
    await pass(1);
    assert.equal(reads.length, 2);
  });

  it('one read fails, the next hangs, the third is good', async (test) => {
    const {pass} = stopTime(test);
    const {create, host, accepted, failures, last} = poller();
    create();
    host.connect();
    last().fail();
    await pass(4000 + 10_000 + 5000);
    last().answer('paid');
    await settle();
    assert.deepEqual(accepted, ['paid']);
    assert.equal(failures.length, 2);
  });

  it('says null where nothing will be read again', async (test) => {
    stopTime(test);
    const {create, host, failures, last} = poller({delay: () => null});
    create();
    host.connect();
    last().fail();
    await settle();
    assert.equal(failures[0]?.retryIn, null);
  });

  it('takes accept() that throws for a failure', async (test) => {
    const {pass} = stopTime(test);
    const error = new Error('the answer of another invoice');
    const accept = () => {
      throw error;
    };
    const {create, reads, host, failures, last} = poller({accept});
    create();
    host.connect();
    last().answer('foreign');
    await settle();
    assert.deepEqual(failures, [{error, retryIn: 4000}]);
    await pass(4000);
    assert.equal(reads.length, 2);
  });

  it('takes read() that throws for a failure', async (test) => {
    const {pass} = stopTime(test);
    const error = new TypeError('Invalid URL');
    const read = () => {
      throw error;
    };
    const {create, host, failures} = poller({read});
    create();
    host.connect();
    await pass(4000);
    assert.deepEqual(failures, [
      {error, retryIn: 4000},
      {error, retryIn: 5000},
    ]);
  });

  it('gives a read its deadline, aborts it, and reads again', async (test) => {
    const {pass} = stopTime(test);
    const {create, reads, host, failures, last} = poller();
    create();
    host.connect();
    await pass(9999);
    assert.equal(last().signal.aborted, false);
    assert.equal(failures.length, 0);
    await pass(1);
    assert.equal(last().signal.aborted, true);
    assert.equal((failures[0]?.error as Error).message, 'overdue');
    await pass(4000);
    assert.equal(reads.length, 2);
  });

  it('does not count the deadline of a read that has settled', async (test) => {
    const {pass} = stopTime(test);
    const {create, host, failures, last} = poller({delay: () => 60_000});
    create();
    host.connect();
    last().answer('quick');
    await pass(30_000);
    assert.deepEqual(failures, []);
  });

  it('drops the answer and the failure of an overdue read', async (test) => {
    const {pass} = stopTime(test);
    const {create, reads, host, accepted, failures} = poller();
    create();
    host.connect();
    await pass(10_000);
    reads[0]?.answer('too late');
    await pass(4000);
    await pass(10_000);
    reads[1]?.fail();
    await settle();
    assert.deepEqual(accepted, []);
    assert.equal(failures.length, 2);
  });
});
