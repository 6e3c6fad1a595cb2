import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {INVOICE_STATES, INVOICE_TYPES} from '../../src/core/invoice.js';
import {parseRetryAfter, pollDelay, pollInterval, type PollSituation} from '../../src/core/poll-policy.js';

const invoice = (state: string, type = 'SINGLE') => ({state, type, problems: []});
const delay = (situation: Partial<PollSituation>) =>
  pollDelay({
    invoice: invoice('PENDING_PAYMENT'),
    gone: false,
    failures: 0,
    spent: 0,
    hidden: false,
    interval: 3000,
    random: 0.5,
    told: false,
    ...situation,
  });

describe('pollDelay while all is well', () => {
  for (const [state, type, interval, ms] of [
    ['PENDING_PAYMENT', 'SINGLE', 3000, 3000],
    ['PENDING_PAYMENT', 'SINGLE', 1000, 1000],
    ['PENDING_PAYMENT', 'SINGLE', 60_000, 60_000],
    ['PENDING_PAYMENT', 'UNLIMITED', 3000, 9000],
    ['PENDING_PAYMENT', 'UNLIMITED_LINKED', 10_000, 15_000],
    ['MEM_POOL_FOUND', 'SINGLE', 3000, 3000],
    ['PAID', 'SINGLE', 3000, 6000],
    ['PENDING_COMPLIANCE_CHECK', 'SINGLE', 3000, 6000],
    ['PENDING_INTERVENTION', 'SINGLE', 3000, 15_000],
    // Never sooner than the page asked for, however slow that is.
    ['PENDING_INTERVENTION', 'SINGLE', 20_000, 20_000],
    ['REFUNDED', 'SINGLE', 3000, 3000],
    ['__proto__', 'SINGLE', 3000, 3000],
  ] as const)
    it(`${state} of ${type} every ${interval} ms: ${ms}`, () =>
      assert.equal(delay({invoice: invoice(state, type), interval}), ms));

  it('reads on before the first answer', () => assert.equal(delay({invoice: null}), 3000));

  it('is slow where nobody looks', () => {
    assert.equal(delay({hidden: true}), 30_000);
    assert.equal(delay({hidden: true, interval: 60_000}), 60_000);
  });

  it('varies by a tenth either way', () => {
    assert.equal(Math.round(delay({random: 0}) ?? 0), 2700);
    assert.equal(Math.round(delay({random: 1}) ?? 0), 3300);
  });

  for (const state of ['COMPLETED', 'DECLINED', 'ARCHIVED'])
    it(`ends with ${state}, whatever else happens`, () => {
      for (const situation of [
        {},
        {hidden: true},
        {failures: 3},
        {failures: 1, retryAfter: 1000},
        {gone: true},
      ])
        assert.equal(delay({invoice: invoice(state), ...situation}), null);
    });
});

describe('pollDelay after failures', () => {
  for (const [failures, bound] of [
    [1, 2000],
    [2, 4000],
    [3, 8000],
    [4, 15_000],
    [5, 15_000],
    [1000, 15_000],
  ] as const)
    it(`${failures}: anything up to ${bound} ms`, () => {
      assert.equal(delay({failures, random: 1}), bound);
      assert.equal(delay({failures, random: 0.5}), bound / 2);
      assert.equal(delay({failures, random: 0}), 200);
    });

  it('a read that hung was a wait itself: from one read to the next are at most 15 s', () => {
    assert.equal(delay({failures: 9, spent: 10_000, random: 1}), 5000);
    assert.equal(delay({failures: 1, spent: 10_000, random: 1}), 2000);
    assert.equal(delay({failures: 9, spent: 60_000, random: 1}), 200);
  });

  it('waits as long as the server asked', () => {
    assert.equal(delay({failures: 1, retryAfter: 20_000}), 20_000);
    assert.equal(delay({failures: 1, retryAfter: 0, random: 1}), 2000);
  });

  it('is slow where nobody looks, and where there is no such invoice', () => {
    assert.equal(delay({failures: 1, hidden: true}), 30_000);
    assert.equal(delay({failures: 1, gone: true}), 15_000);
    assert.equal(delay({failures: 1, gone: true, spent: 4000}), 11_000);
  });
});

it('pollDelay never hurries, never sleeps and never ends before the end', () => {
  const situations = fc.record({
    invoice: fc.option(
      fc.record({
        state: fc.constantFrom<string>(...INVOICE_STATES, 'REFUNDED'),
        type: fc.constantFrom<string>(...INVOICE_TYPES),
        problems: fc.constant([]),
      }),
    ),
    gone: fc.boolean(),
    failures: fc.nat(),
    spent: fc.nat(),
    retryAfter: fc.option(fc.nat(60_000), {nil: undefined}),
    hidden: fc.boolean(),
    told: fc.boolean(),
    interval: fc.double().map(pollInterval),
    random: fc.double({min: 0, max: 1, noNaN: true}),
  });
  fc.assert(
    fc.property(situations, (situation) => {
      const ms = pollDelay(situation);
      if (/COMPLETED|DECLINED|ARCHIVED/.test(situation.invoice?.state ?? '')) return assert.equal(ms, null);
      assert.ok(ms !== null);
      assert.ok(ms >= 200 && ms <= Math.max(60_000, situation.interval * 1.1), String(ms));
      assert.ok(situation.failures === 0 || ms >= (situation.retryAfter ?? 0));
    }),
    {numRuns: 2000},
  );
});

describe('pollInterval', () => {
  for (const [value, ms] of [
    [3000, 3000],
    [1000, 1000],
    [999, 1000],
    [0, 1000],
    [-5, 1000],
    [-Infinity, 1000],
    [Infinity, 3_600_000],
    [1e12, 3_600_000],
    [NaN, 3000],
    ['5000', 3000],
    [null, 3000],
    [undefined, 3000],
    [{}, 3000],
  ] as const)
    it(`of ${String(value)} is ${ms}`, () => assert.equal(pollInterval(value), ms));
});

describe('parseRetryAfter', () => {
  const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
  for (const [value, ms] of [
    ['0', 0],
    ['1', 1000],
    ['7', 7000],
    [' 7 ', 7000],
    ['60', 60_000],
    ['61', 60_000],
    ['1000000000', 60_000],
    ['9'.repeat(400), 60_000],
    ['Fri, 02 Jan 2026 03:04:05 GMT', 0],
    ['Fri, 02 Jan 2026 03:04:25 GMT', 20_000],
    ['Fri, 02 Jan 2099 03:04:25 GMT', 60_000],
    ['Fri, 02 Jan 2026 03:04:04 GMT', undefined],
    ['Thu, 01 Jan 1970 00:00:00 GMT', undefined],
    ['-1', undefined],
    ['-1000000000', undefined],
    ['1.5', undefined],
    ['1e9', undefined],
    ['NaN', undefined],
    ['Infinity', undefined],
    ['soon', undefined],
    ['', undefined],
    [' ', undefined],
    [null, undefined],
  ] as const)
    it(`of ${value?.slice(0, 40) ?? 'nothing'} is ${ms}`, () =>
      assert.equal(parseRetryAfter(value, NOW), ms));

  it('is a length of time up to a minute, or nothing, for any text', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.date().map(String)), (text) => {
        const ms = parseRetryAfter(text, NOW) ?? 0;
        assert.ok(ms >= 0 && ms <= 60_000);
      }),
    ));
});
