import type {Sandbox} from '../../src/sandbox/index.js';

/** The page's play-money wallet, and the time that it has put the sandbox forward to. */
export interface Wallet {
  /** Passes `POST /sandbox/…` on to the sandbox. */
  forward(request: Request): Promise<Response>;
  /** Epoch ms of sandbox time: the proxy tells it to the card, so that its timer runs by it. */
  now(): number;
}

export function createWallet(sandbox: Sandbox): Wallet {
  let ahead = 0;
  return {
    async forward(request) {
      const response = await sandbox.fetch(request);
      if (response.ok && new URL(request.url).pathname.endsWith('/advance')) {
        const {time} = (await response.clone().json()) as {time: string};
        ahead = Date.parse(time) - Date.now();
      }
      return response;
    },
    now: () => Date.now() + ahead,
  };
}
