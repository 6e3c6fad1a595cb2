import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {latencies} from '../../bench/latency.js';
import {findSection, joinSections, sectionText, table} from '../../bench/markdown.js';
import {Scope} from '../../bench/scope.js';
import {histogram, mean, percentile} from '../../bench/statistics.js';
import {busiestRate, meanRate} from '../../bench/upstream-reads.js';

describe('bench: statistics', () => {
  const hundred = Array.from({length: 100}, (_, index) => 100 - index);

  for (const [share, expected] of [
    [0, 1],
    [0.5, 50],
    [0.99, 99],
    [0.991, 100],
    [1, 100],
  ] as const)
    it(`the ${share} percentile of 1 to 100 is ${expected}`, () =>
      assert.equal(percentile(hundred, share), expected));

  it('sorts numbers as numbers, and leaves the values as they are', () => {
    const values = [10, 9, 100];
    assert.equal(percentile(values, 1), 100);
    assert.deepEqual(values, [10, 9, 100]);
  });

  it('says that there is nothing to measure', () => {
    assert.throws(() => percentile([], 0.5), /values: expected at least one/);
    assert.throws(() => mean([]), /values: expected at least one/);
  });

  it('counts what falls into each bin, the end excluded', () =>
    assert.deepEqual(histogram([99, 100, 149, 150, 250, 300], {start: 100, end: 300, width: 100}), [3, 1]));
});

describe('bench: reads at Calypso’s door', () => {
  const reads = new Map([
    ['a', [0, 1000, 2000, 3000]],
    ['b', [500]],
  ]);

  it('are counted per second and invoice, those of nobody too', () =>
    assert.equal(meanRate(reads, 5, 2), 0.5));
  it('are told of the busiest invoice', () => assert.equal(busiestRate(reads, 3), 1));
  it('are none where nobody reads', () => assert.equal(busiestRate(new Map(), 3), 0));
});

describe('bench: from a webhook to its viewers', () => {
  const arrivals = [
    {key: 'a', type: 'INVOICE_PAID', at: 110},
    {key: 'a', type: 'INVOICE_FUNDS_RECEIVED_FOR_INVOICE', at: 100},
    {key: 'a', type: 'INVOICE_MEMPOOL_FOUND', at: 10},
  ];

  for (const [state, at, expected] of [
    ['PAID', 150, [50]],
    ['MEM_POOL_FOUND', 12, [2]],
    ['MEM_POOL_FOUND', 7, [-3]],
    ['PENDING_PAYMENT', 12, []],
  ] as const)
    it(`${state} at ${at} took ${expected.join() || 'no webhook'}`, () =>
      assert.deepEqual(latencies([{key: 'a', state, at}], arrivals), expected));

  it('those of another invoice do not count', () =>
    assert.deepEqual(latencies([{key: 'b', state: 'PAID', at: 150}], arrivals), []));
});

describe('bench: results.md', () => {
  it('sets numbers to the right and keeps a cell in its place', () =>
    assert.equal(table(['what', 'ms'], [['a|b\nc', 1]]), '| what | ms |\n| --- | --: |\n| a\\|b c | 1 |'));

  it('says of each budget whether it holds', () => {
    const budget = {what: 'p99', limit: '< 500 ms', measured: '501 ms', holds: false};
    const text = sectionText(
      {name: 'a', title: 'A', markdown: 'words', budgets: [budget]},
      'Measured today.',
    );
    assert.match(
      text,
      /^## A\n\nMeasured today\.\n\nwords\n\n[^]*\| p99 \| < 500 ms \| 501 ms \| \*\*no\*\* \|$/,
    );
  });

  it('keeps the sections that were not measured again', () => {
    const former = joinSections('# Head', new Map([...'ab'].map((name) => [name, `old ${name}\n\nmore`])));
    const sections = new Map([...'abc'].map((name) => [name, findSection(former, name)]));
    const now = joinSections('# Head', sections.set('a', 'new a'));
    assert.equal(findSection(now, 'a'), 'new a');
    assert.equal(findSection(now, 'b'), 'old b\n\nmore');
    assert.equal(findSection(now, 'c'), undefined);
    assert.ok(now.startsWith('# Head\n\n') && now.indexOf('new a') < now.indexOf('old b'));
  });
});

describe('bench: what was started', () => {
  it('is ended once, the last first, even where one end fails', async (test) => {
    const ended: string[] = [];
    const errors = test.mock.method(console, 'error', () => undefined);
    const scope = new Scope();
    scope.defer(() => ended.push('first'));
    scope.defer(() => Promise.reject(new Error('stuck')));
    scope.defer(async () => ended.push('last'));
    await Promise.all([scope.close(), scope.close()]);
    scope.defer(() => ended.push('late'));
    assert.deepEqual([ended, errors.mock.callCount()], [['last', 'first', 'late'], 1]);
  });
});
