import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {poller} from './support/polling.js';
import {settle, stopTime} from './support/time.js';

describe('PollingController, refresh', () => {
  it('reads at once and resolves when that has settled', async (test) => {
    const {pass} = stopTime(test);
    const {create, reads, host, last} = poller();
    const polling = create();
    host.connect();
    last().answer('one');
    await settle();
    let done = false;
    void polling.refresh().then(() => (done = true));
    assert.equal(reads.length, 2);
    await settle();
    assert.equal(done, false);
    last().answer('two');
    await settle();
    assert.equal(done, true);
    await pass(2999);
    assert.equal(reads.length, 2, 'the planned read is planned anew');
    await pass(1);
    assert.equal(reads.length, 3);
  });

  it('joins the read under way', async (test) => {
    stopTime(test);
    const {create, reads, host, last} = poller();
    const polling = create();
    host.connect();
    const both = Promise.all([polling.refresh(), polling.refresh()]);
    assert.equal(reads.length, 1);
    last().answer('one');
    await both;
    assert.equal(reads.length, 1);
  });

  it('resolves, whatever came of it', async (test) => {
    stopTime(test);
    const {create, host, last, failures} = poller();
    const polling = create();
    host.connect();
    const refreshed = polling.refresh();
    last().fail();
    await refreshed;
    assert.equal(failures.length, 1);
  });

  it('asks once more where reading had stopped', async (test) => {
    const {pass} = stopTime(test);
    const {create, reads, host, last} = poller({delay: () => null});
    const polling = create();
    host.connect();
    last().answer('final');
    await settle();
    const refreshed = polling.refresh();
    assert.equal(reads.length, 2);
    last().answer('final');
    await refreshed;
    await pass(60_000);
    assert.equal(reads.length, 2);
  });

  for (const when of ['before it is connected', 'after it was disconnected'])
    it(`reads nothing ${when}`, async (test) => {
      stopTime(test);
      const {create, reads, host} = poller();
      const polling = create();
      if (when.startsWith('after')) {
        host.connect();
        host.disconnect();
      }
      const before = reads.length;
      await polling.refresh();
      assert.equal(reads.length, before);
    });

  it('needs no wake-ups', async (test) => {
    stopTime(test);
    const {create, reads, host, last} = poller({wakeUps: () => []});
    const polling = create();
    host.connect();
    last().answer('one');
    await settle();
    void polling.refresh();
    assert.equal(reads.length, 2);
  });
});
