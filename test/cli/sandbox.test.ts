import assert from 'node:assert/strict';
import {once} from 'node:events';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {CalypsoClient} from '../../src/api/index.js';
import {ScenarioPlayer} from '../../src/cli/sandbox/player.js';
import {parseScenario, readScenario} from '../../src/cli/sandbox/scenario.js';
import {createSandbox} from '../../src/sandbox/index.js';
import {MERCHANT} from './shop.js';
import {run} from './terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'scenario-'));
after(() => rmSync(folder, {recursive: true}));

/** A sandbox whose time passes only where a scenario waits. */
function setUp() {
  const sandbox = createSandbox({...MERCHANT, now: () => Date.UTC(2026, 0, 2)});
  const client = new CalypsoClient({
    ...MERCHANT,
    baseUrl: 'https://sandbox.example',
    now: () => Date.UTC(2026, 0, 2),
    fetch: (url, init) => sandbox.fetch(new Request(url, init)),
  });
  const said: string[] = [];
  const player = new ScenarioPlayer({
    sandbox,
    client,
    wait: async (ms) => void (await sandbox.advance(ms)),
    say: (line) => void said.push(line),
  });
  return {sandbox, client, player, said};
}

const TEA = {currency: 'USDT_TRX', description: 'Tea'};

describe('a scenario', () => {
  for (const [name, state, total, intervention] of [
    ['paid', 'PAID', '10.000001', undefined],
    ['underpaid', 'PENDING_INTERVENTION', '9', 'UNDERPAY'],
    ['overpaid', 'PENDING_INTERVENTION', '11.000001', 'OVERPAY'],
    ['compliance', 'PENDING_COMPLIANCE_CHECK', '10.000001', undefined],
    ['declined', 'DECLINED', '10.000001', undefined],
    ['archived', 'ARCHIVED', '0', undefined],
  ] as const)
    it(`"${name}" leads to ${state}`, async () => {
      const {sandbox, client, player, said} = setUp();
      const invoice = await client.createSingleInvoice({...TEA, amount: '10.000001'});
      await player.play(readScenario(name), invoice);
      await sandbox.advance(6000);
      const {idempotencyKey = ''} = invoice;
      const now = await client.getInvoice({idempotencyKey});
      assert.deepEqual(
        [now.state, now.totalDebitAmount ?? '0', now.interventionType ?? undefined],
        [state, total, intervention],
        said.join(),
      );
      await sandbox.close();
    });

  it('makes invoices, and goes on with the last', async () => {
    const {sandbox, client, player, said} = setUp();
    const scenario = parseScenario(
      [
        {create: {type: 'SINGLE_FIAT', fiatAmount: '5', fiatCurrency: 'EUR', ...TEA}},
        {create: {type: 'BOUND', lowerBound: '5', ...TEA}},
        {after: 1000, archive: true},
        {create: {type: 'UNLIMITED', ...TEA}},
        {deposit: {amount: '0.5'}},
        {advance: 60_000},
        {webhooks: {duplicate: true}},
        {create: {type: 'SINGLE', amount: '7', ...TEA}},
        {deposit: {share: '1', hold: 'compliance'}},
        {decline: true},
        {decline: true},
        {create: {type: 'SINGLE', amount: '8', ...TEA}},
      ],
      'file.json',
    );
    await player.play(scenario);
    const {result} = await client.listInvoices();
    assert.deepEqual(result.map(({type, state}) => `${type ?? ''} ${state}`).sort(), [
      'BOUND ARCHIVED',
      'SINGLE DECLINED',
      'SINGLE_FIAT PENDING_PAYMENT',
      'UNLIMITED PENDING_PAYMENT',
    ]);
    assert.deepEqual(
      [said.length, said[5], said.at(-1)?.startsWith('step 11, decline: ')],
      [11, said[5], true],
    );
    assert.match(said[1]!, /^step 2, create: [\da-f-]{36} PENDING_PAYMENT$/);
    await sandbox.close();
  });

  for (const [steps, message] of [
    [{}, /file\.json: Must be a list of steps/],
    [[{after: 5}], /step 1: Must have one of create, deposit/],
    [[{archive: true}, {archive: true, decline: true}], /step 2: Must have one of/],
    [[{after: -1, archive: true}], /step 1: after: Must not be negative/],
    [[{archive: 'yes'}], /step 1: archive: Must be true/],
    [[{deposit: {}}], /step 1: deposit: Must have an amount or a share/],
    [[{deposit: {amount: '1', share: '1'}}], /step 1: deposit: Must have an amount or a share/],
    [[{deposit: {amount: '-1'}}], /step 1: deposit\.amount: Must be greater than 0/],
    [[{deposit: {amount: '1', hold: 'fraud'}}], /step 1: deposit\.hold: Must be "compliance"/],
    [[{deposit: 7}], /step 1: deposit: Must be an object/],
    [[{depositt: {amount: '1'}}], /step 1: depositt: There is no such field/],
    [[{create: {type: 'DOUBLE'}}], /step 1: create\.type: Must be SINGLE, /],
    [[{create: {type: 'SINGLE', amount: '1'}}], /step 1: create\.currency: Is missing/],
    [[{create: {type: 'SINGLE', currency: 'BTC', amount: 'x'}}], /step 1: create\.amount: Must be a number/],
    [
      [{create: {type: 'UNLIMITED', currency: 'BTC', amount: '1'}}],
      /step 1: create\.amount: There is no such field/,
    ],
    [[{webhooks: {duplicate: 1}}], /step 1: webhooks\.duplicate: Must be true or false/],
    [[7], /step 1: Must be an object/],
  ] as const)
    it(`is refused: ${message.source}`, () =>
      assert.throws(() => parseScenario(steps, 'file.json'), {name: 'UsageError', message}));

  it('is refused where the file is no JSON', () => {
    const path = join(folder, 'bad.json');
    writeFileSync(path, '[{');
    assert.throws(() => readScenario(path), {
      name: 'UsageError',
      message: /^--scenario \S+bad\.json: .*JSON/,
    });
  });
});

describe('calypso-invoice sandbox', () => {
  const envOf = (lines: readonly string[]) =>
    Object.fromEntries(
      lines.filter((line) => !line.startsWith('#')).map((line) => line.split(/=(.*)/).slice(0, 2)),
    );
  const clientOf = (env: Record<string, string>) =>
    new CalypsoClient({
      baseUrl: env['CALYPSO_API_URL']!,
      account: env['CALYPSO_ACCOUNT']!,
      key: env['CALYPSO_KEY']!,
      secret: env['CALYPSO_SECRET']!,
    });

  it('prints what the proxy needs, posts webhooks, and plays a scenario with every invoice', async () => {
    const path = join(folder, 'archive.json');
    writeFileSync(path, '[{"archive": true}]');
    const posts: string[] = [];
    const shop = createServer((request, response) => {
      posts.push(String(request.url));
      request.resume();
      response.end();
    }).listen(0, '127.0.0.1');
    await once(shop, 'listening');
    const webhook = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/webhooks`;
    const {lines, line, stop} = run(['sandbox', '--port', '0', '--webhook', webhook, '--scenario', path]);
    await line(/^WEBHOOK_SECRETS=./);
    const env = envOf(lines);
    assert.deepEqual(Object.keys(env), [
      ...['CALYPSO_API_URL', 'CALYPSO_ACCOUNT', 'CALYPSO_KEY', 'CALYPSO_SECRET', 'WEBHOOK_SECRETS'],
    ]);
    const client = clientOf(env);
    const {idempotencyKey = ''} = await client.createSingleInvoice({...TEA, amount: '1'});
    await line(new RegExp(`^# step 1, archive: ${idempotencyKey} ARCHIVED$`));
    assert.equal((await client.getInvoice({idempotencyKey})).state, 'ARCHIVED');
    while (!posts.length) await once(shop, 'request');
    assert.equal(posts[0], '/webhooks');
    assert.equal(await stop(), 0);
    shop.close();
  });

  it('keeps its invoices and its subscription in a file, and takes keys', async () => {
    const path = join(folder, 'create.json');
    writeFileSync(path, '[{"create": {"type": "SINGLE", "currency": "BTC", "amount": "0.1"}}]');
    const args = [
      'sandbox',
      '--port',
      '0',
      '--data',
      join(folder, 'data'),
      '--key',
      'k',
      '--webhook',
      'http://127.0.0.1:9',
    ];
    const first = run([...args, '--scenario', path]);
    const created = await first.line(/^# step 1, create/);
    const {WEBHOOK_SECRETS} = envOf(first.lines);
    assert.equal(await first.stop(), 0);
    const second = run(args);
    await second.line(/^WEBHOOK_SECRETS/);
    const env = envOf(second.lines);
    assert.deepEqual([env['CALYPSO_KEY'], env['WEBHOOK_SECRETS']], ['k', WEBHOOK_SECRETS]);
    const idempotencyKey = /[\da-f-]{36}/.exec(created)![0];
    assert.equal((await clientOf(env as never).getInvoice({idempotencyKey})).amount, '0.1');
    assert.equal(await second.stop(), 0);
  });
});
