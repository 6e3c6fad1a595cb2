import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {safeUrl} from '../../src/core/safe-url.js';

const HOSTILE: Record<string, readonly string[]> = {
  'another scheme': [
    ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'javascript://shop.example/%0aalert(1)', 'javascript:'],
    ...[
      'data:text/html,<script>alert(1)</script>',
      'data:image/svg+xml,<svg onload="alert(1)"/>',
      'vbscript:x',
    ],
    ...[
      'blob:https://shop.example/1be6a518',
      'filesystem:https://shop.example/temporary/x',
      'file:///etc/passwd',
    ],
    ...[
      'about:blank',
      'ftp://shop.example/',
      'ws://shop.example/',
      'mailto:pay@shop.example',
      'bitcoin:1A1z?amount=1',
    ],
    ...[
      'view-source:https://shop.example/',
      'httpss://shop.example/',
      'hxxps://shop.example/',
      'https+x://shop.example',
    ],
    ...['intent://shop.example#Intent;scheme=https;end', 'chrome://settings', 'http', 'https', 'https:'],
  ],
  'a control or a space': [
    ...[
      'java\nscript:alert(1)',
      'java\tscript:alert(1)',
      '\u0001javascript:alert(1)',
      ' javascript:alert(1)',
    ],
    ...[
      ' https://shop.example/',
      'https://shop.example/ ',
      '\thttps://shop.example/',
      'https://shop.example/\n',
    ],
    ...[
      'ht\ntps://shop.example/',
      'https://shop.example/\u0000',
      'https://shop.example/\u007f',
      'https://sh\rop.example/',
    ],
    ...[
      'https://shop.example/a b',
      'https://shop.example/\u0085',
      'https://shop.example/\u00a0',
      'https:\n//evil.example',
    ],
    ...['https://shop.example/\u2028', 'https://shop.example/\u2029', 'https://shop.example/\u3000'],
  ],
  'a text that looks like another': [
    ...[
      'https://shop.example/\u202egnp.exe',
      'https://shop.example/\u2066x\u2069',
      'https://shop.example/\u200f',
    ],
    ...[
      'https://sh\u200bop.example/',
      'https://sh\u00adop.example/',
      'https://shop.example\u200d/',
      '\ufeffhttps://a.b',
    ],
    ...['https://shop.example/\u061c', 'https://shop.example/\u{e0041}', 'https://shop.example/\u180e'],
  ],
  'no absolute URL': [
    ...[
      '',
      '/',
      '/return',
      '//evil.example',
      '///evil.example',
      '////evil.example',
      'return',
      './return',
      '?a=1',
      '#a',
    ],
    ...[
      'https:evil.example',
      'https:/evil.example',
      'https:///evil.example',
      'https:////evil.example',
      '://evil.example',
    ],
    ...[
      'https:?x',
      'https:#x',
      'https://',
      'http://',
      'https://?x',
      'https://#x',
      'evil.example',
      'www.evil.example',
    ],
  ],
  'a backslash': [
    ...[
      '\\\\evil.example',
      '/\\evil.example',
      '\\/evil.example',
      'https:\\\\evil.example',
      'https:/\\evil.example',
    ],
    ...[
      'https://evil.example\\@shop.example',
      'https://shop.example\\.evil.example/',
      'https://shop.example/\\..\\',
    ],
  ],
  'somebody’s name': [
    ...['https://shop@evil.example/', 'https://shop.example@evil.example/', 'https://a:b@evil.example/'],
    ...[
      'https://shop.example:443@evil.example/',
      'https://:secret@evil.example/',
      'https://%73hop@evil.example/',
    ],
    ...['https://shop.example%2f@evil.example/', 'http://a:b@localhost/', 'https://a@b@evil.example/'],
  ],
  'no host that there can be': [
    ...['https://[::1', 'https://shop.example:99999/', 'https://shop.example:port/', 'https://a<b>.example/'],
    ...['https://%00.example/', 'https://%2f.example/', 'https://shop^.example/', 'https://256.256.256.256/'],
    ...['https://xn--a.example/', 'https://%/', 'https://shop|.example/'],
  ],
  'too long': [
    `https://shop.example/${'a'.repeat(2048)}`,
    `https://shop.example/${'é'.repeat(700)}`,
    `https://a.b/${'a/../'.repeat(500)}`,
  ],
};

const GOOD: readonly (readonly [string, string])[] = [
  ['https://shop.example', 'https://shop.example/'],
  ['http://shop.example/', 'http://shop.example/'],
  ['HTTPS://SHOP.example/Return', 'https://shop.example/Return'],
  ['http://localhost:5173/return?order=7#thanks', 'http://localhost:5173/return?order=7#thanks'],
  ['https://shop.example:8443/a/../b/?q=%20&r=a+b', 'https://shop.example:8443/b/?q=%20&r=a+b'],
  ['http://127.0.0.1/', 'http://127.0.0.1/'],
  ['https://[2001:db8::1]/', 'https://[2001:db8::1]/'],
  ['https://münchen.example/straße', 'https://xn--mnchen-3ya.example/stra%C3%9Fe'],
  ['https://shop.example/@name?to=a@b.example', 'https://shop.example/@name?to=a@b.example'],
  ['https://shop.example/#javascript:alert(1)', 'https://shop.example/#javascript:alert(1)'],
  ['https://shop.example/?next=//evil.example', 'https://shop.example/?next=//evil.example'],
  ['https://shop.example/%E2%80%AE', 'https://shop.example/%E2%80%AE'],
  ['https://shop.example/茶/🍵', 'https://shop.example/%E8%8C%B6/%F0%9F%8D%B5'],
  ['https://shop.example/"><svg/onload=alert(1)>', 'https://shop.example/%22%3E%3Csvg/onload=alert(1)%3E'],
];

describe('safeUrl refuses', () => {
  for (const [reason, urls] of Object.entries(HOSTILE))
    for (const url of urls)
      it(`${reason}: ${JSON.stringify(url).slice(0, 60)}`, () => assert.equal(safeUrl(url), undefined));

  it('more than fifty of them', () => assert.ok(Object.values(HOSTILE).flat().length > 50));

  it('every one of them in front of a good URL', () => {
    for (const url of HOSTILE['another scheme'] ?? [])
      assert.equal(safeUrl(`${url}https://shop.example/`), undefined, url);
  });
});

describe('safeUrl takes', () => {
  for (const [url, href] of GOOD) it(url, () => assert.equal(safeUrl(url), href));

  it('what URL generators make', () =>
    fc.assert(
      fc.property(fc.webUrl({withQueryParameters: true, withFragments: true}), (url) =>
        assert.equal(safeUrl(url), new URL(url).href),
      ),
      {numRuns: 1000},
    ));
});

describe('what safeUrl gives back', () => {
  const pieces = [
    'https://',
    'http:',
    '//',
    '/',
    '\\',
    '@',
    ':',
    'shop.example',
    'javascript:',
    '\n',
    '\u202e',
    '?',
    '#',
    'a',
  ];
  const texts = fc.oneof(
    fc.string({unit: 'binary'}),
    fc.string({unit: fc.constantFrom(...pieces)}),
    fc.string({unit: fc.constantFrom(...pieces)}).map((text) => `https://shop.example${text}`),
  );

  it('is an http(s) URL in plain characters without credentials, and safe again', () =>
    fc.assert(
      fc.property(texts, (text) => {
        const href = safeUrl(text);
        if (href === undefined) return;
        const {protocol, username, password, host} = new URL(href);
        assert.match(protocol, /^https?:$/);
        assert.deepEqual([username, password], ['', '']);
        assert.notEqual(host, '');
        assert.match(href, /^[!-~]{1,2048}$/);
        assert.equal(safeUrl(href), href);
      }),
      {numRuns: 5000},
    ));
});
