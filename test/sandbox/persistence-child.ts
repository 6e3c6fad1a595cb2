// Run by persistence.test.ts: works until it is killed, and says what was acknowledged.
import {CalypsoClient} from '../../src/api/index.js';
import {createSandbox} from '../../src/sandbox/index.js';
import {credentials} from './support.js';

const sandbox = createSandbox({
  ...credentials,
  dataFile: process.argv[2],
  fetch: async () => new Response(null, {status: 500}),
});
const client = new CalypsoClient({
  ...credentials,
  baseUrl: 'https://sandbox.example',
  fetch: (url, init) => sandbox.fetch(new Request(url, init)),
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const {requestId} = await client.createWebhook({
  url: 'https://shop.example',
  notificationServiceTypes: ['INVOICE'],
});
say(`webhook ${requestId}`);
const work = async () => {
  for (;;) {
    const {idempotencyKey, invoiceAddress} = await client.createUnlimitedInvoice({
      currency: 'ETH',
      description: 'x',
    });
    say(`invoice ${idempotencyKey}`);
    const {transactionHash} = await sandbox.deposit({address: invoiceAddress!, amount: '0.1'});
    say(`deposit ${idempotencyKey} ${transactionHash}`);
  }
};
await Promise.all(Array.from({length: 8}, work));
