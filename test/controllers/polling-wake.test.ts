import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {poller, WAKE_UPS} from './support/polling.js';
import {settle, stopTime, stubGlobal} from './support/time.js';

/** A poller that has read once and waits a minute for the next read. */
async function waiting(options = {}) {
  const it = poller({delay: () => 60_000, ...options});
  it.create();
  it.host.connect();
  it.last().answer('first');
  await settle();
  return it;
}

describe('PollingController, waking', () => {
  for (const type of WAKE_UPS)
    it(`reads at once on ${type}`, async (test) => {
      stopTime(test);
      const {reads, wake} = await waiting();
      wake(type);
      assert.equal(reads.length, 2);
    });

  it('reads once, though all four events come together', async (test) => {
    stopTime(test);
    const {reads, wake, inFlight} = await waiting();
    for (const type of [...WAKE_UPS, ...WAKE_UPS]) wake(type);
    await settle();
    assert.equal(reads.length, 2);
    assert.equal(inFlight().length, 1);
  });

  it('looks once more 2 s later, because the network may not have been back, and then as before', async (test) => {
    const {pass} = stopTime(test);
    const {reads, wake, last} = await waiting();
    wake();
    last().fail();
    await pass(1999);
    assert.equal(reads.length, 2);
    await pass(1);
    assert.equal(reads.length, 3);
    last().answer('back');
    await pass(59_999);
    assert.equal(reads.length, 3);
    await pass(1);
    assert.equal(reads.length, 4);
  });

  it('takes no second look where it was told when to ask again', async (test) => {
    const {pass} = stopTime(test);
    const {reads, wake, last, failures} = await waiting({isAppointed: () => true});
    wake();
    last().fail();
    await pass(59_999);
    assert.equal(reads.length, 2);
    assert.deepEqual(
      failures.map(({retryIn}) => retryIn),
      [60_000],
    );
    await pass(1);
    assert.equal(reads.length, 3);
    last().answer('back');
    await pass(59_999);
    assert.equal(reads.length, 3);
  });

  it('is not woken by the pageshow of a page that has just been loaded', async (test) => {
    const {pass} = stopTime(test);
    const {reads, show} = await waiting();
    show(false);
    await pass(59_999);
    assert.equal(reads.length, 1);
    show(true);
    await pass(0);
    assert.equal(reads.length, 2);
  });

  it('does not wait longer for the second look than it would have', async (test) => {
    const {pass} = stopTime(test);
    const {reads, wake, last} = await waiting({delay: () => 1000});
    wake();
    last().answer('again');
    await pass(1000);
    assert.equal(reads.length, 3);
  });

  it('replaces a read that may have died in its sleep', async (test) => {
    const {sleep} = stopTime(test);
    const {reads, host, wake, create, accepted} = poller();
    create();
    host.connect();
    sleep(600_000);
    wake();
    assert.deepEqual(
      reads.map(({signal}) => signal.aborted),
      [true, false],
    );
    reads[0]?.answer('stale');
    reads[1]?.answer('fresh');
    await settle();
    assert.deepEqual(accepted, ['fresh']);
  });

  it('leaves a young read alone', async (test) => {
    const {pass} = stopTime(test);
    const {reads, host, wake, create} = poller();
    create();
    host.connect();
    await pass(1900);
    wake();
    assert.equal(reads.length, 1);
    assert.equal(reads[0]?.signal.aborted, false);
  });

  it('looks once more after a young read, too', async (test) => {
    const {pass} = stopTime(test);
    const {reads, host, wake, create, last} = poller({delay: () => 60_000});
    create();
    host.connect();
    wake();
    last().answer('asked before the page woke');
    await pass(2000);
    assert.equal(reads.length, 2);
  });

  it('does nothing while the page is hidden', async (test) => {
    const {pass} = stopTime(test);
    const {reads, wake, state} = await waiting();
    state.hidden = true;
    for (const type of WAKE_UPS) wake(type);
    await pass(59_999);
    assert.equal(reads.length, 1);
    state.hidden = false;
    wake('visibilitychange');
    assert.equal(reads.length, 2);
  });

  it('asks once, at once, after ten minutes of sleep', async (test) => {
    const {sleep} = stopTime(test);
    const {reads, wake, state} = await waiting();
    state.hidden = true;
    wake('visibilitychange');
    sleep(600_000);
    state.hidden = false;
    for (const type of WAKE_UPS) wake(type);
    assert.equal(reads.length, 2);
  });

  it('listens to the page where nothing else is said, and lets go of it', async (test) => {
    stopTime(test);
    const window = new EventTarget();
    const document = Object.assign(new EventTarget(), {hidden: false});
    stubGlobal(test, 'window', window);
    stubGlobal(test, 'document', document);
    const {reads, host, last, create} = poller({wakeUps: undefined, isHidden: undefined} as object);
    create();
    host.connect();
    for (const [target, type] of [
      [document, 'visibilitychange'],
      [window, 'focus'],
      [window, 'pageshow'],
      [window, 'online'],
    ] as const) {
      last().answer('one');
      await settle();
      const before = reads.length;
      target.dispatchEvent(new Event(type));
      assert.equal(reads.length, before + 1, type);
    }
    last().answer('one');
    await settle();
    const before = reads.length;
    document.hidden = true;
    window.dispatchEvent(new Event('focus'));
    assert.equal(reads.length, before, 'hidden');
    document.hidden = false;
    host.disconnect();
    window.dispatchEvent(new Event('focus'));
    assert.equal(reads.length, before, 'disconnected');
  });
});
