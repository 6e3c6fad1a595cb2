const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** What is longer is no address, and would take long. */
const LONGEST = 128;

function digitsOf(text: string, alphabet: string): number[] {
  if (text.length > LONGEST) throw new Error('too long');
  return Array.from(text, (letter) => {
    const digit = alphabet.indexOf(letter);
    if (digit < 0) throw new Error('no such digit');
    return digit;
  });
}

/** Base 58 with four bytes of a double hash at its end. `decode` throws where these are wrong. */
export const createBase58check = (hash: (bytes: Uint8Array) => Uint8Array) => ({
  decode(text: string): Uint8Array {
    const digits = digitsOf(text, BASE58);
    const zeros = digits.findIndex((digit) => digit);
    const bytes: number[] = [];
    for (let rest = digits.reduce((sum, digit) => sum * 58n + BigInt(digit), 0n); rest; rest >>= 8n)
      bytes.unshift(Number(rest & 255n));
    const all = Uint8Array.from([...Array<number>(zeros < 0 ? digits.length : zeros).fill(0), ...bytes]);
    const payload = all.slice(0, -4);
    const checksum = hash(hash(payload));
    if (all.length < 4 || all.slice(-4).some((byte, i) => byte !== checksum[i]))
      throw new Error('wrong checksum');
    return payload;
  },
});

/** BIP-173: what is left of the words once they are divided. */
function remainder(words: readonly number[]): number {
  const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  return words.reduce((sum, word) => {
    const next = ((sum & 0x1ffffff) << 5) ^ word;
    return generators.reduce((it, generator, i) => ((sum >> 25) & (1 << i) ? it ^ generator : it), next);
  }, 1);
}

const bech = (constant: number) => ({
  /** @returns undefined for what is no such text, or has a wrong checksum */
  decodeUnsafe(text: string, limit: number): {readonly prefix: string; readonly words: number[]} | undefined {
    const lower = text.toLowerCase();
    const isInOneCase = text === lower || text === text.toUpperCase();
    // Not only the prefix: letters of other scripts become Latin ones in small letters.
    if (text.length > limit || !isInOneCase || !/^[!-~]+$/.test(text)) return undefined;
    const end = lower.lastIndexOf('1');
    const prefix = lower.slice(0, end);
    if (end < 1 || text.length < end + 7) return undefined;
    try {
      const words = digitsOf(lower.slice(end + 1), BECH32);
      const codes = Array.from(prefix, (letter) => letter.charCodeAt(0));
      const spread = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
      return remainder([...spread, ...words]) === constant ? {prefix, words: words.slice(0, -6)} : undefined;
    } catch {
      return undefined;
    }
  },
  /** Words of 5 bits as bytes; undefined where what fills up the last one is too long, or not nothing. */
  fromWordsUnsafe(words: readonly number[]): Uint8Array | undefined {
    const bits = words.map((word) => word.toString(2).padStart(5, '0')).join('');
    const whole = bits.length - (bits.length % 8);
    if (bits.length - whole > 4 || bits.slice(whole).includes('1')) return undefined;
    return Uint8Array.from(bits.slice(0, whole).match(/.{8}/g) ?? [], (byte) => parseInt(byte, 2));
  },
});

export const bech32 = bech(1);
export const bech32m = bech(0x2bc830a3);
