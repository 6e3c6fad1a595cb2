// QR codes (ISO 18004) as the card needs them: bytes, level M, versions up to 13 (331 bytes; the longest payment URI
// that the card draws has 260).

type Version = readonly [codewords: number, blocks: number, checkWordsOfEach: number];

const VERSIONS: readonly Version[] = [
  [26, 1, 10],
  [44, 1, 16],
  [70, 1, 26],
  [100, 2, 18],
  [134, 2, 24],
  [172, 4, 16],
  [196, 4, 18],
  [242, 4, 22],
  [292, 5, 22],
  [346, 5, 26],
  [404, 5, 30],
  [466, 8, 22],
  [532, 9, 22],
];

const MASKS: readonly ((row: number, col: number) => number)[] = [
  (row, col) => (row + col) % 2,
  (row) => row % 2,
  (_, col) => col % 3,
  (row, col) => (row + col) % 3,
  (row, col) => ((row >> 1) + ((col / 3) | 0)) % 2,
  (row, col) => ((row * col) % 2) + ((row * col) % 3),
  (row, col) => (((row * col) % 2) + ((row * col) % 3)) % 2,
  (row, col) => (((row * col) % 3) + ((row + col) % 2)) % 2,
];

const binary = (value: number, length: number): string => value.toString(2).padStart(length, '0');

/** Powers of 2 in the field of 256 elements, and which power an element is. */
const POWERS: number[] = [];
const LOGS: number[] = [];
for (let i = 0, power = 1; i < 510; i++, power = (power << 1) ^ ((power >> 7) * 285)) {
  POWERS[i] = power;
  LOGS[power] ??= i;
}

/** By the logarithms of both, which are of none where a factor is 0. */
const multiply = (a: number, log: number): number => (a && POWERS[(LOGS[a] as number) + log]) || 0;

/** Reed-Solomon. */
function checkWords(data: readonly number[], count: number): number[] {
  let generator = [1];
  for (let root = 0; root < count; root++)
    generator = [...generator, 0].map((term, i) => term ^ multiply(generator[i - 1] ?? 0, root));
  const logs = generator.map((term) => LOGS[term] as number);
  const rest = [...data, ...Array<number>(count).fill(0)];
  for (let at = 0; at < data.length; at++)
    for (let i = count, first = rest[at] as number; i; i--)
      rest[at + i] = (rest[at + i] as number) ^ multiply(first, logs[i] as number);
  return rest.slice(data.length);
}

/** `value` with the remainder of its division behind it. */
function bch(value: number, divisor: number): number {
  const length = 31 - Math.clz32(divisor);
  let rest = value << length;
  while (rest >> length) rest ^= divisor << (Math.clz32(divisor) - Math.clz32(rest));
  return (value << length) | rest;
}

/** One pass, with numbers alone: all masks are tried before anything is compiled to be fast. Over once it is over `limit`. */
function penalty(size: number, data: Uint8Array, limit: number): number {
  let points = 0;
  let dark = 0;
  const above: number[] = [];
  for (const step of [1, size])
    for (let line = 0; line < size && points < limit; line++)
      for (let i = 0, seen = 0, at = (line * size) / step; i < size; i++, at += step) {
        const bit = data[at] as number;
        seen = ((seen << 1) | bit) & 2047;
        const five = seen & 31;
        if (i > 3 && (five === 0 || five === 31)) points += i > 4 && (seen & 63) % 63 === 0 ? 1 : 3;
        if (i > 9 && (seen === 0b10111010000 || seen === 0b1011101)) points += 40;
        if (step > 1) continue;
        dark += bit;
        const two = seen & 3;
        if (i && line && two === above[i] && two % 3 === 0) points += 3;
        above[i] = two;
      }
  return points + 10 * Math.abs(Math.ceil((dark * 20) / data.length) - 10);
}

/** Data and check words of all blocks, in the order in which they stand in the code. */
function codewords(bytes: Uint8Array, lengthBits: number, [all, blocks, check]: Version): number[] {
  const room = all - blocks * check;
  const texts = Array.from(bytes, (byte) => binary(byte, 8));
  const bits = `0100${binary(bytes.length, lengthBits)}${texts.join('')}0000`;
  const words: number[] = [];
  for (let at = 0; at < bits.length; at += 8) words.push(parseInt(bits.slice(at, at + 8), 2));
  for (let pad = 236; words.length < room; pad ^= 253) words.push(pad);
  let from = 0;
  const data = Array.from({length: blocks}, (_, i) => words.slice(from, (from += ((room + i) / blocks) | 0)));
  const weave = (rows: readonly number[][]) =>
    Array.from({length: Math.ceil(all / blocks)}, (_, i) => rows.flatMap((row) => row[i] ?? [])).flat();
  return [...weave(data), ...weave(data.map((block) => checkWords(block, check)))];
}

/** @throws Error for a text that does not fit */
export function create(text: string): {modules: {size: number; data: Uint8Array}} {
  const bytes = new TextEncoder().encode(text);
  const lengthBits = (index: number) => (index < 9 ? 8 : 16);
  const index = VERSIONS.findIndex(
    ([all, blocks, check], i) => (all - blocks * check) * 8 >= 4 + lengthBits(i) + bytes.length * 8,
  );
  const dimensions = VERSIONS[index];
  if (!dimensions) throw new Error('too long');
  const version = index + 1;
  const size = version * 4 + 17;
  const data = new Uint8Array(size * size);
  const taken = new Uint8Array(size * size);

  const set = (row: number, col: number, bit: unknown) => {
    data[row * size + col] = Number(bit);
    taken[row * size + col] = 1;
  };
  /** Rings around a centre, from within. */
  const square = (row: number, col: number, rings: string) => {
    for (let y = 1 - rings.length; y < rings.length; y++)
      for (let x = 1 - rings.length; x < rings.length; x++)
        if (row + y >= 0 && row + y < size && col + x >= 0 && col + x < size)
          set(row + y, col + x, rings[Math.max(Math.abs(x), Math.abs(y))]);
  };
  const format = (bits: number) => {
    for (let i = 0; i < 15; i++) {
      const bit = (bits >> i) & 1;
      set(i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, 8, bit);
      set(8, i < 8 ? size - 1 - i : i < 9 ? 7 : 14 - i, bit);
    }
    set(size - 8, 8, 1);
  };

  for (const [row, col] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    square(row, col, '11010');
  const last = size - 7;
  const step = version < 7 ? last - 6 : (last - 6) / 2;
  for (let row = last; version > 1 && row > 5; row -= step)
    for (let col = last; col > 5; col -= step) if (!taken[row * size + col]) square(row, col, '101');
  for (let i = 8; i < size - 8; i++) {
    set(6, i, ~i & 1);
    set(i, 6, ~i & 1);
  }
  format(0);
  for (let i = 0; version > 6 && i < 18; i++) {
    const [near, far, bit] = [(i / 3) | 0, size - 11 + (i % 3), (bch(version, 0x1f25) >> i) & 1];
    set(near, far, bit);
    set(far, near, bit);
  }

  const bits = codewords(bytes, lengthBits(index), dimensions)
    .map((word) => binary(word, 8))
    .join('');
  let next = 0;
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2)
    for (let i = 0; i < size * 2; i++) {
      const row = (right > 6 ? right : right + 1) & 2 ? i >> 1 : size - 1 - (i >> 1);
      const at = row * size + right - (i & 1);
      if (!taken[at]) data[at] = Number(bits[next++] ?? 0);
    }

  let best = data;
  let least = Infinity;
  for (const [i, mask] of MASKS.entries()) {
    format(bch(i, 0x537) ^ 0x5412);
    const draft = data.map((bit, at) => (taken[at] || mask((at / size) | 0, at % size) ? bit : bit ^ 1));
    const points = penalty(size, draft, least);
    if (points < least) [best, least] = [draft, points];
  }
  return {modules: {size, data: best}};
}
