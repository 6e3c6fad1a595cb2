const START: number[] = [];
const ROUNDS: number[] = [];

/** The first 32 bits behind the point. */
const fraction = (value: number): number => ((value % 1) * 2 ** 32) | 0;

for (let prime = 2, composite: boolean[] = []; ROUNDS.length < 64; prime++) {
  if (composite[prime]) continue;
  for (let multiple = prime * prime; multiple < 312; multiple += prime) composite[multiple] = true;
  if (START.length < 8) START.push(fraction(prime ** (1 / 2)));
  ROUNDS.push(fraction(prime ** (1 / 3)));
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** SHA-256 (FIPS 180-4). */
export function sha256(message: Uint8Array): Uint8Array {
  const {length} = message;
  const bytes = new Uint8Array(((length + 72) >> 6) << 6);
  bytes.set(message);
  bytes[length] = 128;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 4, length * 8);
  const hash = Int32Array.from(START);
  const words = new Int32Array(64) as unknown as number[];
  // The eight variables of the standard are the last four of each: a to d of one, e to h of the other.
  const upper = new Int32Array(68) as unknown as number[];
  const lower = new Int32Array(68) as unknown as number[];
  for (let block = 0; block < bytes.length; block += 64) {
    for (let i = 0; i < 4; i++) [upper[i], lower[i]] = [hash[3 - i] as number, hash[7 - i] as number];
    for (let i = 0; i < 64; i++) {
      if (i < 16) words[i] = view.getInt32(block + i * 4);
      else {
        const [near, far] = [words[i - 2] as number, words[i - 15] as number];
        words[i] =
          (rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10)) +
          (words[i - 7] as number) +
          (rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3)) +
          (words[i - 16] as number);
      }
      const [d, c, b, a] = upper.slice(i, i + 4) as [number, number, number, number];
      const [h, g, f, e] = lower.slice(i, i + 4) as [number, number, number, number];
      const sum =
        h +
        (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
        ((e & f) ^ (~e & g)) +
        (ROUNDS[i] as number) +
        (words[i] as number);
      lower[i + 4] = d + sum;
      upper[i + 4] = sum + (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    }
    for (let i = 0; i < 4; i++) {
      (hash[i] as number) += upper[67 - i] as number;
      (hash[i + 4] as number) += lower[67 - i] as number;
    }
  }
  const digest = new DataView(new ArrayBuffer(32));
  hash.forEach((word, i) => digest.setInt32(i * 4, word));
  return new Uint8Array(digest.buffer);
}
