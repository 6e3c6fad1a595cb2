import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {WakeLockController} from '../../src/controllers/wake-lock-controller.js';
import {FakeHost} from './support/fake-host.js';
import {settle, stubGlobal} from './support/time.js';

function wakeLock(test: TestContext, request?: () => Promise<WakeLockSentinel>) {
  const document = new EventTarget();
  stubGlobal(test, 'document', document);
  const host = new FakeHost().connect();
  const state = {wanted: true, hidden: false};
  let held = 0;
  let requests = 0;
  new WakeLockController(host, {
    wanted: () => state.wanted,
    isHidden: () => state.hidden,
    request: () => {
      requests++;
      return request
        ? request()
        : Promise.resolve().then(() => {
            held++;
            return {release: async () => void held--} as unknown as WakeLockSentinel;
          });
    },
  });
  const setHidden = (hidden: boolean) => {
    state.hidden = hidden;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  return {host, state, setHidden, held: () => held, requests: () => requests};
}

describe('WakeLockController', () => {
  it('keeps the screen on while it is wanted, with one lock', async (test) => {
    const {host, state, held, requests} = wakeLock(test);
    for (let i = 0; i < 5; i++) host.update();
    await settle();
    assert.equal(held(), 1);
    assert.equal(requests(), 1);
    state.wanted = false;
    host.update();
    await settle();
    assert.equal(held(), 0);
  });

  it('is not asked for where it is not wanted', async (test) => {
    const {host, state, requests} = wakeLock(test);
    state.wanted = false;
    host.update();
    await settle();
    assert.equal(requests(), 0);
  });

  it('is let go where the page is hidden, and asked for anew when it is seen', async (test) => {
    const {host, setHidden, held, requests} = wakeLock(test);
    host.update();
    await settle();
    setHidden(true);
    await settle();
    assert.equal(held(), 0);
    setHidden(false);
    await settle();
    assert.equal(held(), 1);
    assert.equal(requests(), 2);
  });

  it('is let go with its host, even if it comes only then', async (test) => {
    const {host, held} = wakeLock(test);
    host.update();
    host.disconnect();
    await settle();
    assert.equal(held(), 0);
  });

  it('an engine that refuses is let be', async (test) => {
    const refuse = () => Promise.reject(new DOMException('low battery', 'NotAllowedError'));
    const {host, setHidden, requests} = wakeLock(test, refuse);
    host.update();
    await settle();
    host.update();
    assert.equal(requests(), 1);
    setHidden(true);
    await settle();
  });
});
