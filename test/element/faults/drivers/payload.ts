import type {Driver, Drivers} from '../driver.js';
import {FOREIGN, type Json} from '../life.js';

const text = (change: (text: string) => string): Driver => ({
  // Another body has another tag.
  answer: ({headers: {ETag: _, ...headers}, ...answer}) => ({...answer, headers, text: change(answer.text)}),
  say: (said, connection) =>
    connection.write(said.replace(/^data: (.*)$/m, (_, data: string) => `data: ${change(data)}`)),
});

const instead = (body: string): Driver => text(() => body);

/** Changes fields where there is an object with fields. */
const fields = (changes: Json): Driver =>
  text((json) => {
    try {
      return JSON.stringify({...(JSON.parse(json) as Json), ...changes});
    } catch {
      return json;
    }
  });

/** One more member, before the others. */
const member = (source: string): Driver => text((json) => json.replace(/^\{(?=.)/s, `{${source},`));

const amount = (value: string | number, ...amounts: string[]): Driver => ({
  ...fields({amount: value}),
  amounts,
});

const DIGITS = '1234567890123456789012.123456789012345678';

/** One test takes the whole 10 MB; hundreds of cards at once make do with less. */
let size = 10_000;
export const limitFields = (characters: number): void => void (size = characters);

export const payload: Drivers = {
  'empty-object': instead('{}'),
  'null-body': instead('null'),
  'array-body': text((json) => `[${json}]`),
  'unknown-state': {
    ...fields({state: 'AWAITING_MOONRISE'}),
    views: ['unknown'],
    // A server whose answer becomes another says so.
    end: ({clock, shops}) => clock.after(0, () => shops.forEach((shop) => shop.push())),
  },
  'state-missing': fields({state: undefined}),
  'amount-number': text((json) => json.replace(/"amount":"([\d.]+)"/, '"amount":$1')),
  'amount-exponent': amount('1e-7', '0.0000001'),
  'amount-40-digits': amount(DIGITS, DIGITS),
  'amount-negative': amount('-10.234'),
  'amount-nan': amount('NaN'),
  'field-10mb': text((json) => json.replace(/^\{(?=.)/s, `{"extra":"${'x'.repeat(size)}",`)),
  'proto-key': member(
    '"__proto__":{"state":"COMPLETED","polluted":true},"constructor":{"prototype":{"polluted":true}}',
  ),
  'deep-nesting': member(`"extra":${'['.repeat(5000)}${']'.repeat(5000)}`),
  'duplicate-keys': text((json) => json.replace(/"(state|invoiceAddress|amount)":/g, '"$1":"9",$&')),
  'surrogates-and-bidi': fields({description: '\ud800 Order \u202e2401\u2066 \udfff', currency: 'USDT_TRX'}),
  'foreign-invoice': {...fields({...FOREIGN, state: 'COMPLETED'}), needsAnswer: true},
};
