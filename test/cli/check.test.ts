import assert from 'node:assert/strict';
import {after, before, describe, it, type TestContext} from 'node:test';
import {readShop} from '../../src/cli/check/command.js';
import {runChecks} from '../../src/cli/check/run-checks.js';
import {Shop} from '../../src/cli/check/shop.js';
import {FAULTS} from './check-faults.js';
import {open, isRead, isStream, changed, fields, instead, isUnknownRead, shop} from './shop-faults.js';

describe('check', () => {
  before(open);
  after(() => shop.close());

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
