import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readShop} from '../../src/cli/check/command.js';
import {runChecks} from '../../src/cli/check/run-checks.js';
import {Shop} from '../../src/cli/check/shop.js';
import {openShop} from './shop.js';

const KEY = '1be6a518-6dcd-477d-96af-dd914b1300ce';
const OTHER = '0b9d3c1e-5f2a-4b7c-8d6e-1a2b3c4d5e6f';
const HOST = 'https://shop.example';

/** [the URL, the key in it, the URL with X in place of the key] */
const URLS: readonly (readonly [what: string, url: string, without: string])[] = [
  ['one UUID', `${HOST}/invoices/${KEY}`, `${HOST}/invoices/X`],
  ['a merchant’s before it', `${HOST}/shops/${OTHER}/invoices/${KEY}`, `${HOST}/shops/${OTHER}/invoices/X`],
  ['a slash behind it', `${HOST}/${OTHER}/${KEY}/`, `${HOST}/${OTHER}/X/`],
  [
    'another behind it in the query',
    `${HOST}/invoices/${KEY}?trace=${OTHER}`,
    `${HOST}/invoices/X?trace=${OTHER}`,
  ],
  ['the same before it', `${HOST}/shops/${KEY}/invoices/${KEY}`, `${HOST}/shops/${KEY}/invoices/X`],
  ['the same in the host', `https://${KEY}.shop.example/${KEY}`, `https://${KEY}.shop.example/X`],
  ['the same in the query', `${HOST}/${KEY}?of=${KEY}`, `${HOST}/X?of=${KEY}`],
  ['another in the last segment', `${HOST}/invoices/${OTHER}.${KEY}`, `${HOST}/invoices/${OTHER}.X`],
  ['two in the query', `${HOST}/?key=${KEY}&of=${OTHER}`, `${HOST}/?key=X&of=${OTHER}`],
  ['the same twice in the query', `${HOST}/?key=${KEY}&of=${KEY}`, `${HOST}/?key=X&of=${KEY}`],
  ['none in the path', `${HOST}/invoice.php?key=${KEY}`, `${HOST}/invoice.php?key=X`],
];

describe('the invoice’s key', () => {
  for (const [what, url, without] of URLS)
    it(`is found, and another put in its place: ${what}`, () => {
      const options = readShop([url], {});
      assert.equal(options.key, KEY);
      const shop = new Shop(options);
      assert.equal(shop.at('X').href, without);
      for (const text of ['not-a-uuid', `${KEY}/x.css`, `${KEY}%2Fx.css`, `${KEY};x.css`, '$&'])
        assert.equal(
          shop.at(text).href,
          without.replace('X', () => text),
        );
      assert.equal(shop.url.href, url);
    });

  it('is kept as it is written', () => {
    const url = `${HOST}/${OTHER}/${KEY.toUpperCase()}`;
    assert.equal(new Shop(readShop([url], {})).at('X').href, `${HOST}/${OTHER}/X`);
  });
});

it('a proxy under a merchant’s UUID is checked like any other', async () => {
  const shop = await openShop();
  const base = `${HOST}/shops/${OTHER}`;
  const findings = await runChecks(
    new Shop({
      ...readShop([`${base}/api/invoices/${shop.key}`], {}),
      fetch: (input, init) => shop.proxy(new Request(String(input).replace(base, HOST), init)),
    }),
  );
  await shop.close();
  assert.deepEqual(
    findings.filter(({level}) => level !== 'ok'),
    [],
  );
});
