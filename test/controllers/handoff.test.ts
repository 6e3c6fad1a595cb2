import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {HandoffController} from '../../src/controllers/handoff-controller.js';
import {FakeHost} from './support/fake-host.js';
import {stopTime, stubGlobal} from './support/time.js';

function handoff(test: TestContext) {
  const {pass, planned} = stopTime(test);
  const window = new EventTarget();
  stubGlobal(test, 'window', window);
  const host = new FakeHost().connect();
  let failures = 0;
  const controller = new HandoffController(host, {fail: () => void failures++});
  return {pass, planned, host, controller, window, failures: () => failures};
}

describe('HandoffController', () => {
  it('says that no app came, once, a moment after the link was followed', async (test) => {
    const {controller, failures, host, pass} = handoff(test);
    controller.start();
    await pass(1400);
    assert.equal(controller.failed, false);
    const before = host.requested;
    await pass(60_000);
    assert.equal(controller.failed, true);
    assert.equal(failures(), 1);
    assert.ok(host.requested > before);
  });

  for (const sign of ['blur', 'pagehide', 'visibilitychange'])
    it(`${sign}: an app came, and nothing is said`, async (test) => {
      const {controller, failures, pass, window} = handoff(test);
      controller.start();
      await pass(500);
      window.dispatchEvent(new Event(sign));
      await pass(60_000);
      assert.equal(controller.failed, false);
      assert.equal(failures(), 0);
    });

  it('another try forgets the last', async (test) => {
    const {controller, failures, pass, window} = handoff(test);
    controller.start();
    await pass(2000);
    controller.start();
    window.dispatchEvent(new Event('blur'));
    await pass(2000);
    assert.equal(controller.failed, false);
    assert.equal(failures(), 1);
  });

  it('leaves no timer behind, and is fresh when its host comes back', async (test) => {
    const {controller, failures, host, pass, planned} = handoff(test);
    controller.start();
    host.disconnect();
    assert.equal(planned(), 0);
    host.connect();
    await pass(2000);
    assert.equal(controller.failed, false);
    assert.equal(failures(), 0);
  });
});
