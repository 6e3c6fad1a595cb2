export {
  createSandbox,
  type Sandbox,
  type SandboxDeposit,
  type SandboxOptions,
  type SandboxWebhookOptions,
} from './sandbox.js';
export type {Listening} from './listen.js';
export type {DepositReceipt} from './local-calypso.js';
export type {SandboxDelivery} from './webhooks/delivery.js';
