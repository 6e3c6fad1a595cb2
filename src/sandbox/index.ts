export {createSandbox, type Sandbox, type SandboxDeposit, type SandboxOptions} from './sandbox.js';
export type {Listening} from './listen.js';
export type {DepositReceipt} from './local-calypso.js';
