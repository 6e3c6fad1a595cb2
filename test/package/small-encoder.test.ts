import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {describe, it} from 'node:test';
import jsQR from 'jsqr';
import {create as small} from '../../build/qr-encoder.js';

type Create = (
  text: string,
  options: {errorCorrectionLevel: 'M'},
) => {modules: {size: number; data: Uint8Array}};

const {create: full} = createRequire(import.meta.url)('qrcode/lib/core/qrcode.js') as {create: Create};

describe('small encoder', () => {
  it('draws what the whole encoder draws, of every length up to 331 bytes', () => {
    for (let length = 1; length <= 331; length++) {
      const text = Array.from({length}, (_, i) => String.fromCharCode(97 + ((i * 7 + length) % 26))).join('');
      const expected = full(text, {errorCorrectionLevel: 'M'}).modules;
      const {size, data} = small(text).modules;
      assert.equal(size, expected.size, `${length} bytes`);
      assert.ok(Buffer.from(data).equals(Buffer.from(expected.data)), `${length} bytes`);
    }
  });

  for (const text of [
    'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t',
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
    'bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq?amount=0.00013413',
  ])
    it(`a camera reads ${text}`, () => {
      const {size, data} = small(text).modules;
      const [scale, quiet] = [4, 16];
      const width = size * scale + 2 * quiet;
      const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
      data.forEach((dark, at) => {
        for (let i = 0; dark && i < scale * scale; i++) {
          const x = quiet + (at % size) * scale + (i % scale);
          const y = quiet + Math.floor(at / size) * scale + Math.floor(i / scale);
          pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
        }
      });
      const read = jsQR as unknown as (
        pixels: Uint8ClampedArray,
        w: number,
        h: number,
      ) => {data: string} | null;
      assert.equal(read(pixels, width, width)?.data, text);
    });

  it('refuses what does not fit', () => assert.throws(() => small('x'.repeat(332)), /too long/));
});
