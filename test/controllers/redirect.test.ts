import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {RedirectController} from '../../src/controllers/redirect-controller.js';
import {FakeHost} from './support/fake-host.js';
import {stopTime, stubGlobal} from './support/time.js';

function redirect(test: TestContext, {cameBack}: {cameBack?: () => boolean} = {cameBack: () => false}) {
  const {pass, sleep} = stopTime(test);
  const window = new EventTarget();
  stubGlobal(test, 'window', window);
  const host = new FakeHost().connect();
  const left: number[] = [];
  const start = Date.now();
  const controller = new RedirectController(host, {
    leave: () => void left.push(Date.now() - start),
    ...(cameBack && {cameBack}),
  });
  const pageShow = (persisted: boolean) =>
    void window.dispatchEvent(Object.assign(new Event('pageshow'), {persisted}));
  return {pass, sleep, host, left, controller, pageShow};
}

describe('RedirectController', () => {
  it('leaves once, after the delay', async (test) => {
    const {controller, left, pass} = redirect(test);
    controller.schedule(5000);
    await pass(4999);
    assert.deepEqual(left, []);
    await pass(60_000);
    assert.deepEqual(left, [5000]);
  });

  it('says the seconds that are left, and asks its host to show each', async (test) => {
    const {controller, pass, host} = redirect(test);
    assert.equal(controller.secondsLeft, null);
    controller.schedule(3000);
    const seen = [controller.secondsLeft];
    for (let i = 0; i < 3; i++) {
      const before = host.requested;
      await pass(1000);
      assert.ok(host.requested > before);
      seen.push(controller.secondsLeft);
    }
    assert.deepEqual(seen, [3, 2, 1, null]);
  });

  it('leaves at once with a delay of 0', async (test) => {
    const {controller, left, pass} = redirect(test);
    controller.schedule(0);
    await pass(1);
    assert.equal(left.length, 1);
  });

  it('keeps its time, however often it is scheduled', async (test) => {
    const {controller, left, pass} = redirect(test);
    for (let i = 0; i < 10; i++) {
      controller.schedule(5000);
      await pass(1000);
    }
    assert.deepEqual(left, [5000]);
  });

  it('stays when it is cancelled, and cannot be scheduled again', async (test) => {
    const {controller, left, pass, host} = redirect(test);
    controller.schedule(5000);
    await pass(1000);
    const before = host.requested;
    controller.cancel();
    assert.equal(controller.secondsLeft, null);
    assert.ok(host.requested > before);
    controller.schedule(5000);
    await pass(60_000);
    assert.deepEqual(left, []);
  });

  it('may leave again after reset, for another invoice', async (test) => {
    const {controller, left, pass} = redirect(test);
    controller.schedule(1000);
    await pass(1000);
    controller.reset();
    await pass(10_000);
    assert.equal(left.length, 1);
    controller.schedule(1000);
    await pass(1000);
    assert.equal(left.length, 2);
  });

  it('stays when the page comes out of the back/forward cache', async (test) => {
    const {controller, left, pass, pageShow} = redirect(test);
    controller.schedule(5000);
    pageShow(true);
    assert.equal(controller.secondsLeft, null);
    controller.schedule(5000);
    await pass(60_000);
    assert.deepEqual(left, []);
  });

  it('takes an ordinary pageshow for nothing', async (test) => {
    const {controller, left, pass, pageShow} = redirect(test);
    controller.schedule(5000);
    pageShow(false);
    await pass(5000);
    assert.equal(left.length, 1);
  });

  it('never leaves a page that the payer came back to', async (test) => {
    const {controller, left, pass} = redirect(test, {cameBack: () => true});
    controller.schedule(0);
    await pass(60_000);
    assert.equal(controller.secondsLeft, null);
    assert.deepEqual(left, []);
  });

  it('leaves for news that come while the payer looks on, though they came back to the page', async (test) => {
    const {controller, left, pass} = redirect(test, {cameBack: () => true});
    controller.schedule(1000, true);
    await pass(1000);
    assert.equal(left.length, 1);
  });

  it('stays for good where the reason to leave was there when the payer came back', async (test) => {
    const {controller, left, pass} = redirect(test, {cameBack: () => true});
    controller.schedule(0, false);
    controller.schedule(0, true);
    await pass(60_000);
    assert.deepEqual(left, []);
  });

  for (const [type, leaves] of [
    ['navigate', 1],
    ['reload', 1],
    ['back_forward', 0],
  ] as const)
    it(`${leaves ? 'leaves' : 'stays'} after a navigation of type ${type}`, async (test) => {
      const {controller, left, pass} = redirect(test, {});
      stubGlobal(test, 'performance', {now: () => Date.now(), getEntriesByType: () => [{type}]});
      controller.schedule(1000);
      await pass(1000);
      assert.equal(left.length, leaves);
    });

  it('does not leave while its host is disconnected, and hears no pageshow then', async (test) => {
    const {controller, left, pass, host, pageShow} = redirect(test);
    controller.schedule(5000);
    await pass(2000);
    host.disconnect();
    pageShow(true);
    await pass(1000);
    host.connect();
    assert.equal(controller.secondsLeft, 2);
    await pass(2000);
    assert.deepEqual(left, [5000]);
  });

  it('does not leave by a wait that is begun while its host is disconnected', async (test) => {
    const {controller, left, pass, host} = redirect(test);
    host.disconnect();
    controller.schedule(1000); // an update that was still under way
    await pass(60_000);
    assert.deepEqual(left, []);
  });

  it('leaves once after any number of moves', async (test) => {
    const {controller, left, pass, host} = redirect(test);
    controller.schedule(1000);
    for (let i = 0; i < 5; i++) {
      host.disconnect();
      host.connect();
    }
    await pass(60_000);
    assert.deepEqual(left, [1000]);
  });

  it('leaves after a sleep that was longer than the wait', async (test) => {
    const {controller, left, pass, sleep} = redirect(test);
    controller.schedule(5000);
    sleep(600_000);
    await pass(1000);
    assert.equal(left.length, 1);
  });
});
