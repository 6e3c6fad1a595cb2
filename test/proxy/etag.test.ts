import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {assertSafe, invoiceText, KEY, setUp} from './fixture.js';

const tagOf = (response: Response) => response.headers.get('ETag') ?? '';

describe('ETag', () => {
  it('is weak, and stays while only the time goes on', async () => {
    const {read, advance, reads} = setUp();
    const first = await read();
    advance(5000);
    const second = await read();
    assert.match(tagOf(first), /^W\/"[\x21\x23-\x7e]+"$/);
    assert.equal(tagOf(second), tagOf(first));
    assert.notDeepEqual(await second.json(), await first.json());
    assert.equal(reads.length, 2);
  });

  it('changes with any field that the payer may see, and with no other', async () => {
    const wires = [
      '',
      '"state":"PAID"',
      '"totalDebitAmount":1',
      '"description":"Tee"',
      '"fee":7,"account":"0xb"',
    ];
    const tags = await Promise.all(
      wires.map(async (fields) => tagOf(await setUp((key) => new Response(invoiceText(key, fields))).read())),
    );
    assert.equal(new Set(tags.slice(0, 4)).size, 4);
    assert.equal(tags[4], tags[0]);
  });
});

describe('If-None-Match', () => {
  const conditions: [string, (etag: string) => string, number][] = [
    ['the tag', (etag) => etag, 304],
    ['the tag as a strong one', (etag) => etag.slice(2), 304],
    ['a list with the tag in it', (etag) => `"a", ${etag} ,W/"b"`, 304],
    ['a list without spaces', (etag) => `"a",${etag}`, 304],
    ['*', () => '*', 304],
    ['another tag', () => 'W/"another"', 200],
    ['a list of others', () => '"a", "b"', 200],
    ['the tag without its quotes', (etag) => etag.replaceAll('"', ''), 200],
    ['nothing', () => '', 200],
  ];
  for (const [what, header, status] of conditions)
    it(`${what}: ${status}`, async () => {
      const {read} = setUp();
      const etag = tagOf(await read());
      const response = await read(KEY, {'If-None-Match': header(etag)});
      assert.equal(response.status, status);
      assert.equal(tagOf(response), etag);
      assertSafe(response);
      if (status === 304) assert.equal(response.body, null);
    });

  it('is answered in full once the invoice has changed', async () => {
    const {read, advance} = setUp(
      (key, index) => new Response(invoiceText(key, index ? '"state":"MEM_POOL_FOUND"' : '')),
    );
    const etag = tagOf(await read());
    advance(1000);
    const response = await read(KEY, {'If-None-Match': etag});
    assert.equal(response.status, 200);
    assert.equal(((await response.json()) as {state: string}).state, 'MEM_POOL_FOUND');
  });

  it('tells the time with a 304 too', async () => {
    const {read, advance} = setUp();
    const etag = tagOf(await read());
    advance(61_000);
    const response = await read(KEY, {'If-None-Match': etag});
    assert.equal(response.headers.get('Date'), 'Sat, 05 Jul 2025 12:01:01 GMT');
  });
});
