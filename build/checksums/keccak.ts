/** Bytes that are taken in at a time. */
const RATE = 136;

const rotate = (lane: bigint, by: number): bigint =>
  BigInt.asUintN(64, (lane << BigInt(by)) | (lane >> BigInt(64 - by)));

/** Keccak-f[1600] (FIPS 202, 3.2 and 3.3); the lane of column x and row y is at x + 5y. */
function permute(lanes: bigint[]): bigint[] {
  const lane = (x: number, y: number) => lanes[(x % 5) + 5 * (y % 5)] as bigint;
  for (let round = 0, register = 1; round < 24; round++) {
    const sums = [0, 1, 2, 3, 4].map((x) => lane(x, 0) ^ lane(x, 1) ^ lane(x, 2) ^ lane(x, 3) ^ lane(x, 4));
    const sum = (x: number) => sums[x % 5] as bigint;
    lanes = lanes.map((it, at) => it ^ sum(at + 4) ^ rotate(sum(at + 1), 1));

    let [x, y, moved, turn] = [1, 0, lane(1, 0), 0];
    for (let step = 1; step <= 24; step++) {
      turn = (turn + step) % 64;
      [x, y] = [y, (2 * x + 3 * y) % 5];
      [moved, lanes[x + 5 * y]] = [lane(x, y), rotate(moved, turn)];
    }

    const chi = (it: bigint, at: number) => {
      const y = Math.floor(at / 5);
      return it ^ (~lane(at + 1 - 5 * y, y) & lane(at + 2 - 5 * y, y));
    };
    lanes = lanes.map(chi);

    for (let bit = 0; bit < 7; bit++) {
      if (register & 1) (lanes[0] as bigint) ^= 1n << BigInt(2 ** bit - 1);
      register = (register << 1) ^ ((register >> 7) * 0x171);
    }
  }
  return lanes;
}

/** Keccak-256 with its original padding, as Ethereum uses it: SHA3-256 pads otherwise. */
export function keccak_256(message: Uint8Array): Uint8Array {
  const {length} = message;
  const view = new DataView(new ArrayBuffer((Math.floor(length / RATE) + 1) * RATE));
  message.forEach((byte, at) => view.setUint8(at, byte));
  view.setUint8(length, 1);
  view.setUint8(view.byteLength - 1, view.getUint8(view.byteLength - 1) | 128);
  let lanes = Array<bigint>(25).fill(0n);
  for (let at = 0; at < view.byteLength; at += RATE)
    lanes = permute(
      lanes.map((lane, i) => (i < RATE / 8 ? lane ^ view.getBigUint64(at + i * 8, true) : lane)),
    );
  const digest = new DataView(new ArrayBuffer(32));
  for (let i = 0; i < 4; i++) digest.setBigUint64(i * 8, lanes[i] as bigint, true);
  return new Uint8Array(digest.buffer);
}
