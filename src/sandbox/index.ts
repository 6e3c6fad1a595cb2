export {createSandbox} from './create-sandbox.js';
export type {Listening} from './listen.js';
export type {DepositReceipt, Sandbox, SandboxDeposit, SandboxOptions} from './sandbox.js';
export type {SandboxDelivery} from './webhooks/delivery.js';
export type {SandboxWebhookOptions} from './webhooks/settings.js';
