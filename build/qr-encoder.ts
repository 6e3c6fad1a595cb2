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

/** One bit for each mask. */
const underAll = (bit: number): number => -bit & 255;

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

/** Where each mask turns a module over, a bit for each; they repeat after 12 rows and 6 columns. */
const TURNS = Array.from({length: 72}, (_, at) =>
  MASKS.reduce((bits, mask, i) => (mask(Math.floor(at / 6), at % 6) ? bits : bits | (1 << i)), 0),
);

/** Of all masks at once: bit i of a module is what it is under mask i. A mask at a time takes a phone five times as long. */
function penalties(size: number, data: Uint8Array): number[] {
  const points = MASKS.map(() => 0);
  const dark = MASKS.map(() => 0);
  const add = (to: number[], masks: number, value: number) => {
    for (let i = 0; masks; i++, masks >>= 1) if (masks & 1) (to[i] as number) += value;
  };
  const counts = new Map<number, number>();
  for (const step of [1, size])
    for (let line = 0; line < size; line++) {
      const start = (line * size) / step;
      /** Dark under which masks; 255 is dark under all. */
      const at = (i: number) => data[start + i * step] as number;
      const areLight = (from: number) =>
        from < 0 || from + 4 > size ? 0 : 255 & ~(at(from) | at(from + 1) | at(from + 2) | at(from + 3));
      let [before, pairs, threes, fours, fives] = [0, 0, 0, 0, 0];
      for (let i = 0; i < size; i++) {
        const bits = at(i);
        const alike = i ? 255 & ~(bits ^ before) : 0;
        const five = alike & fours;
        if (five) {
          add(points, five & fives, 1);
          add(points, five & ~fives, 3);
        }
        fives = five;
        fours = alike & threes;
        threes = alike & pairs;
        pairs = alike;
        before = bits;
        // 1011101, with four light ones on one side of it.
        if (bits && i > 5) {
          const core = bits & ~at(i - 1) & at(i - 2) & at(i - 3) & at(i - 4) & ~at(i - 5) & at(i - 6);
          if (core) {
            add(points, core & areLight(i - 10), 40);
            add(points, core & areLight(i + 1), 40);
          }
        }
        if (step > 1) continue;
        counts.set(bits, (counts.get(bits) ?? 0) + 1);
        if (i && line) {
          const above = data[start + i - size] as number;
          add(points, alike & ~(bits ^ above) & ~(above ^ (data[start + i - size - 1] as number)), 3);
        }
      }
    }
  for (const [bits, count] of counts) add(dark, bits, count);
  return points.map(
    (sum, i) => sum + 10 * Math.abs(Math.ceil(((dark[i] as number) * 20) / data.length) - 10),
  );
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

  /** @param bits what the module is under each mask */
  const set = (row: number, col: number, bits: number) => {
    data[row * size + col] = bits;
    taken[row * size + col] = 1;
  };
  /** Rings around a centre, from within. */
  const square = (row: number, col: number, rings: string) => {
    for (let y = 1 - rings.length; y < rings.length; y++)
      for (let x = 1 - rings.length; x < rings.length; x++)
        if (row + y >= 0 && row + y < size && col + x >= 0 && col + x < size)
          set(row + y, col + x, underAll(Number(rings[Math.max(Math.abs(x), Math.abs(y))])));
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
    set(6, i, underAll(~i & 1));
    set(i, 6, underAll(~i & 1));
  }
  // Which mask and level it is.
  const formats = MASKS.map((_, mask) => bch(mask, 0x537) ^ 0x5412);
  for (let i = 0; i < 15; i++) {
    const bits = formats.reduce((sum, format, mask) => sum | (((format >> i) & 1) << mask), 0);
    set(i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, 8, bits);
    set(8, i < 8 ? size - 1 - i : i < 9 ? 7 : 14 - i, bits);
  }
  set(size - 8, 8, 255);
  for (let i = 0; version > 6 && i < 18; i++) {
    const [near, far, bit] = [(i / 3) | 0, size - 11 + (i % 3), (bch(version, 0x1f25) >> i) & 1];
    set(near, far, underAll(bit));
    set(far, near, underAll(bit));
  }

  const bits = codewords(bytes, lengthBits(index), dimensions)
    .map((word) => binary(word, 8))
    .join('');
  let next = 0;
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2)
    for (let i = 0; i < size * 2; i++) {
      const row = (right > 6 ? right : right + 1) & 2 ? i >> 1 : size - 1 - (i >> 1);
      const at = row * size + right - (i & 1);
      if (!taken[at]) data[at] = underAll(Number(bits[next++] ?? 0));
    }

  for (let at = 0; at < data.length; at++)
    if (!taken[at])
      (data[at] as number) ^= TURNS[(Math.floor(at / size) % 12) * 6 + ((at % size) % 6)] as number;
  const points = penalties(size, data);
  const best = points.indexOf(Math.min(...points));
  return {modules: {size, data: data.map((bits) => (bits >> best) & 1)}};
}
