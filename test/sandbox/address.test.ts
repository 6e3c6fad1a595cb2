import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CURRENCY_CODES, describeCurrency, type ChainFamily} from '../../src/core/currency.js';
import {encodeAddress} from '../../src/sandbox/address.js';
import {decodeBase58check, decodeSegwit, eip55, keccak256} from './checksums.js';
import {names, setup} from './support.js';

const HASH = /^[\da-f]{40}$/;

const checks: Record<ChainFamily, (address: string) => void> = {
  bitcoin: (address) => checkSegwit(address, 'bc'),
  litecoin: (address) => checkSegwit(address, 'ltc'),
  dogecoin: (address) => checkVersion(address, 0x1e, /^D/),
  tron: (address) => checkVersion(address, 0x41, /^T/),
  evm: (address) => {
    assert.match(address, /^0x[\da-fA-F]{40}$/);
    assert.equal(address, eip55(address));
  },
};

function checkSegwit(address: string, expected: string) {
  const {prefix, version, program} = decodeSegwit(address);
  assert.deepEqual([prefix, version], [expected, 0]);
  assert.match(program, HASH);
  assert.ok(address.startsWith(`${expected}1q`));
}

function checkVersion(address: string, expected: number, start: RegExp) {
  const {version, hash} = decodeBase58check(address);
  assert.equal(version, expected);
  assert.match(hash, HASH);
  assert.match(address, start);
}

describe('the checks of this test', () => {
  it('know the published vectors', () => {
    assert.equal(keccak256(''), 'c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470');
    for (const address of [
      '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
      '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
      '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB',
      '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
    ])
      assert.equal(eip55(address), address);
    assert.equal(
      decodeSegwit('bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4').program,
      '751e76e8199196d454941c45d1b3a323f1433bd6',
    );
    assert.equal(decodeBase58check('TEoZ53apYcxrJspfCCb7PGh5CJKMiRrAMX').version, 0x41);
  });

  it('refuse a wrong digit', () => {
    assert.throws(() => decodeSegwit('bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5'));
    assert.throws(() => decodeBase58check('TEoZ53apYcxrJspfCCb7PGh5CJKMiRrAMY'));
    assert.notEqual(
      eip55('0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed'),
      '0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
    );
  });
});

describe('encodeAddress', () => {
  for (const [family, hash, address] of [
    ['bitcoin', '751e76e8199196d454941c45d1b3a323f1433bd6', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
    ['tron', 'a614f803b6fd780986a42c78ec9c7f77e6ded13c', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
    ['evm', '5aaeb6053f3e94c9b9a09f33669435e7ef1beaed', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
  ] as const)
    it(`${family}: ${address}`, () => {
      assert.equal(encodeAddress(family, Uint8Array.from(Buffer.from(hash, 'hex'))), address);
    });

  for (const family of Object.keys(checks) as ChainFamily[])
    it(`${family}: the lowest and the highest hash`, () => {
      for (const byte of [0x00, 0xff]) checks[family](encodeAddress(family, new Uint8Array(20).fill(byte)));
    });
});

for (const code of CURRENCY_CODES)
  describe(code, () => {
    const family = describeCurrency(code).network?.family ?? 'evm';

    it(`gets ${family} addresses with the right checksum`, async () => {
      const {create} = setup();
      for (let count = 0; count < 20; count++)
        checks[family](names(await create({currency: code, amount: 1})).address);
    });

    it('gets transaction hashes of its chain', async () => {
      const {create, sandbox} = setup();
      const {address} = names(await create({currency: code, amount: 1}));
      const {transactionHash} = await sandbox.deposit({address, amount: 1});
      assert.match(transactionHash, family === 'evm' ? /^0x[\da-f]{64}$/ : /^[\da-f]{64}$/);
      assert.notEqual((await sandbox.deposit({address, amount: 1})).transactionHash, transactionHash);
    });
  });
