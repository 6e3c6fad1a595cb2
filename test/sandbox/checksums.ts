// Checksums written from their specifications, with nothing from src and none of its libraries.
import {createHash} from 'node:crypto';

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/** The version and the 20 bytes of a base58check address. */
export function decodeBase58check(address: string): {version: number; hash: string} {
  let value = 0n;
  for (const letter of address) {
    const digit = BASE58.indexOf(letter);
    if (digit < 0) throw new Error(`no base58: ${letter}`);
    value = value * 58n + BigInt(digit);
  }
  const bytes = Buffer.from(value.toString(16).padStart(50, '0'), 'hex');
  if (bytes.length !== 25) throw new Error(`${bytes.length} bytes`);
  const checksum = sha256(sha256(bytes.subarray(0, 21))).subarray(0, 4);
  if (!checksum.equals(bytes.subarray(21))) throw new Error('wrong checksum');
  return {version: bytes[0] ?? -1, hash: bytes.subarray(1, 21).toString('hex')};
}

/** The witness version and program of a BIP 173 address. */
export function decodeSegwit(address: string): {prefix: string; version: number; program: string} {
  const separator = address.lastIndexOf('1');
  const prefix = address.slice(0, separator);
  const words = [...address.slice(separator + 1)].map((letter) => BECH32.indexOf(letter));
  if (words.some((word) => word < 0)) throw new Error('no bech32');
  const codes = [...prefix].map((letter) => letter.charCodeAt(0));
  const expanded = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31), ...words];
  const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  let checksum = 1;
  for (const word of expanded) {
    const top = checksum >>> 25;
    checksum = ((checksum & 0x1ffffff) << 5) ^ word;
    generator.forEach((value, bit) => {
      if ((top >> bit) & 1) checksum ^= value;
    });
  }
  if (checksum !== 1) throw new Error('wrong checksum');
  const [version = -1, ...data] = words.slice(0, -6);
  const bits = data.map((word) => word.toString(2).padStart(5, '0')).join('');
  if (/1/.test(bits.slice(bits.length - (bits.length % 8)))) throw new Error('padding');
  const program = (bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2).toString(16).padStart(2, '0'));
  return {prefix, version, program: program.join('')};
}

const MASK = (1n << 64n) - 1n;
const rotate = (lane: bigint, by: bigint) => ((lane << by) | (lane >> (64n - by))) & MASK;

/** Keccak-256 as Ethereum has it (padding 0x01), for messages shorter than one block of 136 bytes. */
export function keccak256(message: string): string {
  const block = Buffer.alloc(136);
  if (block.write(message, 'ascii') >= 136) throw new Error('too long');
  block[message.length] = 0x01;
  block[135] = (block[135] ?? 0) | 0x80;
  let lanes = Array.from({length: 25}, (_, lane) => (lane < 17 ? block.readBigUInt64LE(lane * 8) : 0n));
  const at = (x: number, y: number) => lanes[((x + 5) % 5) + 5 * (y % 5)] ?? 0n;
  let register = 1;
  for (let round = 0; round < 24; round++) {
    const columns = [0, 1, 2, 3, 4].map((x) => at(x, 0) ^ at(x, 1) ^ at(x, 2) ^ at(x, 3) ^ at(x, 4));
    const column = (x: number) => columns[(x + 5) % 5] ?? 0n;
    lanes = lanes.map((lane, index) => lane ^ column((index % 5) - 1) ^ rotate(column((index % 5) + 1), 1n));
    const moved = [...lanes];
    let [x, y, current] = [1, 0, at(1, 0)];
    for (let step = 0; step < 24; step++) {
      [x, y] = [y, (2 * x + 3 * y) % 5];
      const next = at(x, y);
      moved[x + 5 * y] = rotate(current, BigInt((((step + 1) * (step + 2)) / 2) % 64));
      current = next;
    }
    lanes = moved;
    lanes = lanes.map((lane, index) => {
      const [column, row] = [index % 5, Math.floor(index / 5)];
      return lane ^ (~at(column + 1, row) & MASK & at(column + 2, row));
    });
    for (let bit = 0; bit < 7; bit++) {
      if (register & 1) lanes[0] = (lanes[0] ?? 0n) ^ (1n << ((1n << BigInt(bit)) - 1n));
      register = register & 0x80 ? ((register << 1) ^ 0x171) & 0xff : register << 1;
    }
  }
  const digest = Buffer.alloc(32);
  for (let lane = 0; lane < 4; lane++) digest.writeBigUInt64LE(lanes[lane] ?? 0n, lane * 8);
  return digest.toString('hex');
}

/** An address in the capitals that EIP-55 asks for. */
export function eip55(address: string): string {
  const digits = address.slice(2).toLowerCase();
  const hash = keccak256(digits);
  return `0x${[...digits].map((digit, index) => (parseInt(hash.charAt(index), 16) > 7 ? digit.toUpperCase() : digit)).join('')}`;
}
