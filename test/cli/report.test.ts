import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {serve, type Serving} from '../../src/cli/serve.js';
import {shown} from '../../src/cli/check/finding.js';
import {openShop} from './shop.js';
import {run} from './terminal.js';

interface Report {
  readonly url: string;
  readonly errors: number;
  readonly warnings: number;
  readonly findings: readonly Record<string, string>[];
}

describe('calypso-invoice check', () => {
  let shop: Awaited<ReturnType<typeof openShop>>;
  let server: Serving;
  let url: string;
  /** What the proxy is asked with. */
  const asked: Headers[] = [];
  let change: (response: Response) => void = () => undefined;
  before(async () => {
    shop = await openShop();
    server = await serve(
      async (request) => {
        asked.push(request.headers);
        const response = await shop.proxy(request);
        change(response);
        return response;
      },
      {port: 0, host: '127.0.0.1', portName: 'port'},
    );
    url = `http://127.0.0.1:${server.port}/api/invoices/${shop.key}`;
  });
  after(async () => {
    server.cut();
    await server.drain();
    await shop.close();
  });

  it('ends with 0 where nothing is wrong, over HTTP, and says so in few words', async () => {
    change = () => undefined;
    const {code, lines} = run(['check', url, '--origin', 'https://office.example']);
    assert.equal(await code, 0);
    assert.equal(lines[0], url);
    assert.match(lines.at(-1)!, /^0 errors, 0 warnings, \d{3} as wanted$/);
    assert.ok(lines.length < 5);
  });

  it('ends with 1 where something is, and says what came, what is wanted, and why', async () => {
    change = ({headers}) => {
      headers.delete('X-Accel-Buffering');
      headers.set('Cache-Control', 'max-age=60');
    };
    const {code, lines} = run(['check', url, '--verbose']);
    assert.equal(await code, 1);
    const at = lines.indexOf('error    answer: Cache-Control of the invoice');
    assert.deepEqual(
      lines.slice(at + 1, at + 4).map((line) => line.slice(0, 30)),
      ['         came    "max-age=60"', '         wanted  no-store: wha', '         source  docs/proxy-ap'],
    );
    assert.ok(lines.includes('warning  events: X-Accel-Buffering of the stream'));
    assert.ok(lines.includes('ok       fields: amount'));
    assert.match(lines.at(-1)!, /^\d+ errors, [1-9] warnings, \d+ as wanted$/);
  });

  it('ends with 0 where there are but warnings, and answers as JSON', async () => {
    change = ({headers}) => headers.delete('X-Accel-Buffering');
    const inWords = run(['check', url]);
    assert.equal(await inWords.code, 0);
    assert.match(inWords.lines.at(-1)!, /^0 errors, 1 warning, \d{3} as wanted$/);
    const {code, lines} = run([
      'check',
      url,
      '--json',
      '--header',
      'Authorization: Bearer CANARY',
      '--header',
      'X-Shop: 7',
    ]);
    assert.equal(await code, 0);
    const report = JSON.parse(lines.join('\n')) as Report;
    assert.deepEqual([report.url, report.errors, report.warnings], [url, 0, 1]);
    assert.deepEqual(
      report.findings.filter(({level}) => level !== 'ok').map(({rule}) => rule),
      ['X-Accel-Buffering of the stream'],
    );
    for (const finding of report.findings)
      assert.deepEqual(Object.keys(finding), ['group', 'level', 'rule', 'came', 'wanted', 'source']);
    assert.doesNotMatch(lines.join(), /CANARY/);
    assert.deepEqual(
      [asked.at(-1)?.get('Authorization'), asked.at(-1)?.get('X-Shop')],
      ['Bearer CANARY', '7'],
    );
  });

  it('ends with 1 where nobody answers', async () => {
    const nobody = await serve(() => assert.fail(), {port: 0, host: '127.0.0.1', portName: 'port'});
    await nobody.drain();
    const {code, lines} = run(['check', url.replace(String(server.port), String(nobody.port))]);
    assert.equal(await code, 1);
    assert.ok(lines.includes('error    answer: Every request is answered'));
    assert.ok(lines.includes('         came    ECONNREFUSED'));
    assert.equal(lines.at(-1), '1 error, 0 warnings, 0 as wanted');
  });

  for (const [value, words] of [
    [null, 'nothing'],
    ['', 'nothing'],
    [0, '0'],
    [false, 'false'],
    ['\u001b[31m\u202e', '"\\u001b[31m\\u202e"'],
    ['x'.repeat(500), `"${'x'.repeat(119)}…`],
    [['a'], '["a"]'],
  ] as const)
    it(`shows ${words.slice(0, 20)}`, () => assert.equal(shown(value), words));
});
