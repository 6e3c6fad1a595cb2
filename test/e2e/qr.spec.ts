import jsQR from 'jsqr';
import {PNG} from 'pngjs';
import {part} from './support/card.js';
import {expect, test} from './support/fixtures.js';

for (const colorScheme of ['light', 'dark'] as const)
  for (const currency of ['USDT_TRX', 'BTC', 'ETH'])
    test(`${currency}, ${colorScheme}: a camera reads the address that is shown`, async ({page, shop}) => {
      await page.emulateMedia({colorScheme});
      const {idempotencyKey, invoiceAddress} = await shop.makeInvoice(currency);
      await page.goto(`/?invoice=${idempotencyKey}`);
      await expect(part(page, 'address')).toHaveText(invoiceAddress);

      const {data, width, height} = PNG.sync.read(await part(page, 'qr').screenshot());
      const code = jsQR.default(new Uint8ClampedArray(data), width, height, {
        inversionAttempts: 'dontInvert',
      });
      expect(code?.data).toBe(invoiceAddress);
    });
