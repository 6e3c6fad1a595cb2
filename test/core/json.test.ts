import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {parseJson, stringifyJson} from '../../src/core/json.js';
import {numerals} from './decimal-numerals.js';

const DECIMAL_KEYS = ['amount', 'fee', 'fiatAmount', 'lowerBound', 'serviceFee', 'totalDebitAmount'];

describe('parseJson', () => {
  for (const [text, value] of [
    ['{"amount":0.000000000000000001}', {amount: '0.000000000000000001'}],
    ['{"amount":0.001,"fee":0.000042026017236}', {amount: '0.001', fee: '0.000042026017236'}],
    ['{"totalDebitAmount":0}', {totalDebitAmount: '0'}],
    ['{"amount":10.00}', {amount: '10.00'}],
    ['{"amount":-5}', {amount: '-5'}],
    ['{"amount":1e-7}', {amount: '0.0000001'}],
    ['{"amount":"10.50"}', {amount: '10.50'}],
    [
      '{"amount":12345678901234567890.123456789012345678}',
      {amount: '12345678901234567890.123456789012345678'},
    ],
    [
      '{"fiatAmount":{"EUR":0.919371150133309,"USD":1.0}}',
      {fiatAmount: {EUR: '0.919371150133309', USD: '1.0'}},
    ],
    ['{"id":9974,"page":1,"timestamp":1663846346000}', {id: 9974, page: 1, timestamp: 1663846346000}],
    ['{"id":12345678901234567890}', {id: '12345678901234567890'}],
    ['[1,2.50,true,null]', [1, '2.50', true, null]],
    ['1.10', '1.10'],
    [' { "amount" : 1 , "x" : [ ] } ', {amount: '1', x: []}],
  ] as const)
    it(`reads ${text}`, () => assert.deepEqual(parseJson(text), value));

  for (const words of [
    'pay 12345678901234567890',
    '1.10',
    'a "quoted 1.10" word',
    'back\\slash 1.10 \\" 2.20',
    'ends with \\',
    '{"amount":12345678901234567890}',
    '\u2028 \ud800 1.10',
    '\n1.10\n',
  ])
    it(`leaves the text ${JSON.stringify(words)} as it is`, () => {
      assert.deepEqual(parseJson(JSON.stringify({description: words, amount: 1, [words]: words})), {
        description: words,
        amount: '1',
        [words]: words,
      });
    });

  // The last ones would be valid if their numbers stood in quotes.
  for (const malformed of [
    ...[
      '',
      ' ',
      '{',
      '{"amount":1',
      '{"amount":1}}',
      "{'amount':1}",
      '{amount:1}',
      '[1,]',
      'NaN',
      'undefined',
      '<html>',
    ],
    ...[
      '{"amount":1.}',
      '{"amount":.5}',
      '{"amount":+1}',
      '{"amount":1e}',
      '{"amount":0x10}',
      '{"a":"\n"}',
      '"\\x"',
    ],
    ...[
      '{"amount":01}',
      '-01',
      '007',
      '[00.50]',
      '{1.10:1}',
      '{12345678901234567890:1}',
      '["\\12345678901234567890]',
    ],
  ])
    it(`refuses ${JSON.stringify(malformed)}`, () => assert.throws(() => parseJson(malformed), SyntaxError));

  it('refuses whatever JSON.parse refuses, and nothing else', () => {
    const symbols = [...'{}[]",:\\ 0123456789.eE+-', '"amount"', 'null', '12345678901234567890'];
    const accepts = (parse: (text: string) => unknown, text: string) => {
      try {
        parse(text);
        return true;
      } catch (error) {
        assert.ok(error instanceof SyntaxError);
        return false;
      }
    };
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom(...symbols)}), (text) =>
        assert.equal(accepts(parseJson, text), accepts(JSON.parse, text)),
      ),
      {numRuns: 20_000},
    );
  });

  it('gives up on absurd nesting with an error that can be caught', () =>
    assert.throws(() => parseJson('['.repeat(1e5) + ']'.repeat(1e5)), /SyntaxError|RangeError/));

  it('keeps an own __proto__ as data', () => {
    const value = parseJson('{"__proto__":{"state":"PAID"},"amount":1.10}') as Record<string, unknown>;
    assert.deepEqual(Object.keys(value), ['__proto__', 'amount']);
    assert.equal(value['state'], undefined);
    assert.equal('state' in {}, false);
  });

  it('never makes a number that came into one that is absent', () =>
    assert.deepEqual(Object.keys(parseJson('{"amount":1e+300,"fee":1e400}') as object), ['amount', 'fee']));
});

describe('stringifyJson', () => {
  it('writes the decimals of the API as numbers, digit for digit', () => {
    assert.equal(
      stringifyJson({amount: '0.000000000000000001', lowerBound: '10.00', description: '1.10', id: '1.10'}),
      '{"amount":0.000000000000000001,"lowerBound":10.00,"description":"1.10","id":"1.10"}',
    );
  });

  for (const text of ['007', '01.5', '1.', '.5', '1e5', '', ' 1', '1,5', 'ten', '1;"x":1', '-'])
    it(`writes the amount ${JSON.stringify(text)}, which is no JSON number, as a text`, () =>
      assert.equal(stringifyJson({amount: text}), `{"amount":${JSON.stringify(text)}}`));

  it('writes everything else as JSON.stringify does', () =>
    fc.assert(
      fc.property(fc.object({values: [fc.anything({maxDepth: 0}), fc.string({unit: 'binary'})]}), (value) =>
        assert.equal(stringifyJson(value), JSON.stringify(value)),
      ),
    ));

  it('writes dates, URLs and whatever else knows its JSON as JSON.stringify does', () => {
    const url = new URL('https://shop.example/thanks');
    const named = {toJSON: (key: string) => ({key, amount: '1.10'})};
    assert.equal(
      stringifyJson({
        expiration: new Date(0),
        returnUrl: url,
        list: [new Date(0), named],
        named,
        gone: {toJSON() {}},
      }),
      '{"expiration":"1970-01-01T00:00:00.000Z","returnUrl":"https://shop.example/thanks",' +
        '"list":["1970-01-01T00:00:00.000Z",{"key":"1","amount":1.10}],"named":{"key":"named","amount":1.10}}',
    );
  });

  it('gives back through parseJson what it was given, decimals to the last digit', () => {
    const text = fc.string({unit: 'binary'});
    const key = fc.oneof(text, fc.constant('__proto__')).filter((name) => !DECIMAL_KEYS.includes(name));
    const amounts = fc.dictionary(fc.constantFrom(...DECIMAL_KEYS), numerals);
    const {tree} = fc.letrec((tie) => ({
      tree: fc.oneof(
        {maxDepth: 4},
        fc.oneof(text, numerals, fc.boolean(), fc.constant(null), fc.integer()),
        fc.array(tie('tree'), {maxLength: 4}),
        fc.tuple(fc.array(fc.tuple(key, tie('tree')), {maxLength: 4}), amounts).map(([entries, sums]) => ({
          ...Object.fromEntries(entries),
          ...sums,
        })),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => assert.deepEqual(parseJson(stringifyJson(value) ?? ''), value)),
      {numRuns: 2000},
    );
  });
});
