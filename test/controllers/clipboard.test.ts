import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {ClipboardController} from '../../src/controllers/clipboard-controller.js';
import {FakeHost} from './support/fake-host.js';
import {settle, stopTime, stubGlobal} from './support/time.js';

function clipboard(test: TestContext, write?: (text: string) => Promise<void>) {
  const {pass, planned} = stopTime(test);
  const host = new FakeHost().connect();
  const written: string[] = [];
  const controller = new ClipboardController<'amount' | 'address'>(host, {
    write: write ?? (async (text) => void written.push(text)),
    shownFor: 4000,
  });
  return {pass, planned, host, written, controller};
}

const refuse = async () => {
  throw new DOMException('Write permission denied.', 'NotAllowedError');
};

describe('ClipboardController', () => {
  it('copies the very text and shows that it did', async (test) => {
    const {controller, written, host} = clipboard(test);
    const before = host.requested;
    assert.equal(controller.result, null);
    assert.equal(await controller.copy('amount', '0.0000001'), true);
    assert.deepEqual(written, ['0.0000001']);
    assert.deepEqual(controller.result, {field: 'amount', text: '0.0000001', ok: true});
    assert.ok(host.requested > before);
  });

  it('shows success only after it succeeded', async (test) => {
    let finish = () => {};
    const {controller} = clipboard(test, () => new Promise((resolve) => (finish = resolve)));
    const copied = controller.copy('address', 'x');
    await settle();
    assert.equal(controller.result, null);
    finish();
    assert.equal(await copied, true);
    assert.deepEqual(controller.result, {field: 'address', text: 'x', ok: true});
  });

  for (const [refusal, write] of [
    ['that rejects', refuse],
    [
      'that throws',
      () => {
        throw new Error('no clipboard');
      },
    ],
  ] as const)
    it(`tells of a clipboard ${refusal}`, async (test) => {
      const {controller} = clipboard(test, write);
      assert.equal(await controller.copy('amount', '1'), false);
      assert.deepEqual(controller.result, {field: 'amount', text: '1', ok: false});
    });

  it('is honest where the page has no clipboard', async (test) => {
    stopTime(test);
    stubGlobal(test, 'navigator', {});
    const controller = new ClipboardController(new FakeHost().connect());
    assert.equal(await controller.copy('amount', '1'), false);
  });

  it("uses the page's clipboard where no other is given", async (test) => {
    stopTime(test);
    const written: string[] = [];
    stubGlobal(test, 'navigator', {clipboard: {writeText: async (text: string) => void written.push(text)}});
    const controller = new ClipboardController(new FakeHost().connect());
    assert.equal(await controller.copy('amount', '1'), true);
    assert.deepEqual(written, ['1']);
  });

  it('forgets the result after a moment', async (test) => {
    const {controller, pass, host} = clipboard(test);
    await controller.copy('amount', '1');
    await pass(3999);
    assert.ok(controller.result);
    const before = host.requested;
    await pass(1);
    assert.equal(controller.result, null);
    assert.ok(host.requested > before);
  });

  it('shows the next result for its whole time', async (test) => {
    const {controller, pass} = clipboard(test);
    await controller.copy('amount', '1');
    await pass(3000);
    await controller.copy('address', 'x');
    await pass(3999);
    assert.deepEqual(controller.result, {field: 'address', text: 'x', ok: true});
    await pass(1);
    assert.equal(controller.result, null);
  });

  it('shows nothing after it was disconnected', async (test) => {
    const {controller, pass, host, planned} = clipboard(test);
    await controller.copy('amount', '1');
    host.disconnect();
    assert.equal(controller.result, null);
    assert.equal(planned(), 0);
    host.connect();
    await pass(10_000);
    assert.equal(controller.result, null);
  });

  it('works again after it was connected again', async (test) => {
    const {controller, host} = clipboard(test);
    host.disconnect();
    host.connect();
    assert.equal(await controller.copy('amount', '1'), true);
    assert.equal(controller.result?.ok, true);
  });
});
