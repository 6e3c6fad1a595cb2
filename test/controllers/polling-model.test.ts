import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {poller} from './support/polling.js';
import {settle, stopTime} from './support/time.js';

const DEADLINE = 10_000;
const LONGEST_DELAY = 8000;

type Step =
  | {do: 'connect' | 'disconnect' | 'wake' | 'hide' | 'show' | 'refresh'}
  | {do: 'source'; source: 'a' | 'b' | undefined}
  /** Any read, the current one or one long given up: its answer may come at any time. */
  | {do: 'answer'; read: number; final: boolean}
  | {do: 'fail'; read: number}
  | {do: 'pass'; ms: number};

const read = fc.nat({max: 3});
const weighted = (weight: number, arbitrary: fc.Arbitrary<Step>) => ({weight, arbitrary});
const step = fc.oneof(
  weighted(4, fc.record({do: fc.constantFrom('connect', 'disconnect')})),
  weighted(4, fc.record({do: fc.constantFrom('wake', 'hide', 'show', 'refresh')})),
  weighted(3, fc.record({do: fc.constant('source'), source: fc.constantFrom('a', 'b', undefined)})),
  weighted(4, fc.record({do: fc.constant('answer'), read, final: fc.boolean()})),
  weighted(2, fc.record({do: fc.constant('fail'), read})),
  weighted(4, fc.record({do: fc.constant('pass'), ms: fc.constantFrom(1, 900, 2500, 9000, 15_000)})),
);

describe('PollingController, in any order of events', () => {
  it('has one read at most, takes no answer of an old source, and never falls asleep', async (test) => {
    const time = stopTime(test);
    await fc.assert(
      fc.asyncProperty(fc.array(step, {minLength: 5, maxLength: 40}), (steps) => play(steps, time)),
      {numRuns: 300},
    );
  });
});

/** The model: what a poller may do follows from whether it is connected, its source, and what it accepted last. */
async function play(steps: Step[], {pass}: ReturnType<typeof stopTime>): Promise<void> {
  let final = false;
  const settled = new Set<AbortSignal>();
  const it = poller({
    deadline: DEADLINE,
    accept: (value) => {
      assert.ok(it.host.isConnected, 'an answer was accepted while disconnected');
      assert.equal(value.split(' ')[0], it.state.source, 'an answer of an old source was accepted');
      final = value.endsWith('final');
    },
    delay: (failures) => (final ? null : Math.min(LONGEST_DELAY, 1000 * 2 ** failures)),
  });
  const {host, state, reads} = it;
  const polling = it.create();
  const check = (before: number) => {
    const open = reads.filter(({signal}) => !signal.aborted && !settled.has(signal));
    assert.ok(open.length <= 1, `${open.length} reads in flight`);
    if (host.isConnected && state.source !== undefined) return;
    assert.equal(open.length, 0, 'a read goes on without host or source');
    assert.equal(reads.length, before, 'a read began without host or source');
  };

  for (const step of steps) {
    const before = reads.length;
    switch (step.do) {
      case 'connect':
        if (host.isConnected) break;
        final = false;
        host.connect();
        break;
      case 'disconnect':
        if (host.isConnected) host.disconnect();
        break;
      case 'wake':
        it.wake();
        break;
      case 'hide':
      case 'show':
        state.hidden = step.do === 'hide';
        break;
      case 'refresh':
        void polling.refresh();
        break;
      case 'source':
        if (step.source !== state.source) final = false;
        state.source = step.source;
        host.update();
        break;
      case 'answer':
      case 'fail': {
        const target = reads.at(-1 - step.read);
        if (!target) break;
        settled.add(target.signal);
        if (step.do === 'fail') target.fail();
        else target.answer(`${target.source} ${step.final ? 'final' : 'open'}`);
        await settle();
        break;
      }
      case 'pass':
        await pass(step.ms);
    }
    check(before);
  }

  const before = reads.length;
  await pass(DEADLINE + LONGEST_DELAY + 1000); // the fake clock goes in steps
  check(before);
  if (host.isConnected && state.source !== undefined && !final)
    assert.ok(reads.length > before, 'no other read was planned');
  host.disconnect();
}
