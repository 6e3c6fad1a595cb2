import {readFileSync, writeFileSync} from 'node:fs';
import {crc32, deflateSync} from 'node:zlib';
import {PNG} from 'pngjs';

const COLOURS = 128;
/** More colours than letters have at their edges: a gradient, which would come out in bands. */
const MOST = 2500;

/** Makes a picture a third as large: its commonest colours stay as they are, and the rest become the nearest of them. */
export function shrink(file: string): void {
  const {width, height, data} = PNG.sync.read(readFileSync(file));
  const count = new Map<number, number>();
  for (let i = 0; i < data.length; i += 4) {
    const colour = data.readUIntBE(i, 3);
    count.set(colour, (count.get(colour) ?? 0) + 1);
  }
  if (count.size > MOST) return;
  const palette = [...count]
    .sort(([, a], [, b]) => b - a)
    .map(([colour]) => colour)
    .slice(0, COLOURS);
  const indices = new Map([...count.keys()].map((colour) => [colour, nearest(colour, palette)]));
  const rows = Buffer.alloc((width + 1) * height); // each row begins with its filter: none
  for (let i = 0; i < width * height; i++)
    rows[i + Math.floor(i / width) + 1] = indices.get(data.readUIntBE(i * 4, 3)) ?? 0;
  writeFileSync(file, encode(width, height, palette, rows));
}

/** The index of the colour that is least far away. */
function nearest(colour: number, palette: readonly number[]): number {
  const away = palette.map((it) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((it >> shift) & 255) - ((colour >> shift) & 255)) ** 2, 0),
  );
  return away.indexOf(Math.min(...away));
}

function encode(width: number, height: number, palette: readonly number[], rows: Buffer): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]); // 8 bits, indexed
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const colours = Buffer.from(palette.flatMap((it) => [it >> 16, (it >> 8) & 255, it & 255]));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, {level: 9})),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
