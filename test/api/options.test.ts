import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {inspect} from 'node:util';
import {CalypsoClient, type CalypsoClientOptions} from '../../src/api/index.js';
import {fakeFetch} from './fake-fetch.js';

const SECRET = 'b823a6b9ea72408583cef9ec8d67fa52';
const OPTIONS: CalypsoClientOptions = {
  baseUrl: 'https://api.calypso.example',
  account: '0xa',
  key: 'c529e14832b34b74972365cf7bf02430',
  secret: SECRET,
};

function refusal(options: object): TypeError {
  try {
    new CalypsoClient({...OPTIONS, ...options});
  } catch (error) {
    assert.ok(error instanceof TypeError);
    return error;
  }
  return assert.fail(`accepted ${inspect(options)}`);
}

describe('a bad option', () => {
  for (const name of ['account', 'key', 'secret'] as const)
    for (const value of [undefined, null, '', 7, {}])
      it(`${name}: ${inspect(value)} is named`, () =>
        assert.match(refusal({[name]: value}).message, new RegExp(`^${name}: `)));

  for (const baseUrl of [
    undefined,
    '',
    'api.calypso.example',
    'ftp://api.calypso.example',
    'javascript:alert(1)',
    'https://api.calypso.example/api/v1',
    'https://api.calypso.example/?a=1',
    'https://api.calypso.example/#a',
    'https://merchant@api.calypso.example',
    'https://:password@api.calypso.example',
  ])
    it(`baseUrl: ${baseUrl} is named`, () => assert.match(refusal({baseUrl}).message, /^baseUrl: /));

  for (const timeout of [NaN, 0, -1, '10'])
    it(`timeout: ${inspect(timeout)} is named`, () => assert.match(refusal({timeout}).message, /^timeout: /));

  for (const name of ['fetch', 'now'] as const)
    for (const value of [null, 'fetch', 7, {}])
      it(`${name}: ${inspect(value)} is named`, () =>
        assert.match(refusal({[name]: value}).message, new RegExp(`^${name}: `)));

  for (const value of [null, 7, {}, ['https://api.calypso.example'], Symbol('origin')])
    it(`baseUrl: ${inspect(value)} is no text`, () =>
      assert.match(refusal({baseUrl: value}).message, /^baseUrl: expected .*, got (null|a|an) ?\w*$/));

  for (const name of ['account', 'key', 'secret', 'timeout', 'retries', 'fetch', 'now'] as const)
    it(`${name}: null is said to be null`, () =>
      assert.match(refusal({[name]: null}).message, new RegExp(`^${name}: expected .*, got null$`)));

  it('takes an origin with a slash at its end', () => {
    new CalypsoClient({...OPTIONS, baseUrl: 'https://api.calypso.example/'});
  });

  it('is never quoted where it may be the secret in the wrong place', () => {
    for (const options of [
      {baseUrl: SECRET},
      {baseUrl: `https://x:${SECRET}@api.calypso.example`},
      {baseUrl: `https://api.calypso.example/?secret=${SECRET}`},
      {account: ''},
      {key: undefined},
      {secret: [SECRET]},
      {timeout: SECRET},
    ])
      assert.ok(!inspect(refusal(options), {depth: Infinity, showHidden: true}).includes(SECRET));
  });
});

describe('options that are none', () => {
  for (const [value, came] of [
    [undefined, 'nothing'],
    [null, 'null'],
    ['CANARY', 'a text'],
    [7, 'a number'],
    [true, 'true or false'],
    [['CANARY'], 'a list'],
    [() => OPTIONS, 'a function'],
  ] as const)
    it(`are named: ${inspect(value)}`, () =>
      assert.throws(() => new CalypsoClient(value as never), {
        name: 'TypeError',
        message: `options: expected an object with baseUrl, account, key and secret, got ${came}`,
      }));

  it('are those that lack something: the first of it is named', () => {
    for (const [name, ...others] of [
      ['account', 'key', 'secret', 'baseUrl'],
      ['key', 'secret', 'baseUrl'],
      ['secret', 'baseUrl'],
      ['baseUrl'],
    ] as const) {
      const missing = Object.fromEntries([name, ...others].map((it) => [it, undefined]));
      assert.match(refusal(missing).message, new RegExp(`^${name}: expected .*, got nothing$`));
    }
  });
});

describe('a bad argument', () => {
  const client = new CalypsoClient({...OPTIONS, fetch: fakeFetch(() => assert.fail('sent')).fetch});

  for (const amount of ['', 'ten', '1,5', '0x10', NaN, Infinity, undefined, null, {}])
    it(`amount: ${inspect(amount)} is named and nothing is sent`, async () => {
      const invoice = {amount: amount as string, currency: 'BTC', description: 'Tea'};
      await assert.rejects(client.createSingleInvoice(invoice), {name: 'TypeError', message: /^amount: /});
    });

  for (const value of [undefined, null, '1be6a518', 7, []])
    it(`${inspect(value)} in place of what is to be made, or named, is said, and nothing is sent`, async () => {
      const none = value as never;
      for (const [name, call] of [
        ['invoice', () => client.createSingleInvoice(none)],
        ['invoice', () => client.createSingleFiatInvoice(none)],
        ['invoice', () => client.createBoundInvoice(none)],
        ['invoice', () => client.createUnlimitedInvoice(none)],
        ['invoice', () => client.createUnlimitedLinkedInvoice(none)],
        ['webhook', () => client.createWebhook(none)],
        ['idempotencyKey or id', () => client.getInvoice(none)],
        ['idempotencyKey or id', () => client.listDeposits(none)],
      ] as const)
        await assert.rejects(call(), {name: 'TypeError', message: new RegExp(`^${name}: expected .*, got `)});
    });

  // The guides look an invoice up by externalId, too; the reference has a list of its own for that.
  for (const reference of [
    {},
    {idempotencyKey: undefined},
    {idempotencyKey: ''},
    {id: 7},
    {externalId: '1234'},
  ])
    it(`${inspect(reference)} names no invoice and nothing is sent`, async () => {
      await assert.rejects(client.getInvoice(reference as object as {id: string}), {
        name: 'TypeError',
        message: /^idempotencyKey or id: /,
      });
    });
});

describe('a client', () => {
  it('shows neither key nor secret', () => {
    const client = new CalypsoClient(OPTIONS);
    const shown = [
      JSON.stringify(client),
      inspect(client, {depth: Infinity, showHidden: true}),
      String(client),
      JSON.stringify(Object.entries(client)),
      JSON.stringify(structuredClone(client)),
    ].join();
    assert.ok(!shown.includes(SECRET));
    assert.ok(!shown.includes(OPTIONS.key));
  });
});
