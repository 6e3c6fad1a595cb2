import assert from 'node:assert/strict';
import {once} from 'node:events';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer, type AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {connectRedis} from '../../src/cli/proxy/redis.js';
import {readSettings} from '../../src/cli/proxy/settings.js';
import type {Environment} from '../../src/cli/variables.js';
import {run} from './terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'cli-'));
after(() => rmSync(folder, {recursive: true}));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const SECRET = 'CANARY-b823a6b9ea72408583cef9ec8d67fa52';
const ENV = {CALYPSO_ACCOUNT: '0x1', CALYPSO_KEY: 'key', CALYPSO_SECRET: SECRET};
const INVOICE = 'https://shop.example/api/invoices/1be6a518-6dcd-477d-96af-dd914b1300ce';

describe('the command line', () => {
  for (const [args, first] of [
    [[], /^Usage: calypso-invoice <command>/],
    [['--help'], /^Usage: calypso-invoice <command>/],
    [['proxy', '--help'], /^Usage: calypso-invoice proxy/],
    [['sandbox', '-h'], /^Usage: calypso-invoice sandbox/],
    [['check', '--help', '--nonsense'], /^Usage: calypso-invoice check/],
    [['--version'], /^\d+\.\d+\.\d+/],
  ] as const)
    it(`answers "${args.join(' ')}"`, async () => {
      const {code, lines, warnings} = run(args);
      assert.equal(await code, 0);
      assert.match(lines[0]!, first);
      assert.deepEqual(warnings, []);
    });

  const bad: readonly [args: string[], env: Environment, message: RegExp][] = [
    [['serve'], {}, /there is no command "serve"/],
    [['proxy', '--port', '80'], ENV, /Unknown option '--port'/],
    [['proxy', 'now'], ENV, /Unexpected argument 'now'/],
    [['proxy'], {...ENV, CALYPSO_ACCOUNT: ''}, /CALYPSO_ACCOUNT is missing: set it, or CALYPSO_ACCOUNT_FILE/],
    [
      ['proxy'],
      {...ENV, CALYPSO_SECRET_FILE: '/run/secret'},
      /CALYPSO_SECRET and CALYPSO_SECRET_FILE are both set/,
    ],
    [
      ['proxy'],
      {...ENV, CALYPSO_KEY: '', CALYPSO_KEY_FILE: '/no/such'},
      /CALYPSO_KEY_FILE: \/no\/such cannot be read \(ENOENT\)/,
    ],
    [
      ['proxy'],
      {...ENV, CALYPSO_KEY: '', CALYPSO_KEY_FILE: file('empty', ' \n')},
      /CALYPSO_KEY_FILE: \S+ is empty/,
    ],
    [
      ['proxy'],
      {...ENV, CALYPSO_API_URL: 'api.calypso.money'},
      /CALYPSO_API_URL: expected an http\(s\) origin/,
    ],
    [['proxy'], {...ENV, PORT: '80a'}, /PORT: expected a number from 0 to 65535, got "80a"/],
    [['proxy'], {...ENV, PORT: '65536'}, /PORT: expected .*, got "65536"/],
    [
      ['proxy'],
      {...ENV, BASE_PATH: 'invoices'},
      /BASE_PATH: expected a path such as \/api\/invoices, got invoices/,
    ],
    [
      ['proxy'],
      {...ENV, ALLOWED_ORIGINS: 'https://a.example, shop.example/'},
      /ALLOWED_ORIGINS\[1\]: expected an origin .*got shop\.example/,
    ],
    [
      ['proxy'],
      {...ENV, CLIENT_ADDRESS: 'X Real IP'},
      /CLIENT_ADDRESS: expected "socket" or the name of a header/,
    ],
    [
      ['proxy'],
      {...ENV, SHUTDOWN_TIMEOUT: '9s'},
      /SHUTDOWN_TIMEOUT: expected a whole number of ms, got "9s"/,
    ],
    [['proxy'], {...ENV, FORWARD_URL: `shop/${SECRET}`}, /FORWARD_URL: expected an absolute http\(s\) URL/],
    [['proxy'], {...ENV, FORWARD_URL: 'https://shop.example'}, /FORWARD_URL needs WEBHOOK_SECRETS/],
    [
      ['proxy'],
      {...ENV, FORWARD_URL: 'https://shop.example', WEBHOOK_SECRETS: SECRET},
      /FORWARD_SECRET is missing/,
    ],
    [
      ['proxy'],
      {...ENV, REDIS_URL: `postgres://user:${SECRET}@host`},
      /REDIS_URL: expected a URL such as redis:/,
    ],
    [
      ['proxy'],
      {...ENV, HOST: '192.0.2.1', PORT: '0'},
      /proxy – HOST: 192\.0\.2\.1 is no address of this machine/,
    ],
    [['sandbox', '--port', 'x'], {}, /--port: expected a number from 0 to 65535, got "x"/],
    ...['-1', '70000', 'abc', '8080.5', '-1e3'].flatMap((port) =>
      [['--port', port], [`--port=${port}`]].map(
        (words) =>
          [
            ['sandbox', ...words],
            {},
            new RegExp(`sandbox – --port: expected a number from 0 to 65535, got "${port}"\\. "`),
          ] as (typeof bad)[number],
      ),
    ),
    [['sandbox', '--port'], {}, /'--port <value>' argument missing/],
    [
      ['sandbox', '--port', '--data', 'x'],
      {},
      /--port: expected a value: one that begins with - is written --port=/,
    ],
    [['sandbox', '--secret', `-${SECRET}`], {}, /--secret: expected a value: one that begins with - is/],
    [['sandbox', '--', '-1'], {}, /Unexpected argument '-1'/],
    [['check', INVOICE, '--json=yes'], {}, /--json/],
    [['sandbox', '--secret', ''], {}, /--secret: expected a text that is not empty/],
    [
      ['sandbox', '--webhook', '/webhooks'],
      {},
      /--webhook: expected an absolute http\(s\) URL without a password/,
    ],
    [
      ['sandbox', '--webhook', `https://user:${SECRET}@shop.example/webhooks`],
      {},
      /--webhook: expected an absolute http\(s\) URL without a password/,
    ],
    [
      ['sandbox', '--data', file('text', 'no database, but a text')],
      {},
      /--data: .*expected a file that a sandbox wrote/,
    ],
    [['sandbox', '--scenario', 'rich'], {}, /--scenario: there is no "rich" \(ENOENT\): .*paid, underpaid/],
    [['check'], {}, /expected the URL of one invoice/],
    [['check', INVOICE, INVOICE], {}, /expected one URL, got 2/],
    [['check', 'https://shop.example/api/invoices'], {}, /with an invoice’s UUID, got "https:/],
    [['check', INVOICE.replace('https', 'ftp')], {}, /expected an http\(s\) URL/],
    [
      ['check', `https://user:${SECRET}@shop.example/`],
      {},
      /expected a URL without a password: --header "Authorization: …" sends one/,
    ],
    [['check', INVOICE, '--origin', 'https://shop.example/'], {}, /--origin: expected an origin/],
    [['check', INVOICE, '--header', SECRET], {}, /--header: expected a name and a value/],
  ];
  for (const [args, env, message] of bad)
    it(`refuses: ${message.source}`, async () => {
      const {code, lines, warnings} = run(args, env);
      assert.equal(await code, 2);
      assert.deepEqual(lines, []);
      assert.equal(warnings.length, 1);
      assert.match(warnings[0]!, message);
      assert.doesNotMatch(warnings[0]!, /CANARY|\n/);
      assert.match(warnings[0]!, /^calypso-invoice .*--help" says more\.$/);
    });

  for (const [name, choose] of [
    ['PORT', (port: string) => run(['proxy'], {...ENV, HOST: '127.0.0.1', PORT: port})],
    ['--port', (port: string) => run(['sandbox', '--port', port])],
  ] as const)
    it(`says that a port is taken, and what chooses another: ${name}`, async () => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const {port} = other.address() as AddressInfo;
      const {code, lines, warnings} = choose(String(port));
      assert.equal(await code, 2);
      other.close();
      assert.deepEqual(lines, []);
      assert.match(
        warnings.join(),
        new RegExp(` – ${name}: ${port} is taken by another program: choose another`),
      );
    });

  it('reads secrets from files, and lists', () => {
    const {client, webhookSecrets, allowedOrigins, redisUrl, forward, port, basePath} = readSettings({
      CALYPSO_ACCOUNT_FILE: file('account', '0x2\n'),
      CALYPSO_KEY: 'key',
      CALYPSO_SECRET_FILE: file('secret', `${SECRET}\r\n`),
      WEBHOOK_SECRETS_FILE: file('webhooks', 'one\ntwo\n'),
      ALLOWED_ORIGINS: 'https://a.example, https://b.example',
      REDIS_URL_FILE: file('redis', 'redis://host\n'),
      FORWARD_URL: 'https://shop.example/calypso?token=7',
      FORWARD_SECRET_FILE: file('forward', 'three'),
    });
    assert.deepEqual(client, {
      baseUrl: 'https://api.calypso.money',
      account: '0x2',
      key: 'key',
      secret: SECRET,
    });
    assert.deepEqual(webhookSecrets, ['one', 'two']);
    assert.deepEqual(allowedOrigins, ['https://a.example', 'https://b.example']);
    assert.equal(redisUrl, 'redis://host');
    assert.deepEqual(forward, {url: 'https://shop.example/calypso?token=7', secret: 'three'});
    assert.deepEqual([port, basePath], [8080, '/api/invoices']);
  });

  it('says which package Redis needs', () =>
    assert.rejects(
      connectRedis('redis://host', () =>
        Promise.reject(Object.assign(new Error('x'), {code: 'ERR_MODULE_NOT_FOUND'})),
      ),
      {name: 'UsageError', message: 'REDIS_URL needs the package redis: npm install redis'},
    ));
});
