import {sha256} from '@noble/hashes/sha2.js';
import {keccak_256} from '@noble/hashes/sha3.js';
import {bech32, createBase58check, hex} from '@scure/base';
import type {ChainFamily} from '../core/currency.js';

const base58check = createBase58check(sha256);

/** Native SegWit, P2WPKH: witness version 0 (BIP 173). */
const segwit = (prefix: string, hash: Uint8Array): string =>
  bech32.encode(prefix, [0, ...bech32.toWords(hash)]);

const versioned = (version: number, hash: Uint8Array): string =>
  base58check.encode(Uint8Array.of(version, ...hash));

/** EIP-55: a letter is a capital where the digit of the hash in its place is 8 or more. */
function mixedCase(hash: Uint8Array): string {
  const digits = hex.encode(hash);
  const checksum = hex.encode(keccak_256(new TextEncoder().encode(digits)));
  return `0x${digits.replace(/./g, (digit, at: number) => (/[89a-f]/.test(checksum.charAt(at)) ? digit.toUpperCase() : digit))}`;
}

const ENCODINGS: Record<ChainFamily, (hash: Uint8Array) => string> = {
  bitcoin: (hash) => segwit('bc', hash),
  litecoin: (hash) => segwit('ltc', hash),
  dogecoin: (hash) => versioned(0x1e, hash),
  tron: (hash) => versioned(0x41, hash),
  evm: mixedCase,
};

/** The address of a 20-byte key hash, with its chain's checksum. */
export const encodeAddress = (family: ChainFamily, hash: Uint8Array): string => ENCODINGS[family](hash);

/** A well-formed address that nobody has the key of: real money sent to it is lost. */
export const newAddress = (family: ChainFamily): string =>
  encodeAddress(family, crypto.getRandomValues(new Uint8Array(20)));

export const newTransactionHash = (family: ChainFamily): string =>
  (family === 'evm' ? '0x' : '') + hex.encode(crypto.getRandomValues(new Uint8Array(32)));

/** One spelling for all that mean the same address: only base58 tells capitals from small letters. */
export const canonicalAddress = (address: string): string =>
  /^(0x|bc1|ltc1)/i.test(address) ? address.toLowerCase() : address;
