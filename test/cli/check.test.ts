import assert from 'node:assert/strict';
import {after, before, describe, it, type TestContext} from 'node:test';
import {readShop} from '../../src/cli/check/command.js';
import {runChecks} from '../../src/cli/check/run-checks.js';
import {Shop} from '../../src/cli/check/shop.js';
import {openShop, type Fault} from './shop.js';

type Fields = Record<string, unknown>;

let shop: Awaited<ReturnType<typeof openShop>>;
before(async () => {
  shop = await openShop();
});
after(() => shop.close());

const isRead = ({url}: Request) => url.toLowerCase() === shop.url.toLowerCase();
const isStream = ({url}: Request) => url === `${shop.url}/events`;

/** Other answers to the requests that `where` says, made of the right ones. */
const changed =
  (where: (request: Request) => boolean, change: (response: Response, request: Request) => unknown): Fault =>
  async (request, answer) => {
    const response = await answer(request);
    if (!where(request)) return response;
    const other = await change(response, request);
    return other instanceof Response ? other : response;
  };

/** Another JSON text, in the read and in the events. */
const text =
  (change: (text: string) => string): Fault =>
  async (request, answer) => {
    const response = await answer(request);
    const {status, headers} = response;
    if (status !== 200 || request.method !== 'GET') return response;
    if (isRead(request)) return new Response(change(await response.text()), {status, headers});
    if (!isStream(request)) return response;
    const pieces = new TransformStream<string, string>({
      transform: (piece, controller) =>
        controller.enqueue(piece.replace(/^data: (.*)$/m, (_, data: string) => `data: ${change(data)}`)),
    });
    const body = response.body!.pipeThrough(new TextDecoderStream()).pipeThrough(pieces);
    return new Response(body.pipeThrough(new TextEncoderStream()), {status, headers});
  };
const fields = (change: Fields | ((fields: Fields) => Fields)): Fault =>
  text((json) => {
    const known = JSON.parse(json) as Fields;
    return JSON.stringify(typeof change === 'function' ? change(known) : {...known, ...change});
  });
/** A member as it is written, so that a test decides every digit. */
const raw = (member: string): Fault =>
  text((json) => json.replace(/"amount":"[^"]*"/, member).replace(/^\{(?!.*"amount")/, `{${member},`));
const header =
  (name: string, value: string | undefined, where = isRead): Fault =>
  (request, answer) =>
    changed(where, ({headers}) => (value === undefined ? headers.delete(name) : headers.set(name, value)))(
      request,
      answer,
    );
const instead =
  (where: (request: Request) => boolean, response: () => Response): Fault =>
  (request, answer) =>
    changed(where, response)(request, answer);

const endsWith = (suffix: string) => (request: Request) => request.url.endsWith(suffix);
const isUnknown = endsWith('00000000-0000-4000-8000-000000000000');
const isUnknownRead = (request: Request) => isUnknown(request) && request.method === 'GET';
/** What a careless router does: whatever stands behind the key is not looked at. */
const lenient =
  (suffix: string): Fault =>
  (request, answer) =>
    answer(endsWith(suffix)(request) ? new Request(shop.url) : request);
const allow =
  (origin: (request: Request) => string | null, credentials = false): Fault =>
  async (request, answer) => {
    const headers = new Headers(request.headers);
    headers.delete('Origin');
    const response = await answer(new Request(request, {headers}));
    const allowed = origin(request);
    if (allowed !== null) response.headers.set('Access-Control-Allow-Origin', allowed);
    if (credentials) response.headers.set('Access-Control-Allow-Credentials', 'true');
    return response;
  };
const originOf = ({headers}: Request) => headers.get('Origin');

/** [the fault, the rule that must find it, how bad it is] */
const FAULTS: readonly (readonly [what: string, fault: Fault, rule: string, level?: 'warning'])[] = [
  [
    'a redirect',
    instead(isRead, () => Response.redirect('https://shop.example/login')),
    'Status of the invoice',
  ],
  ['HTML', instead(isRead, () => new Response('<h1>Tea</h1>')), 'Body of the invoice'],
  ['a list', text((json) => `[${json}]`), 'Body of the invoice'],
  ['JSON as text/html', header('Content-Type', 'text/html'), 'Content-Type of the invoice'],
  ['a cached answer', header('Cache-Control', 'public, max-age=60'), 'Cache-Control of the invoice'],
  ['no Cache-Control', header('Cache-Control', undefined), 'Cache-Control of the invoice'],
  ['no nosniff', header('X-Content-Type-Options', undefined), 'X-Content-Type-Options of the invoice'],
  ['an answer out of a cache', header('Age', '7'), 'Age of the invoice'],
  ['a session', header('Set-Cookie', 'session=7'), 'Set-Cookie of the invoice', 'warning'],
  ['a clock that is late', fields({serverTime: '2020-01-01T00:00:00Z'}), 'Clock of the invoice', 'warning'],
  [
    'HEAD refused',
    instead(
      ({method}) => method === 'HEAD',
      () => new Response(null, {status: 405}),
    ),
    'Status of HEAD',
    'warning',
  ],
  [
    'a UUID compared as text',
    instead(
      ({url}) => url === shop.url.replace(shop.key, shop.key.toUpperCase()),
      () => new Response(null, {status: 404}),
    ),
    'Status with the UUID in upper case',
    'warning',
  ],

  ['no state', fields({state: undefined}), 'state'],
  ['a state that is none', fields({state: 7}), 'state'],
  ['a state in lower case', fields({state: 'paid'}), 'state is one that Calypso documents', 'warning'],
  ['another type', fields({type: 'DOUBLE'}), 'type is one that Calypso documents', 'warning'],
  ['a currency without network', fields({currency: 'Tether'}), 'currency names its network', 'warning'],
  [
    'another invoice',
    fields({idempotencyKey: crypto.randomUUID()}),
    'idempotencyKey is the invoice’s that was asked for',
  ],
  [
    'a mangled address',
    fields(({invoiceAddress, ...it}) => ({...it, invoiceAddress: `${String(invoiceAddress)}x`})),
    'invoiceAddress is one of its network',
  ],
  ['an address with a space', fields({invoiceAddress: 'T E'}), 'invoiceAddress'],
  [
    'no address',
    fields({invoiceAddress: null}),
    'invoiceAddress is there while a payment is awaited',
    'warning',
  ],
  ['no amount', fields({amount: null}), 'amount is there where the type has one', 'warning'],
  ['no bound', fields({type: 'BOUND'}), 'lowerBound is there where the type has one', 'warning'],
  ['a decimal comma', fields({amount: '10,234'}), 'amount'],
  ['a negative amount', fields({totalDebitAmount: '-1'}), 'totalDebitAmount'],
  ['an amount with its unit', fields({amount: '10.234 USDT'}), 'amount'],
  ['an amount as object', fields({lowerBound: {value: 1}}), 'lowerBound'],
  ['an exponent', fields({amount: '1e1'}), 'amount is written plainly', 'warning'],
  [
    'more digits than a double has',
    raw('"amount":10.234567890123456789'),
    'amount keeps its digits',
    'warning',
  ],
  ['a rounded sum', raw('"amount":10.2339999999999'), 'amount is one that its currency can have', 'warning'],
  [
    'a rounded deposit',
    fields({deposits: [{amount: '0.30000000000000004'}]}),
    'deposits[0].amount is one that its currency can have',
    'warning',
  ],
  ['deposits that are none', fields({deposits: {}}), 'deposits'],
  ['a date of the country', fields({expiration: '05.07.2025 12:00'}), 'expiration'],
  ['epoch seconds', fields({createdDate: 1_751_716_800}), 'createdDate'],
  ['a relative URL', fields({returnUrl: '/thanks'}), 'returnUrl'],
  ['a script as URL', fields({supportUrl: 'javascript:alert(1)'}), 'supportUrl'],
  ['a flag as text', fields({isInterventionResolved: 'true'}), 'isInterventionResolved'],

  ...['account', 'autoconversion', 'externalId', 'fee', 'id', 'subscriptionEnabled'].map(
    (name) => [`the merchant’s ${name}`, fields({[name]: '7'}), `${name} is kept from the payer`] as const,
  ),
  ...['account', 'externalId', 'fee'].map(
    (name) =>
      [
        `the merchant’s ${name} in a deposit`,
        fields({deposits: [{amount: '1'}, {[name]: '7'}]}),
        `${name} is kept from the payer`,
      ] as const,
  ),
  ['a secret', fields({config: [{apiSecret: 'x'}]}), 'Keys and secrets are kept from the payer'],
  ['a secret in a deposit', fields({deposits: [{apiKey: 'x'}]}), 'Keys and secrets are kept from the payer'],
  ['the headers of the call', header('Sign', 'b16e'), 'Headers of the signed call are kept from the payer'],
  ['a field of the shop', fields({customer: 'Ann'}), 'Fields are those of the contract', 'warning'],
  [
    'a field of the shop in a deposit',
    fields({deposits: [{id: '7', amount: '1', sender: 'Ann'}]}),
    'Fields are those of the contract',
    'warning',
  ],
  [
    'a field of the shop in a deposit, in the first event',
    fields({deposits: [{sender: 'Ann'}]}),
    'Fields are those of the contract, in the first event',
    'warning',
  ],

  ['a bare ETag', header('ETag', 'abc'), 'ETag of the invoice'],
  [
    '304 for everything',
    changed(
      ({headers}) => headers.has('If-None-Match'),
      () => new Response(null, {status: 304}),
    ),
    'Status where If-None-Match names another ETag',
  ],
  [
    'an ETag of the moment',
    changed(isRead, ({headers, status}) =>
      status === 304 ? Response.json({}) : headers.set('ETag', `"${Math.random()}"`),
    ),
    'Status where If-None-Match names the ETag',
    'warning',
  ],
  [
    '304 that may be kept',
    changed(isRead, ({headers, status}) => status === 304 && headers.delete('Cache-Control')),
    'Cache-Control of 304',
  ],

  ['every origin', allow(() => '*'), 'Access-Control-Allow-Origin for https://foreign.example'],
  ['every origin by name', allow(originOf, true), 'Access-Control-Allow-Origin for https://foreign.example'],
  [
    'every origin, with cookies',
    allow(() => '*', true),
    'Access-Control-Allow-Credentials for https://foreign.example',
  ],
  [
    'null',
    allow((request) => (originOf(request) === 'null' ? 'null' : null)),
    'Access-Control-Allow-Origin for null',
  ],
  [
    'origins that begin alike',
    allow((request) => (originOf(request)?.startsWith('https://office.example') ? originOf(request) : null)),
    'Access-Control-Allow-Origin for https://office.example.foreign.example',
  ],
  [
    'origins that end alike',
    allow((request) => (originOf(request)?.endsWith('office.example') ? originOf(request) : null)),
    'Access-Control-Allow-Origin for https://foreign-office.example',
  ],
  ['no origin', allow(() => null), 'Access-Control-Allow-Origin for https://office.example'],
  [
    'headers that are not exposed',
    header('Access-Control-Expose-Headers', 'ETag'),
    'Access-Control-Expose-Headers for https://office.example',
    'warning',
  ],
  ['no Vary', header('Vary', undefined), 'Vary for https://office.example', 'warning'],
  [
    'no preflight',
    instead(
      ({method}) => method === 'OPTIONS',
      () => new Response(null, {status: 405}),
    ),
    'Status of the preflight for https://office.example',
    'warning',
  ],

  [
    '502 for an unknown invoice',
    instead(isUnknownRead, () => Response.json({}, {status: 502})),
    'Status of an unknown UUID',
  ],
  [
    'an error as HTML',
    instead(isUnknownRead, () => new Response('<h1>', {status: 404})),
    'Content-Type of an unknown UUID',
  ],
  [
    'an error with another status',
    instead(isUnknownRead, () => Response.json({status: 500}, {status: 404})),
    'Body of an unknown UUID',
  ],
  [
    'Calypso’s own error',
    instead(isUnknownRead, () => Response.json({errorCode: '004', message: 'x'}, {status: 404})),
    'Words of an unknown UUID',
  ],
  [
    'an error that may be kept',
    header('Cache-Control', 'max-age=60', isUnknownRead),
    'Cache-Control of an unknown UUID',
  ],
  [
    '500 for what is no UUID',
    instead(endsWith('not-a-uuid'), () => Response.json({}, {status: 500})),
    'Status of what is no UUID',
  ],
  ['an invoice found by its id', lenient('/7'), 'Status of a number'],
  ['a file behind the key', lenient('/x.css'), 'Status of the invoice with /x.css behind it'],
  ['an ending behind the key', lenient('.css'), 'Status of the invoice with .css behind it'],
  ['a coded slash behind the key', lenient('%2Fx.css'), 'Status of the invoice with %2Fx.css behind it'],
  ['a parameter behind the key', lenient(';x.css'), 'Status of the invoice with ;x.css behind it'],
  [
    'POST taken',
    (request, answer) => (request.method === 'POST' ? answer(new Request(shop.url)) : answer(request)),
    'Status of POST',
  ],

  ['events elsewhere', fields({eventsUrl: 'https://elsewhere.example/events'}), 'Host of eventsUrl'],
  ['events of nothing', instead(isStream, () => new Response(null, {status: 404})), 'Status of the stream'],
  ['events as JSON', header('Content-Type', 'application/json', isStream), 'Content-Type of the stream'],
  [
    'events that may be kept',
    header('Cache-Control', 'no-transform', isStream),
    'Cache-Control of the stream',
  ],
  [
    'events that may be changed',
    header('Cache-Control', 'no-store', isStream),
    'no-transform in Cache-Control of the stream',
    'warning',
  ],
  [
    'events that nginx holds',
    header('X-Accel-Buffering', undefined, isStream),
    'X-Accel-Buffering of the stream',
    'warning',
  ],
  [
    'compressed events',
    header('Content-Encoding', 'br', isStream),
    'Content-Encoding of the stream',
    'warning',
  ],
  [
    'a stream that ends at once',
    changed(isStream, ({headers}) => new Response('', {headers})),
    'First event of the stream',
  ],
  [
    'no retry',
    changed(isStream, ({headers}) => new Response('event: invoice\ndata: {}\n\n', {headers})),
    'retry of the stream',
    'warning',
  ],
  [
    'events without a name',
    changed(isStream, ({headers}) => new Response('data: {}\n\n', {headers})),
    'First event of the stream',
  ],
  [
    'an event that is no JSON',
    changed(isStream, ({headers}) => new Response('event: invoice\ndata: PAID\n\n', {headers})),
    'Data of the first event',
  ],
  [
    'an event of less',
    changed(isStream, ({headers}) => new Response('event: invoice\ndata: {"state":"PAID"}\n\n', {headers})),
    'Fields of the first event',
  ],
  ['an event that tells more', fields({fee: 1}), 'fee is kept from the payer, in the first event'],
  ['an event with a bad amount', fields({amount: 'ten'}), 'amount, in the first event'],
  [
    'an event with rounded digits',
    raw('"amount":10.234567890123456789'),
    'amount keeps its digits, in the first event',
    'warning',
  ],
];

describe('check', () => {
  it('finds nothing in our own proxy, and looks at everything', async () => {
    const findings = await shop.check();
    assert.deepEqual(
      findings.filter(({level}) => level !== 'ok'),
      [],
    );
    assert.deepEqual(
      [...new Set(findings.map(({group}) => group))],
      ['answer', 'refusals', 'fields', 'amounts', 'secrecy', 'caching', 'cors', 'events'],
    );
    assert.ok(findings.length > 100, `${findings.length} findings`);
    for (const {rule, came, wanted, source} of findings)
      for (const words of [rule, came, wanted, source]) assert.match(words, /^\S.*\S$/);
  });

  it('finds nothing in the events, caching and CORS of a proxy that has none', async () => {
    const findings = await shop.check(async (request, answer) => {
      const plain = await fields({eventsUrl: undefined})(
        new Request(request.url, {method: request.method}),
        answer,
      );
      plain.headers.delete('ETag');
      return plain;
    }, {});
    assert.deepEqual(
      findings.filter(({level}) => level !== 'ok'),
      [],
    );
  });

  it('takes a proxy that lets a payer read their own invoices only', async () => {
    const forbidden = {
      type: 'about:blank',
      title: 'Forbidden',
      status: 403,
      detail: 'You may not read this.',
    };
    const findings = await shop.check(
      changed(isUnknownRead, ({headers}) => Response.json(forbidden, {status: 403, headers})),
    );
    assert.deepEqual(
      findings.filter(({level}) => level !== 'ok'),
      [],
    );
  });

  it('takes a URL with the key in its query', async () => {
    const findings = await runChecks(
      new Shop({
        ...readShop([`https://shop.example/invoice.php?key=${shop.key}`], {}),
        fetch: (input, init) => {
          const key = new URL(String(input)).searchParams.get('key');
          const url = key === null ? input : `https://shop.example/api/invoices/${encodeURI(key)}`;
          return shop.proxy(new Request(url, init));
        },
      }),
    );
    assert.deepEqual(
      findings.filter(({level}) => level !== 'ok'),
      [],
    );
  });

  it('takes the fields of a deposit that the contract has, and names any other once', async () => {
    const contract = {id: '7', amount: '1', currency: 'USDT_TRX', transactionHash: 'a1', createdDate: null};
    const found = async (deposits: unknown) => {
      const findings = await shop.check(fields({deposits}), {});
      const {came} = findings.find(({rule}) => rule === 'Fields are those of the contract')!;
      return came;
    };
    assert.equal(await found([contract, contract]), 'nothing');
    assert.equal(
      await found([{...contract, sender: 'Ann', state: 7}, {sender: 'Bob'}, null, 'x']),
      '"deposits[].sender deposits[].state"',
    );
  });

  it('looks no further where no invoice came', async () => {
    const findings = await shop.check(instead(isRead, () => Response.json({title: 'Gone'}, {status: 410})));
    assert.deepEqual([...new Set(findings.map(({group}) => group))], ['answer', 'refusals']);
  });

  /** A body that never ends and, as on Node 20, outlives the signal of its request; 10 s pass while it is read. */
  const stalled = (where: (request: Request) => boolean, {mock}: TestContext) => {
    mock.timers.enable({apis: ['setTimeout']});
    return shop.check(
      changed(where, ({headers}) => {
        setImmediate(() => mock.timers.tick(10_000));
        return new Response(new ReadableStream(), {headers});
      }),
      {},
    );
  };

  it('waits for no body for ever', async (test) => {
    const found = await stalled(isRead, test);
    assert.deepEqual(
      found.map(({rule, came}) => [rule, came]),
      [['Every request is answered', 'nothing within 10 s']],
    );
  });

  it('waits for no event for ever', async (test) => {
    const wrong = (await stalled(isStream, test)).filter(({level}) => level === 'error');
    assert.deepEqual(
      wrong.map(({rule}) => rule),
      ['First event of the stream'],
    );
  });

  for (const [what, fault, rule, level = 'error'] of FAULTS)
    it(`finds ${what}`, async () => {
      const findings = await shop.check(fault);
      const found = findings.filter((finding) => finding.rule === rule);
      assert.deepEqual([...new Set(found.map((finding) => finding.level))], [level]);
    });
});
