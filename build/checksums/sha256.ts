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
  const words = new Int32Array(64);
  // The eight variables of the standard are the last four of each: d to a of one, h to e of the other.
  const upper = new Int32Array(68);
  const lower = new Int32Array(68);
  const at = (list: Int32Array, i: number) => list[i] as number;
  for (let block = 0; block < bytes.length; block += 64) {
    for (let i = 0; i < 4; i++) {
      upper[i] = at(hash, 3 - i);
      lower[i] = at(hash, 7 - i);
    }
    for (let i = 0; i < 64; i++) {
      if (i < 16) words[i] = view.getInt32(block + i * 4);
      else {
        const [near, far] = [at(words, i - 2), at(words, i - 15)];
        const spread = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10);
        words[i] =
          spread + at(words, i - 7) + (rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3)) + at(words, i - 16);
      }
      const [a, b, c] = [at(upper, i + 3), at(upper, i + 2), at(upper, i + 1)];
      const [e, f, g] = [at(lower, i + 3), at(lower, i + 2), at(lower, i + 1)];
      const choice = (e & f) ^ (~e & g);
      const sum =
        at(lower, i) +
        (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
        choice +
        (ROUNDS[i] as number) +
        at(words, i);
      lower[i + 4] = at(upper, i) + sum;
      upper[i + 4] = sum + (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    }
    for (let i = 0; i < 4; i++) {
      hash[i] = at(hash, i) + at(upper, 67 - i);
      hash[i + 4] = at(hash, i + 4) + at(lower, 67 - i);
    }
  }
  const digest = new DataView(new ArrayBuffer(32));
  hash.forEach((word, i) => digest.setInt32(i * 4, word));
  return new Uint8Array(digest.buffer);
}
