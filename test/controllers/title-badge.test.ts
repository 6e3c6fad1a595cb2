import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {TitleBadgeController} from '../../src/controllers/title-badge-controller.js';
import {FakeHost} from './support/fake-host.js';
import {stubGlobal} from './support/time.js';

function titleBadge(test: TestContext) {
  const document = {title: 'Shop'};
  stubGlobal(test, 'document', document);
  const host = new FakeHost().connect();
  const state = {badge: '…' as string | undefined};
  new TitleBadgeController(host, {badge: () => state.badge});
  return {document, host, state};
}

describe('TitleBadgeController', () => {
  it('puts its sign before the title, and changes it', (test) => {
    const {document, host, state} = titleBadge(test);
    host.update();
    host.update();
    assert.equal(document.title, '… Shop');
    state.badge = '✓';
    host.update();
    assert.equal(document.title, '✓ Shop');
  });

  it('gives the title back: where there is nothing to say, and with its host', (test) => {
    const {document, host, state} = titleBadge(test);
    host.update();
    state.badge = undefined;
    host.update();
    assert.equal(document.title, 'Shop');
    state.badge = '✓';
    host.update();
    host.disconnect();
    assert.equal(document.title, 'Shop');
  });

  it('leaves the title alone when its host is updated after it was removed', (test) => {
    const {document, host} = titleBadge(test);
    host.update();
    host.disconnect();
    host.update();
    assert.equal(document.title, 'Shop');
    host.connect().update();
    assert.equal(document.title, '… Shop');
  });

  it('keeps what the page made of its title meanwhile', (test) => {
    const {document, host, state} = titleBadge(test);
    host.update();
    document.title = 'Order 7';
    state.badge = '✓';
    host.update();
    assert.equal(document.title, '✓ Order 7');
  });
});
