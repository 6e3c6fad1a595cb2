import {keccak_256} from '@noble/hashes/sha3.js';
import {sha256} from '@noble/hashes/sha2.js';
import {bech32, bech32m, createBase58check} from '@scure/base';
import type {ChainFamily} from './currency.js';

const base58check = createBase58check(sha256);

/** First byte of base58check addresses (version), and the human-readable part of bech32 ones, by chain. */
const VERSIONS: Record<
  Exclude<ChainFamily, 'evm'>,
  {readonly versions: readonly number[]; readonly prefix?: string}
> = {
  bitcoin: {versions: [0x00, 0x05], prefix: 'bc'},
  litecoin: {versions: [0x30, 0x32, 0x05], prefix: 'ltc'},
  dogecoin: {versions: [0x1e, 0x16]},
  tron: {versions: [0x41]},
};

/**
 * Whether an address is well-formed on its chain: EIP-55, base58check with the chain's version, or bech32(m).
 * It finds a mangled address, not a replaced one.
 */
export function isAddress(address: string, family: ChainFamily): boolean {
  if (family === 'evm') return isEvmAddress(address);
  const {versions, prefix} = VERSIONS[family];
  if (prefix && address.toLowerCase().startsWith(`${prefix}1`)) return isSegwitAddress(address, prefix);
  try {
    const payload = base58check.decode(address);
    return payload.length === 21 && versions.includes(payload[0] ?? -1);
  } catch {
    return false;
  }
}

/** EIP-55; an address in one case carries no checksum and is taken. */
function isEvmAddress(address: string): boolean {
  const hex = /^0x([\da-fA-F]{40})$/.exec(address)?.[1];
  if (!hex) return false;
  if (hex === hex.toLowerCase() || hex === hex.toUpperCase()) return true;
  const hash = keccak_256(Uint8Array.from(hex.toLowerCase(), (digit) => digit.charCodeAt(0)));
  return [...hex].every((digit, i) => {
    const nibble = ((hash[i >> 1] ?? 0) >> (i % 2 ? 0 : 4)) & 15;
    return digit === (nibble > 7 ? digit.toUpperCase() : digit.toLowerCase());
  });
}

/** BIP-173 for version 0, BIP-350 for the others. */
function isSegwitAddress(address: string, prefix: string): boolean {
  for (const [code, fits] of [
    [bech32, (version: number) => version === 0],
    [bech32m, (version: number) => version > 0 && version <= 16],
  ] as const) {
    const decoded = code.decodeUnsafe(address, 90);
    const [version = -1, ...words] = decoded?.words ?? [];
    if (decoded?.prefix !== prefix || !fits(version)) continue;
    const program = code.fromWordsUnsafe(words);
    return (
      !!program && (version ? program.length >= 2 && program.length <= 40 : [20, 32].includes(program.length))
    );
  }
  return false;
}
