import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {CountdownController} from '../../src/controllers/countdown-controller.js';
import {FakeHost} from './support/fake-host.js';
import {stopTime} from './support/time.js';

/** A countdown of `ms` on a fake host, with every tick in whole and broken seconds. */
function countdown(test: TestContext, ms: number | undefined) {
  const time = stopTime(test);
  const host = new FakeHost();
  const ticks: number[] = [];
  const state = {endsAt: ms === undefined ? undefined : Date.now() + ms};
  new CountdownController(host, {
    remaining: () => (state.endsAt === undefined ? undefined : state.endsAt - Date.now()),
    tick: (remaining) => void ticks.push(remaining),
  });
  return {...time, host, ticks, state};
}

describe('CountdownController', () => {
  it('ticks when the shown second changes, the last time at 0', async (test) => {
    const {host, ticks, pass} = countdown(test, 2300);
    host.connect();
    await pass(299);
    assert.deepEqual(ticks, []);
    await pass(60_000);
    assert.deepEqual(ticks, [2000, 1000, 0]);
  });

  it('ticks a second after a whole second', async (test) => {
    const {host, ticks, pass} = countdown(test, 3000);
    host.connect();
    await pass(1000);
    assert.deepEqual(ticks, [2000]);
  });

  it('does not tick before its host is connected, nor after it was disconnected', async (test) => {
    const {host, ticks, pass, planned} = countdown(test, 10_000);
    await pass(3000);
    host.connect();
    await pass(1000);
    host.disconnect();
    host.update();
    assert.equal(planned(), 0);
    await pass(3000);
    assert.deepEqual(ticks, [6000]);
  });

  it('goes on with what is left when its host is connected again', async (test) => {
    const {host, ticks, pass} = countdown(test, 10_000);
    host.connect();
    host.disconnect();
    await pass(6000);
    host.connect();
    await pass(1000);
    assert.deepEqual(ticks, [3000]);
  });

  it('does not tick where nothing runs out', async (test) => {
    const {host, ticks, pass} = countdown(test, undefined);
    host.connect();
    host.update();
    await pass(60_000);
    assert.deepEqual(ticks, []);
  });

  it('starts when an update brings an end, and follows another end', async (test) => {
    const {host, ticks, pass, state} = countdown(test, undefined);
    host.connect();
    state.endsAt = Date.now() + 1500;
    host.update();
    await pass(500);
    state.endsAt = Date.now() + 60_000;
    host.update();
    await pass(1000);
    assert.deepEqual(ticks, [1000, 59_000]);
  });

  it('stops when an update takes the end away', async (test) => {
    const {host, ticks, pass, state} = countdown(test, 5000);
    host.connect();
    state.endsAt = undefined;
    host.update();
    await pass(10_000);
    assert.deepEqual(ticks, []);
  });

  it('ticks once for each second, however often the host updates', async (test) => {
    const {host, ticks, pass} = countdown(test, 3000);
    host.connect();
    for (let i = 0; i < 30; i++) {
      host.update();
      await pass(100);
    }
    assert.deepEqual(ticks, [2000, 1000, 0]);
  });

  it('is right after a sleep, and never counts below 0', async (test) => {
    const {host, ticks, pass, sleep} = countdown(test, 60_000);
    host.connect();
    sleep(45_500);
    await pass(500);
    assert.equal(ticks.at(-1), 14_000);
    sleep(600_000);
    await pass(1000);
    assert.equal(ticks.at(-1), 0);
  });

  it('ticks at 0, though the host updates after the end and before the timer', async (test) => {
    const {host, ticks, pass, sleep} = countdown(test, 500);
    host.connect();
    sleep(600); // the browser held the timer back, and an answer of the server came first
    host.update();
    await pass(1000);
    assert.deepEqual(ticks, [0]);
  });

  it('ticks at 0, though the time runs out while the last tick before is handled', async (test) => {
    const {pass, sleep} = stopTime(test);
    const host = new FakeHost();
    const ticks: number[] = [];
    const end = Date.now() + 1050;
    const tick = (remaining: number) => {
      ticks.push(remaining);
      sleep(1001);
    };
    new CountdownController(host, {remaining: () => end - Date.now(), tick});
    host.connect();
    await pass(2000);
    assert.deepEqual(ticks, [1000, 0]);
  });

  it('does not tick again after the end', async (test) => {
    const {host, ticks, pass} = countdown(test, 500);
    host.connect();
    await pass(500);
    host.update();
    await pass(10_000);
    assert.deepEqual(ticks, [0]);
  });

  it('does not tick for an end that had passed when it came', async (test) => {
    const {host, ticks, pass} = countdown(test, -1);
    host.connect();
    host.update();
    await pass(10_000);
    assert.deepEqual(ticks, []);
  });

  it('works when it is added to a connected host', async (test) => {
    const {pass} = stopTime(test);
    const host = new FakeHost().connect();
    const ticks: number[] = [];
    const end = Date.now() + 1000;
    new CountdownController(host, {remaining: () => end - Date.now(), tick: (left) => void ticks.push(left)});
    await pass(1000);
    assert.deepEqual(ticks, [0]);
  });
});
