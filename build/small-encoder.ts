import type {Plugin} from 'vite';

/**
 * Where the card uses one choice of the encoder's many, that choice alone: bytes, level M, and versions up to 13
 * (331 bytes; the longest payment URI that the card draws has 260).
 */
const ONE_CHOICE: Record<string, string> = {
  // The penalties of ISO 18004 over rows and columns as texts of 0 and 1.
  'mask-pattern': `
const masks = [
  (i, j) => (i + j) % 2,
  (i, j) => i % 2,
  (i, j) => j % 3,
  (i, j) => (i + j) % 3,
  (i, j) => ((i >> 1) + ((j / 3) | 0)) % 2,
  (i, j) => ((i * j) % 2) + ((i * j) % 3),
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2,
  (i, j) => (((i * j) % 3) + ((i + j) % 2)) % 2
]
export const applyMask = (mask, {size, reservedBit, data}) => {
  data.forEach((_, at) => { data[at] ^= !reservedBit[at] && !masks[mask]((at / size) | 0, at % size) })
}
const penalty = ({size, data}) => {
  let lines = '', points = 0, dark = 0
  data.forEach((bit, at) => {
    lines += (at % size ? '' : ' ') + bit
    dark += bit
    const sum = bit + data[at + 1] + data[at + size] + data[at + size + 1]
    if ((at + 1) % size && (sum === 0 || sum === 4)) points += 3
  })
  for (let col = 0; col < size; col++) {
    lines += ' '
    for (let row = 0; row < size; row++) lines += data[row * size + col]
  }
  for (const [run] of lines.matchAll(/0{5,}|1{5,}/g)) points += run.length - 2
  for (const _ of lines.matchAll(/(?=10111010000|00001011101)/g)) points += 40
  return points + 10 * Math.abs(Math.ceil((dark * 20) / data.length) - 10)
}
export const getBestMask = (modules, setup) => {
  let best = 0, least = Infinity
  masks.forEach((_, mask) => {
    setup(mask)
    applyMask(mask, modules)
    const points = penalty(modules)
    applyMask(mask, modules)
    if (points < least) { least = points; best = mask }
  })
  return best
}`,

  segments: `
import ByteData from './byte-data.js'
export const fromString = (text) => [new ByteData(text)]
`,

  'byte-data': `
export default class {
  mode = {bit: 4}
  constructor(text) { this.data = new TextEncoder().encode(text) }
  getLength() { return this.data.length }
  write(buffer) { this.data.forEach((byte) => buffer.put(byte, 8)) }
}`,

  mode: `
export const getCharCountIndicator = (mode, version) => version < 10 ? 8 : 16`,

  'error-correction-level': `
export const M = {bit: 0}
export const from = () => M`,

  'error-correction-code': `
export const getBlocksCount = (version) => [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9][version - 1]
export const getTotalCodewordsCount = (version) =>
  [10, 16, 26, 36, 48, 64, 72, 88, 110, 130, 150, 176, 198][version - 1]`,

  utils: `
export const getSymbolSize = (version) => version * 4 + 17
export const getSymbolTotalCodewords = (version) =>
  [26, 44, 70, 100, 134, 172, 196, 242, 292, 346, 404, 466, 532][version - 1]
export const getBCHDigit = (data) => 32 - Math.clz32(data)`,

  version: `
import {getBCHDigit, getSymbolTotalCodewords} from './utils.js'
import {getTotalCodewordsCount} from './error-correction-code.js'
export const getBestVersionForData = ([data]) => {
  for (let version = 1; version < 14; version++)
    if (getSymbolTotalCodewords(version) - getTotalCodewordsCount(version) - (version < 10 ? 2 : 3) >= data.getLength())
      return version
}
export const getEncodedBits = (version) => {
  let rest = version << 12
  while (getBCHDigit(rest) > 12) rest ^= 0x1f25 << (getBCHDigit(rest) - 13)
  return (version << 12) | rest
}`,
};

/** As ES modules, what is not called falls out of the bundle. */
const asModules = (code: string): string =>
  code
    .replace(/const (\w+) = require\('(.+)'\)\.\1/g, "import {$1} from '$2.js'")
    .replace(/const (\w+(?:Data|Buffer|Matrix|Encoder)) = require\('(.+)'\)/g, "import $1 from '$2.js'")
    .replace(/const (\w+) = require\('(.+)'\)/g, "import * as $1 from '$2.js'")
    .replace('module.exports =', 'export default')
    .replace(/^ *exports\.(\w+) = /gm, 'export const $1 = ')
    .replace(/\bexports\.(\w+)/g, '$1');

/** One way in: a text, in the smallest version that it fits. */
const oneWayIn = (code: string): string =>
  code
    .replace(
      /  let segments\n[^]*?(?=  const dataBits)/,
      `  const segments = Segments.fromString(data)
  version = Version.getBestVersionForData(segments)
  if (!version) throw new Error('too long')
`,
    )
    .replace(
      /(exports\.create = function create \(data)[^]*/,
      '$1) {\n  return createSymbol(data, 0, ECLevel.M)\n}\n',
    );

/** Its messages are for those who call it wrongly. */
const terse = (code: string): string => code.replace(/throw new Error\([^]*?\)$/gm, 'throw Error()');

/**
 * The QR encoder cut down to what the card draws. It saves 3.4 KB of 22, in the script-tag file only: who installs
 * the npm package gets the encoder as it is.
 */
export const smallEncoder: Plugin = {
  name: 'small-encoder',
  enforce: 'pre',
  transform(code, id) {
    const file = /qrcode\/lib\/core\/([\w-]+)\.js$/.exec(id)?.[1];
    if (!file) return undefined;
    const source = ONE_CHOICE[file] ?? terse(asModules(file === 'qrcode' ? oneWayIn(code) : code));
    return {code: source, map: null, moduleSideEffects: false};
  },
};
