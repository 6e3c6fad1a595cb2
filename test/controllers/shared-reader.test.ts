import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {SharedReader} from '../../src/controllers/shared-reader.js';
import {Locks} from './support/locks.js';
import {settle, stopTime, stubGlobal} from './support/time.js';

/** Tabs of one browser. */
function browser(test: TestContext) {
  const {pass} = stopTime(test);
  const document = new EventTarget();
  stubGlobal(test, 'document', document);
  const locks = new Locks() as unknown as LockManager;
  const channels = new Set<{onmessage?: (event: {data: unknown}) => void}>();

  const open = (withLocks = true) => {
    const tab = {hidden: false, taken: [] as string[], leads: [] as boolean[]};
    const channel = () => {
      const own: {onmessage?: (event: {data: unknown}) => void; postMessage: unknown; close: unknown} = {
        postMessage: (data: unknown) => {
          for (const other of channels) if (other !== own) other.onmessage?.({data});
        },
        close: () => channels.delete(own),
      };
      channels.add(own);
      return own as unknown as BroadcastChannel;
    };
    const reader = new SharedReader({
      name: 'invoice',
      take: (text) => void tab.taken.push(text),
      lead: (isLeading) => void tab.leads.push(isLeading),
      isHidden: () => tab.hidden,
      locks: withLocks ? locks : undefined,
      channel,
    });
    const setHidden = async (hidden: boolean) => {
      tab.hidden = hidden;
      document.dispatchEvent(new Event('visibilitychange'));
      await settle();
    };
    return {...tab, tab, reader, setHidden};
  };
  return {pass, open, channels};
}

describe('SharedReader', () => {
  it('the first tab leads, the second hears what it publishes', async (test) => {
    const {open} = browser(test);
    const first = open();
    const second = open();
    await settle();
    assert.deepEqual(first.leads, [true]);
    assert.deepEqual(second.leads, []);
    first.reader.publish('{"state":"PAID"}');
    assert.deepEqual(second.taken, ['{"state":"PAID"}']);
    assert.deepEqual(first.taken, []);
    assert.equal(second.reader.isFollowing, true);
    assert.equal(first.reader.isFollowing, false);
  });

  it('a reader that falls silent is not relied on', async (test) => {
    const {open, pass} = browser(test);
    const first = open();
    const second = open();
    await settle();
    assert.equal(second.reader.isFollowing, false);
    first.reader.publish('');
    assert.equal(second.reader.isFollowing, true);
    await pass(21_000);
    assert.equal(second.reader.isFollowing, false);
  });

  it('a tab that is hidden gives the lead to one that is seen, and may get it again', async (test) => {
    const {open} = browser(test);
    const first = open();
    const second = open();
    await settle();
    await first.setHidden(true);
    assert.deepEqual(first.leads, [true, false]);
    assert.deepEqual(second.leads, [true]);
    await second.setHidden(true);
    await first.setHidden(false);
    assert.deepEqual(first.leads, [true, false, true]);
  });

  it('a tab that is closed gives the lead on', async (test) => {
    const {open, channels} = browser(test);
    const first = open();
    const second = open();
    await settle();
    first.reader.close();
    await settle();
    assert.deepEqual(second.leads, [true]);
    assert.equal(channels.size, 1);
    second.reader.publish('x');
    assert.deepEqual(first.taken, []);
  });

  it('where there are no locks, each tab leads itself and shares nothing', async (test) => {
    const {open, channels} = browser(test);
    const [first, second] = [open(false), open(false)];
    await settle();
    assert.deepEqual([first.leads, second.leads], [[true], [true]]);
    first.reader.publish('x');
    assert.deepEqual(second.taken, []);
    assert.equal(channels.size, 0);
  });

  it('what is no text is not taken', async (test) => {
    const {open} = browser(test);
    const first = open();
    const second = open();
    await settle();
    first.reader.publish({state: 'PAID'} as unknown as string);
    assert.deepEqual(second.taken, []);
    assert.equal(second.reader.isFollowing, false);
  });
});
