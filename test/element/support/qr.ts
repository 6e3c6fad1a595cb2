import 'jsqr';
import type {CalypsoInvoiceElement} from '../../../src/index.js';
import {part} from './card.js';

// The module is a script that defines a global where there is no `module`.
const {jsQR} = globalThis as unknown as {
  jsQR(data: Uint8ClampedArray, width: number, height: number): {data: string} | null;
};

/** What a phone reads off the card: the code is drawn on a canvas and decoded. */
export async function decode(el: CalypsoInvoiceElement): Promise<string | undefined> {
  const {data, width, height} = await draw(el);
  return jsQR(data, width, height)?.data;
}

/** The code as pixels, alone on a background that is neither black nor white. */
export async function draw(el: CalypsoInvoiceElement, size = 400): Promise<ImageData> {
  const svg = part(el, 'qr')?.querySelector('svg');
  if (!svg) throw new Error('There is no QR code.');
  const copy = svg.cloneNode(true) as SVGElement;
  copy.setAttribute('width', String(size));
  copy.setAttribute('height', String(size));
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const context = new OffscreenCanvas(size, size).getContext('2d')!;
  context.fillStyle = '#808080';
  context.fillRect(0, 0, size, size);
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, size, size);
}
