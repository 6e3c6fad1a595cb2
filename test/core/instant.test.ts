import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import fc from 'fast-check';
import {formatDuration, parseInstant} from '../../src/core/instant.js';

const NOON = Date.UTC(2022, 7, 25, 12, 47, 28);

describe('parseInstant', () => {
  for (const [text, ms] of [
    ['2022-08-25T12:47:28', NOON],
    ['2022-08-25T12:47:28Z', NOON],
    ['2022-08-25t12:47:28z', NOON],
    ['2022-08-25 12:47:28', NOON],
    ['2022-08-25T12:47', NOON - 28_000],
    ['2022-08-25T12:47:28.2', NOON + 200],
    ['2022-08-25T12:47:28.200475', NOON + 200.475],
    ['2022-08-25T12:47:28.200475999Z', NOON + 200.475999],
    ['2022-08-25T14:47:28+02:00', NOON],
    ['2022-08-25T14:47:28.500+0200', NOON + 500],
    ['2022-08-25T07:17:28-05:30', NOON],
    ['2024-02-29T00:00:00', Date.UTC(2024, 1, 29)],
    ['1969-12-31T23:59:59.5', -500],
  ] as const)
    it(`reads ${text}`, () => assert.ok(Math.abs((parseInstant(text) ?? NaN) - ms) < 1e-6));

  for (const garbage of [
    undefined,
    ...[
      '',
      'text',
      'tomorrow',
      '0',
      '1661431648',
      '2022',
      '2022-08-25',
      '12:47:28',
      '2022-08-25T',
      '25.08.2022',
    ],
    ...['2022-02-30T00:00:00', '2023-02-29T00:00:00', '2022-04-31T12:00:00', '2022-13-01T00:00:00'],
    ...['2022-00-10T00:00:00', '2022-01-00T00:00:00', '2022-08-25T25:00:00', '2022-08-25T12:60:00'],
    ...[
      '2022-08-25T12:47:61',
      '2022-08-25T12:47.5',
      '2022-08-25T12:47:28.',
      '2022-08-25T12:47:28+',
      '+02:00',
    ],
    ...[
      '2022-08-25T12:47:28+2',
      '2022-08-25T12:47:28 UTC',
      '2022-08-25T12:47:28+99:00',
      'Aug 25 2022 12:47:28',
    ],
    ...[' 2022-08-25T12:47:28', '2022-08-25T12:47:28\n', '+12022-08-25T12:47:28', '２０２２-08-25T12:47:28'],
  ])
    it(`refuses ${JSON.stringify(garbage)}`, () => assert.equal(parseInstant(garbage), undefined));

  it('reads every instant of toISOString, with or without its Z', () =>
    fc.assert(
      fc.property(fc.date({min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true}), (date) => {
        assert.equal(parseInstant(date.toISOString()), date.getTime());
        assert.equal(parseInstant(date.toISOString().slice(0, -1)), date.getTime());
      }),
    ));

  for (const TZ of ['America/New_York', 'Asia/Tokyo', 'UTC'])
    it(`takes no zone for UTC on a machine in ${TZ}`, () => {
      // A time zone belongs to a process. In New York 02:30 on 13 March 2022 does not exist.
      const texts = [
        '2022-08-25T12:47:28.200475',
        '2022-03-13T02:30:00',
        '2022-01-01 00:00:00',
        '2022-02-28T23:59',
      ];
      const module = new URL('../../src/core/instant.ts', import.meta.url).href;
      const script = `const {parseInstant} = await import('${module}');
        console.log(JSON.stringify(${JSON.stringify(texts)}.map(parseInstant)), new Date(2022, 7).getTimezoneOffset());`;
      const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
      const cwd = fileURLToPath(new URL('../..', import.meta.url));
      const printed = execFileSync(process.execPath, args, {
        cwd,
        env: {...process.env, TZ},
        encoding: 'utf8',
      });
      const [instants = '', offset] = printed.trim().split(' ');
      assert.equal(offset, {'America/New_York': '240', 'Asia/Tokyo': '-540', UTC: '0'}[TZ]);
      assert.deepEqual(JSON.parse(instants), [
        NOON + 200.475,
        Date.UTC(2022, 2, 13, 2, 30),
        Date.UTC(2022, 0),
        Date.UTC(2022, 1, 28, 23, 59),
      ]);
    });
});

describe('formatDuration', () => {
  for (const [ms, text] of [
    [-1, '00:00'],
    [0, '00:00'],
    [1, '00:01'],
    [1000, '00:01'],
    [1001, '00:02'],
    [59_999, '01:00'],
    [3_599_001, '01:00:00'],
    [3_600_000, '01:00:00'],
    [6_727_000, '01:52:07'],
    [86_400_000, '24:00:00'],
    [90 * 60_000, '01:30:00'],
    [400_000_000, '111:06:40'],
  ] as const)
    it(`writes ${ms} ms as ${text}`, () => assert.equal(formatDuration(ms), text));
});
